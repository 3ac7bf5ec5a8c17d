"""Planning the follow-up of a case, writing down what came of the advice, and leaving a moment out."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from cases.casefile.models import Case
from cases.followup.models import MOMENTS, FollowUp
from expertteam.access.person import Person
from expertteam.audit.actions import record
from expertteam.ui.dates import months_after


@dataclass(frozen=True)
class FollowUpData:
    """What was heard: `followed` is a code of question `advies_gevolgd`, `how_now` the words of the young person."""

    followed: str
    done_on: date
    why_not: str = ""
    how_now: str = ""
    told_by: str = ""


@transaction.atomic
def plan_followups(*, by: Person, case: Case, begins_on: date) -> list[FollowUp]:
    """Plan the four moments from a day, or shift those that are still open to it. Twice is the same as once.

    When all moments of before were done or left out, a new series begins. Returns what is open now.
    """
    Case.objects.select_for_update().get(pk=case.pk)
    waiting = [one for one in case.followups.all() if one.is_open]
    changed = [one for one in waiting if one.begins_on != begins_on]
    for one in changed:
        one.begins_on, one.due_on = begins_on, months_after(begins_on, one.months)
        one.save()
    if not waiting and not case.followups.filter(begins_on=begins_on).exists():
        changed = waiting = [
            FollowUp.objects.create(
                case=case, begins_on=begins_on, months=months, due_on=months_after(begins_on, months)
            )
            for months in MOMENTS
        ]
    if changed:
        details = {"begins_on": begins_on.isoformat()}
        record(by, "followup.planned", case_number=case.number, details=details)
    return waiting


def held(followup: FollowUp) -> FollowUp:
    locked = FollowUp.objects.select_for_update(of=("self",)).select_related("case")
    return locked.get(pk=followup.pk)


@transaction.atomic
def answer_followup(*, by: Person, followup: FollowUp, data: FollowUpData) -> bool:
    """Write down what came of the advice; False when nothing is new. A moment that was left out counts after all.

    Who asked it is who wrote it down first.
    """
    row = held(followup)
    values = {**asdict(data), "skipped_reason": ""}
    if row.done_on and all(getattr(row, name) == value for name, value in values.items()):
        return False
    for name, value in values.items():
        setattr(row, name, value)
    row.done_by = row.done_by or by.user
    row.save()
    record(by, "followup.changed", case_number=row.case.number, details={"months": row.months})
    return True


@transaction.atomic
def skip_followup(*, by: Person, followup: FollowUp, reason: str) -> bool:
    """Leave a moment out; False when it was, or when it was done already."""
    row = held(followup)
    if row.done_on or row.skipped_reason == reason:
        return False
    row.skipped_reason = reason
    row.save()
    record(by, "followup.changed", case_number=row.case.number, details={"months": row.months})
    return True


@transaction.atomic
def decide_rest(*, by: Person, case: Case, keep: bool, reason: str = "") -> int:
    """At closing: what is still to come stays on Vandaag, or is left out with a reason. Returns how many it were."""
    Case.objects.select_for_update().get(pk=case.pk)
    waiting = [one for one in case.followups.all() if one.is_open and one.stays != keep]
    if not keep:
        waiting = [one for one in case.followups.all() if one.is_open]
    for one in waiting:
        one.stays, one.skipped_reason = keep, "" if keep else reason
        one.save()
        record(by, "followup.changed", case_number=case.number, details={"months": one.months})
    return len(waiting)


def last_begin(case: Case) -> date | None:
    """From which day the last series counts."""
    found: date | None = case.followups.aggregate(last=Max("begins_on"))["last"]
    return found
