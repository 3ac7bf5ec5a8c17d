"""The earlier case on the overview of the new one."""

from typing import Any

from cases.casefile.gate import leave_a_line
from cases.casefile.models import Case
from expertteam.access.person import Person

from .queries import earlier_of


def section_of(person: Person, case: Case) -> dict[str, Any] | None:
    """What the overview shows of the case before; nothing when there is none, or none this person may see.

    What is shown of another case leaves a line there.
    """
    earlier = earlier_of(person, case)
    if earlier is None:
        return None
    if earlier.may_be_used:
        leave_a_line(person, earlier.case, "earlier.read")
    return {"earlier": earlier}
