"""Looking for a place on the overview of a case: how it stands, in sentences."""

from typing import Any

from django.utils import timezone

from cases.casefile.models import Case
from expertteam.access.person import Person

from .models import UNDER_WAY, Attempt, Outcome
from .queries import attempts_of, status_line

MOST = 4


def section_of(person: Person, case: Case) -> dict[str, Any] | None:
    """What runs, who lives where, and the latest refusals; None when nothing was asked. One query."""
    rows = list(attempts_of(case))
    if not rows and not case.matching_requested:
        return None
    rows.sort(key=in_turn)
    day = timezone.localdate()
    return {
        "lines": [status_line(one, day) for one in rows[:MOST]],
        "more": max(len(rows) - MOST, 0),
        "may_change": "matching.change" in case.rights,
    }


def in_turn(one: Attempt) -> int:
    """Who lives somewhere first, then what runs, then the rest as it came."""
    return 0 if one.outcome == Outcome.PLACED else 1 if one.outcome in UNDER_WAY else 2
