"""The line on Overzicht of a case that has ended."""

from typing import Any

from cases.casefile.models import Case
from expertteam.access.person import Person

from .queries import ENDED
from .state import standing_of


def section_of(person: Person, case: Case) -> dict[str, Any] | None:
    """How long it is still kept; nothing for a case that runs."""
    return {"standing": standing_of(case)} if case.phase in ENDED else None
