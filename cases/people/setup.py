"""What this room adds to the site."""

from typing import Any

from cases.casefile.history_sources import Source, add_source, of_case
from cases.casefile.tabs import add_tab
from cases.today.lists import add_list

from .directing import director_to_name
from .models import DIRECTOR, Participant, SpokenFor, YoungPerson
from .speaking import titles


def names(rows: list[Any]) -> dict[int, str]:
    """The name of each historical row; of a casusregisseur it says so, for they may stand there twice."""
    return {
        row.history_id: f"{row.name}, casusregisseur" if row.role == DIRECTOR else row.name for row in rows
    }


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Mensen", "cases:people", "case.read", place=30)
    add_source(Source(YoungPerson, lambda case: {"id": case.young_person_id}))
    add_source(
        Source(
            Participant, of_case, "zette ‘{title}’ bij de mensen", "bij ‘{title}’",
            "haalde ‘{title}’ bij de mensen weg", titles=names,
        )
    )  # fmt: skip
    add_source(
        Source(
            SpokenFor, of_case, "schreef op wie het woord doet: {title}", "",
            "haalde weg wie het woord doet: {title}", titles=titles,
        )
    )  # fmt: skip
    add_list(
        "geen-casusregisseur", "Nog geen casusregisseur", "people.change", director_to_name,
        "cases/people/no_director_row.html", place=61,
        about="In deze lopende casussen is nog niet bekend wie uitvoert: de GI, het lokale team, een mentor.",
    )  # fmt: skip
