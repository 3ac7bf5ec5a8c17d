"""What this room adds to the site."""

from cases.casefile.history_sources import Source, add_source, of_case
from cases.casefile.tabs import add_tab

from .models import Action


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Afspraken", "cases:actions", "case.read", place=80)
    add_source(
        Source(
            Action, of_case, "maakte de afspraak ‘{title}’", "bij de afspraak ‘{title}’",
            "haalde de afspraak ‘{title}’ weg", title_field="text",
        )
    )  # fmt: skip
