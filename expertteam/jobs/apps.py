from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "expertteam.jobs"
    label = "jobs"

    def ready(self) -> None:
        from . import daily  # noqa: F401, PLC0415
