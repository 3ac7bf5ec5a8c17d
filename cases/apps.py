from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "cases"

    def ready(self) -> None:
        from . import rules  # noqa: F401, PLC0415
        from .casefile.tabs import add_tab  # noqa: PLC0415
        from .history import add_sources  # noqa: PLC0415

        add_tab("Overzicht", "cases:case", "case.read", place=10)
        add_tab("Aanmelding", "cases:referral", "case.read", place=20)
        add_tab("Mensen", "cases:people", "case.read", place=30)
        add_tab("Tijdlijn", "cases:timeline", "case.read", place=50)
        add_tab("Afspraken", "cases:actions", "case.read", place=80)
        add_tab("Afsluiting", "cases:closure", "case.read", place=90)
        add_tab("Geschiedenis", "cases:history", "case.read", place=95)
        add_tab("Logboek", "cases:log", "case.log", place=99)
        add_sources()
