"""Where a case stands: its phase, and whether the zorgadviseur is asked to match.

Who has it is a matter of `cases.process.hand_over`.
"""

from django.db import transaction

from cases.consent.purposes import Purpose
from cases.consent.queries import require
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import Case, Phase

ALLOWED = {
    Phase.ANALYSIS: {Phase.FOLLOWING, Phase.CLOSED},
    Phase.FOLLOWING: {Phase.ANALYSIS, Phase.CLOSED},
    Phase.CLOSED: {Phase.FOLLOWING},
}


class CannotMove(ValueError):
    """A case does not go from this phase to that one; what was asked can be seen in `args`."""


@transaction.atomic
def change_phase(*, by: Person, case: Case, phase: Phase) -> bool:
    """Put the case in another phase. False when it is there already (a double click); CannotMove otherwise.

    Only for accepted cases: before that the triage decides.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    before = Phase(locked.phase)
    if before == phase:
        return False
    if phase not in ALLOWED.get(before, set()):
        raise CannotMove(before, phase)
    locked.phase = case.phase = phase
    locked.save(update_fields=["phase", "touched_at"])
    record(by, "case.phase_changed", case_number=case.number, details={"phase": phase.value})
    return True


@transaction.atomic
def request_matching(*, by: Person, case: Case, wanted: bool) -> bool:
    """Ask the zorgadviseur to match, or take that back; it opens the case to them. False when nothing changes.

    ConsentMissing when it may not be discussed by name; taking back is always possible.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if locked.matching_requested == wanted:
        return False
    if wanted:
        require(case, Purpose.DISCUSS)
    locked.matching_requested = case.matching_requested = wanted
    locked.save(update_fields=["matching_requested", "touched_at"])
    record(by, "case.matching_changed", case_number=case.number, details={"wanted": wanted})
    return True
