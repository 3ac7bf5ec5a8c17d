from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "expertteam.access"
    label = "access"

    def ready(self) -> None:
        from . import checks  # noqa: F401, PLC0415
