"""What this room adds to the site."""

from typing import Any

from cases.casefile.history_sources import Source, add_source, of_case
from cases.casefile.sections import add_section
from cases.casefile.tabs import add_tab
from cases.providers.models import Place
from cases.today.lists import add_list

from .models import Attempt, Candidate
from .overview import section_of
from .today import looking

READ = "matching.read"


def place_titles(rows: list[Any]) -> dict[int, str]:
    """The place each row is about, per history_id; one query."""
    names = dict(Place.objects.filter(pk__in={row.place_id for row in rows}).values_list("pk", "name"))
    return {row.history_id: names.get(row.place_id, "een plek") for row in rows}


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Plek zoeken", "analysis:matching", READ, place=50, under="cases:process")
    add_section("analysis/matching/overview.html", section_of, READ, place=60)
    add_source(
        Source(
            Candidate, of_case, "zette ‘{title}’ op de lijst van plekken", "bij ‘{title}’ op de lijst van plekken",
            titles=place_titles, untold=frozenset({"place", "added_by"}), rule=READ,
        )
    )  # fmt: skip
    add_source(
        Source(
            Attempt, of_case, "vroeg ‘{title}’ om een plek", "bij de vraag aan ‘{title}’",
            "haalde een vraag aan ‘{title}’ weg", titles=place_titles, untold=frozenset({"place"}), rule=READ,
        )
    )  # fmt: skip
    add_list(
        "plek-zoeken", "Plek zoeken", "matching.seek", looking, "analysis/matching/today_row.html", place=65,
        about="Voor wie de procesregisseur je hulp vroeg. Wat nu iets van jou vraagt, staat bovenaan.",
        empty="Voor niemand wordt nu een plek gezocht. Vraagt een procesregisseur je hulp, dan staat de casus hier.",
    )  # fmt: skip
