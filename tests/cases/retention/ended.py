"""Cases that have ended, for the tests of this room."""

from datetime import date
from typing import Any

from cases.casefile.models import Case, Phase
from expertteam.access.person import Person
from tests.factories import make_case

CLOSED_ON, TERM_ENDS = date(2026, 3, 1), date(2026, 9, 1)
WARNING, LAST_DAY = date(2026, 8, 2), date(2026, 9, 1)


def closed_case(by: Person, closed_on: date = CLOSED_ON, **given: Any) -> Case:
    """A case that was closed on that day."""
    return make_case(by, phase=Phase.CLOSED, closure={"closed_on": closed_on}, **given)
