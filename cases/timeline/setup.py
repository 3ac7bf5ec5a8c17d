"""What this room adds to the site."""

from typing import Any

from django.utils import timezone

from cases.casefile.history_sources import Source, add_source, of_case
from cases.casefile.models import Case
from cases.casefile.sections import add_section
from cases.casefile.tabs import add_tab
from expertteam.access.person import Person

from .models import TimelineEvent
from .queries import in_short


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Tijdlijn", "cases:timeline", "case.read", place=50)
    add_source(
        Source(
            TimelineEvent, of_case, "zette ‘{title}’ op de tijdlijn", "bij ‘{title}’",
            "haalde ‘{title}’ van de tijdlijn", title_field="text",
        )
    )  # fmt: skip
    add_section("cases/timeline/short.html", short, "case.read", place=30)


def short(person: Person, case: Case) -> dict[str, Any] | None:
    """The timeline in short, for the overview."""
    return in_short(case, timezone.localdate())
