"""Writing down how a case ended, closing it and opening it again."""

from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from cases.casefile.models import Case, Phase
from cases.casefile.moves import change_phase
from cases.process.closing import OpenEnd, open_ends
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import Closure, Reopening
from .proposals import proposals_of


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


class StillOpen(ValueError):
    """A case cannot be closed while something is undecided; `ends` says what."""

    def __init__(self, ends: list[OpenEnd]) -> None:
        super().__init__(len(ends))
        self.ends = ends


class NeedsReason(ValueError):
    """A closed case is opened again with a reason, never by taking the date away."""


@transaction.atomic
def save_outcome(*, by: Person, case: Case, outcome: Outcome) -> bool:
    """Keep how it went; with a closing date the case is closed.

    False when nothing is new. CannotMove when the case was never accepted; StillOpen when something is undecided at
    closing; NeedsReason when the date of a closed case is taken away.
    """
    Case.objects.select_for_update().get(pk=case.pk)  # nobody adds something open while we look
    closure = Closure.objects.select_for_update().get(case=case)
    closes = outcome.closed_on is not None and case.phase != Phase.CLOSED
    if closure.closed_on and not outcome.closed_on and case.phase == Phase.CLOSED:
        raise NeedsReason
    ends = open_ends(case) if closes else []
    if ends:
        raise StillOpen(ends)
    changed = {name: value for name, value in asdict(outcome).items() if getattr(closure, name) != value}
    _keep(by, closure, case, changed)
    if closes:
        change_phase(by=by, case=case, phase=Phase.CLOSED)
    return bool(changed)


def _keep(by: Person, closure: Closure, case: Case, changed: dict[str, object]) -> None:
    for name, value in changed.items():
        setattr(closure, name, value)
    if changed:
        closure.save()
        record(by, "closure.changed", case_number=case.number, details={"fields": sorted(changed)})


@transaction.atomic
def adopt_proposal(*, by: Person, case: Case, field: str) -> bool:
    """Take over what the site proposes for this field now; False when it proposes nothing (any more)."""
    closure = Closure.objects.select_for_update().get(case=case)
    proposal = proposals_of(case, closure).get(field)
    if proposal is None:
        return False
    _keep(by, closure, case, {field: proposal.value})
    return True


@transaction.atomic
def reopen(*, by: Person, case: Case, reason: str) -> bool:
    """Open a closed case again, with a reason: the closing date goes, everything else stays. False when it was open."""
    Case.objects.select_for_update().get(pk=case.pk)
    closure = Closure.objects.select_for_update().get(case=case)
    before = closure.closed_on
    if not change_phase(by=by, case=case, phase=Phase.FOLLOWING):
        return False
    today = timezone.localdate()
    Reopening.objects.create(case=case, opened_on=today, opened_by=by.user, closed_on=before, reason=reason)
    record(by, "case.reopened", case_number=case.number)
    if before:
        closure.closed_on = None
        closure.save()
    return True
