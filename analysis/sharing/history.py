"""What the history of a case tells of sharing, besides the answers themselves (analysis.board.history)."""

from typing import Any

from analysis.board.history import READ, last_known, party_titles
from cases.casefile.history_sources import Source
from cases.casefile.models import Case
from cases.people.models import Participant

from .models import Asking, Endorsement, PartAnswer


def _asked_in(case: Case) -> dict[str, Any]:
    return {"version__analysis__case_id": case.pk}


def _said_in(case: Case) -> dict[str, Any]:
    return {"endorsement__analysis__case_id": case.pk}


def titles_of_parts(rows: list[Any]) -> dict[int, str]:
    """Who said something of a part, per history_id."""
    answers = last_known(Endorsement, {row.endorsement_id for row in rows}, "participant_id")
    names = last_known(Participant, {int(pk) for pk in answers.values()}, "name")
    return {row.history_id: names.get(int(answers.get(row.endorsement_id, 0)), "iemand") for row in rows}


SOURCES = (
    Source(
        Asking,
        _asked_in,
        created="legde de analyse voor aan {title}",
        changed="het voorleggen aan {title}",
        titles=party_titles,
        untold=frozenset({"version", "participant", "asked_by", "asked_at"}),
        rule=READ,
    ),
    Source(
        PartAnswer,
        _said_in,
        created="schreef op wat {title} van een onderdeel vindt",
        changed="wat {title} van een onderdeel vindt",
        deleted="haalde weg wat {title} van een onderdeel vindt",
        titles=titles_of_parts,
        untold=frozenset({"endorsement", "part"}),
        rule=READ,
    ),
)
