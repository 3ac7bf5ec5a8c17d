from importlib import import_module

from django.apps import AppConfig

ROOMS = ("matching", "versions", "sharing")
"""Rooms that say in a `setup.py` of their own what they add."""


class AnalysisConfig(AppConfig):
    name = "analysis"

    def ready(self) -> None:
        from cases.casefile.history_sources import add_source  # noqa: PLC0415
        from cases.casefile.sections import add_section  # noqa: PLC0415
        from cases.followup.earlier.telling import add_telling  # noqa: PLC0415
        from cases.followup.moments.beginnings import add_beginning  # noqa: PLC0415
        from cases.process.summary import add_part  # noqa: PLC0415
        from cases.search.sources import add_search_source  # noqa: PLC0415

        from . import rules  # noqa: F401, PLC0415
        from .board.found import SEARCH_SOURCES  # noqa: PLC0415
        from .board.history import SOURCES  # noqa: PLC0415
        from .board.overview import section_of  # noqa: PLC0415
        from .board.summary import advised, explained  # noqa: PLC0415
        from .board.telling import told_of_analysis  # noqa: PLC0415
        from .report.first import first_reports  # noqa: PLC0415

        add_section("analysis/board/overview.html", section_of, "analysis.read", place=40)
        add_telling(told_of_analysis)
        add_beginning(first_reports)
        add_part("Hoe het samenhangt", explained, "analysis.read", place=40)
        add_part("Wat is geadviseerd", advised, "analysis.read", place=45)
        add_pages()
        add_to_meetings()
        for room in ROOMS:
            import_module(f"analysis.{room}.setup").setup()
        for source in SOURCES:
            add_source(source)
        for text in SEARCH_SOURCES:
            add_search_source(text)


def add_pages() -> None:
    """The tabs of a case."""
    from cases.casefile.tabs import add_tab  # noqa: PLC0415

    add_tab("Analyse", "analysis:board", "analysis.read", place=60, first="Bord")
    add_tab("Rapporten", "analysis:reports", "report.read", place=70)


def add_to_meetings() -> None:
    """The pages of the analysis beside the conversation about a case."""
    from cases.meetings.hooks import add_talk_link  # noqa: PLC0415

    add_talk_link("Analysebord", "analysis:board", "analysis.read", place=10)
    add_talk_link("Groot scherm", "analysis:wall", "analysis.read", place=20)
