from django.apps import AppConfig


class AnalysisConfig(AppConfig):
    name = "analysis"

    def ready(self) -> None:
        from cases.casefile.tabs import add_tab  # noqa: PLC0415

        from . import rules  # noqa: F401, PLC0415

        add_tab("Analyse", "analysis:board", "analysis.read", place=60)
        add_tab("Rapporten", "analysis:reports", "report.read", place=70)
