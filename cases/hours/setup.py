"""What this room adds to the site."""

from typing import Any

from cases.casefile.history_sources import Source, add_source, of_case
from cases.casefile.tabs import add_tab
from cases.today.lists import add_list
from expertteam.ui.dates import long_date

from .models import HourEntry
from .proposals import add_proposals
from .queries import in_words
from .sources import finished_actions
from .today import to_confirm


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Uren", "cases:hours", "hours.read", place=30, under="cases:process")
    add_proposals("actie", finished_actions)
    add_list(
        "uren", "Uren bevestigen", "hours.write", to_confirm, "cases/hours/proposal_row.html", place=70,
        about="Dit deed je in een bijeenkomst, bij een actie of in het journaal. Klopt het, dan is één klik genoeg.",
    )  # fmt: skip
    add_source(
        Source(HourEntry, of_case, "schreef uren op: {title}", "bij de uren van {title}", "haalde uren weg: {title}",
               titles=hours_in_words, rule="hours.read", untold=frozenset({"source", "source_id", "entered_by"}))
    )  # fmt: skip


def hours_in_words(rows: list[Any]) -> dict[int, str]:
    """Title: `1,5 uur op 12 maart 2024`."""
    return {row.history_id: f"{in_words(row.minutes)} op {long_date(row.day)}" for row in rows}
