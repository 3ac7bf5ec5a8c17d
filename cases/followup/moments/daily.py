"""Work of every day: cases in which the advice was given get their four moments."""

from datetime import date

from django.db import transaction

from cases.casefile.models import Case, LegalBasis, Phase
from expertteam.access.command_line import history_of, the_machine

from .actions import plan_followups
from .beginnings import begun_on

RUNNING = [Phase.ANALYSIS, Phase.FOLLOWING]
AT_ONCE = 500


def plan_due(day: date) -> int:
    """Plan what began up to and including `day` and has no moments yet; returns how many cases it were.

    Twice is the same as once, and nights off are caught up with: it looks at what is missing, not at what is new.
    """
    waiting = Case.objects.filter(phase__in=RUNNING, followups=None).exclude(legal_basis=LegalBasis.REGISTER)
    ids = list(waiting.order_by("pk").values_list("pk", flat=True))
    done = 0
    for start in range(0, len(ids), AT_ONCE):
        begun = begun_on(ids[start : start + AT_ONCE])
        due = {pk: on for pk, on in begun.items() if on <= day}
        cases = Case.objects.filter(pk__in=due).select_related("team")
        done += sum(plan_one(case, due[case.pk]) for case in cases)
    return done


@transaction.atomic
def plan_one(case: Case, begins_on: date) -> bool:
    """Plan one case, unless somebody was faster."""
    Case.objects.select_for_update().get(pk=case.pk)
    if case.followups.exists():
        return False
    by = the_machine(case.team)
    with history_of(by):
        plan_followups(by=by, case=case, begins_on=begins_on)
    return True
