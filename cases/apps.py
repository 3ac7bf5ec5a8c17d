from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "cases"

    def ready(self) -> None:
        from . import rules  # noqa: F401, PLC0415
        from .casefile.tabs import add_tab  # noqa: PLC0415

        add_tab("Overzicht", "cases:case", "case.read", place=10)
