"""What this room adds to the site."""

from cases.casefile.history_sources import Source, add_source, of_case
from cases.casefile.tabs import add_tab

from .models import TimelineEvent


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Tijdlijn", "cases:timeline", "case.read", place=50)
    add_source(
        Source(
            TimelineEvent, of_case, "zette ‘{title}’ op de tijdlijn", "bij ‘{title}’",
            "haalde ‘{title}’ van de tijdlijn", title_field="text",
        )
    )  # fmt: skip
