"""Writing down how a case ended, closing it and opening it again."""

from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal

from django.db import transaction

from cases.casefile.models import Case, Phase
from cases.casefile.moves import change_phase
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import Closure


@dataclass(frozen=True)
class Outcome:
    """How it ended, as typed; the codes belong to the questions named in `Closure`."""

    at_table: str = ""
    hours: Decimal | None = None
    satisfaction_family: str = ""
    satisfaction_professionals: str = ""
    effects: list[str] = field(default_factory=list)
    costs: str = ""
    contributions: list[str] = field(default_factory=list)
    closed_on: date | None = None


@transaction.atomic
def save_outcome(*, by: Person, case: Case, outcome: Outcome) -> bool:
    """Keep how it went; with a closing date the case is closed, without one a closed case is open again.

    False when nothing is new. CannotMove when the case was never accepted.
    """
    closure = Closure.objects.select_for_update().get(case=case)
    changed = {name: value for name, value in asdict(outcome).items() if getattr(closure, name) != value}
    for name, value in changed.items():
        setattr(closure, name, value)
    if changed:
        closure.save()
        record(by, "closure.changed", case_number=case.number, details={"fields": sorted(changed)})
    if outcome.closed_on:
        change_phase(by=by, case=case, phase=Phase.CLOSED)
    elif case.phase == Phase.CLOSED and "closed_on" in changed:
        change_phase(by=by, case=case, phase=Phase.FOLLOWING)
    return bool(changed)


@transaction.atomic
def reopen(*, by: Person, case: Case) -> bool:
    """Open a closed case again: the closing date goes, everything else stays. False when it was open."""
    closure = Closure.objects.select_for_update().get(case=case)
    if not change_phase(by=by, case=case, phase=Phase.FOLLOWING):
        return False
    if closure.closed_on:
        closure.closed_on = None
        closure.save()
    return True
