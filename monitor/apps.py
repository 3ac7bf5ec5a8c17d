from django.apps import AppConfig


class MonitorConfig(AppConfig):
    name = "monitor"

    def ready(self) -> None:
        from cases.retention.hooks import before_destroying  # noqa: PLC0415
        from expertteam.jobs.daily import register_daily  # noqa: PLC0415

        from . import rules  # noqa: F401, PLC0415
        from .kept.actions import keep_figures  # noqa: PLC0415
        from .register.forgetting import forget_old_imports  # noqa: PLC0415

        before_destroying(keep_figures)
        register_daily("registers", "Oude registerbestanden weggooien", forget_old_imports, hour=3)
