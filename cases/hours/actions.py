"""Writing down hours, confirming what the site proposed, and correcting."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Sum

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.accounts.models import User
from expertteam.audit.actions import record

from .models import DismissedProposal, HourEntry
from .parsing import Worked
from .proposals import proposal, proposals_in

LONGEST = HourEntry._meta.get_field("what").max_length or 0


class MoreThanADay(ValueError):
    """Nobody works more than 24 hours on one day; `already` is what stands there, in minutes."""

    def __init__(self, already: int) -> None:
        super().__init__(already)
        self.already = already


class NotYourProposal(PermissionError):
    """Only the procesregisseur confirms hours of somebody else."""


def already(user: User, day: date, but: HourEntry | None = None) -> int:
    """Minutes of this person on this day in all cases, without one entry."""
    entries = HourEntry.objects.filter(user=user, day=day)
    if but is not None and but.pk is not None:
        entries = entries.exclude(pk=but.pk)
    return entries.aggregate(all=Sum("minutes"))["all"] or 0


def store(entry: HourEntry, but: HourEntry | None = None) -> None:
    """Save hours; the database refuses more than a day (trigger `cases_hours_of_a_day`). MoreThanADay."""
    try:
        with transaction.atomic():
            entry.save()
    except IntegrityError as refused:
        if "24 hours" not in str(refused):
            raise
        raise MoreThanADay(already(entry.user, entry.day, but)) from refused


@transaction.atomic
def add_hours(*, by: Person, case: Case, user: User, worked: Worked, token: UUID | None = None) -> HourEntry:
    """Write down what somebody did; the same `token` again (a double click) writes nothing. MoreThanADay."""
    Case.objects.select_for_update().get(pk=case.pk)
    there = HourEntry.objects.filter(form_token=token, case=case).first() if token else None
    if there:
        return there
    entry = HourEntry(
        case=case, user=user, day=worked.day, minutes=worked.minutes, what=worked.what, entered_by=by.user,
        form_token=token,
    )  # fmt: skip
    store(entry)
    record(by, "hours.added", case_number=case.number, details={"user": user.pk})
    return entry


@transaction.atomic
def confirm(*, by: Person, case: Case, origin: str, key: int, others: bool = False) -> HourEntry | None:
    """Make hours of a proposal; None when it was confirmed or refused already (a double click).

    NotYourProposal for somebody else's, unless `others`; MoreThanADay.
    """
    Case.objects.select_for_update().get(pk=case.pk)
    found = mine(by, case, origin, key, others)
    if found is None:
        return None
    entry = HourEntry(
        case=case, user_id=found.worker, day=found.on, minutes=found.took, what=found.about[:LONGEST],
        source=origin, source_id=found.pk, entered_by=by.user,
    )  # fmt: skip
    store(entry)
    record(by, "hours.confirmed", case_number=case.number, details={"user": found.worker})
    return entry


@transaction.atomic
def confirm_all(*, by: Person, case: Case) -> int:
    """Confirm everything of one's own that waits in this case; returns how many. MoreThanADay: then nothing is done."""
    waiting = [(row["origin"], row["pk"]) for row in proposals_in(case, by.user)]
    done = [confirm(by=by, case=case, origin=origin, key=key) for origin, key in waiting]
    return sum(1 for entry in done if entry)


@transaction.atomic
def dismiss(*, by: Person, case: Case, origin: str, key: int, others: bool = False) -> bool:
    """Say that a proposal was no work on this case; it does not come back. False when it was gone. NotYourProposal."""
    Case.objects.select_for_update().get(pk=case.pk)
    found = mine(by, case, origin, key, others)
    if found is None:
        return False
    DismissedProposal.objects.create(case=case, user_id=found.worker, source=origin, source_id=found.pk)
    record(by, "hours.dismissed", case_number=case.number, details={"user": found.worker})
    return True


def mine(by: Person, case: Case, origin: str, key: int, others: bool) -> Any:
    """The proposal, when it still waits and is one's own (or `others`)."""
    found = proposal(case, origin, key)
    if found is not None and found.worker != by.user.pk and not others:
        raise NotYourProposal
    return found


@transaction.atomic
def correct_hours(*, by: Person, entry: HourEntry, worked: Worked) -> bool:
    """Correct hours; what stood there can be read in the history. False when nothing is new. MoreThanADay."""
    entry = HourEntry.objects.select_for_update(of=("self",)).select_related("case", "user").get(pk=entry.pk)
    if (entry.day, entry.minutes, entry.what) == (worked.day, worked.minutes, worked.what):
        return False
    entry.day, entry.minutes, entry.what = worked.day, worked.minutes, worked.what
    store(entry, but=entry)
    record(by, "hours.changed", case_number=entry.case.number, details={"user": entry.user_id})
    return True


@transaction.atomic
def remove_hours(*, by: Person, entry: HourEntry) -> None:
    """Take hours away that were not worked; the history keeps them, and a proposal does not come back."""
    case = entry.case
    if entry.source and entry.source_id is not None:
        DismissedProposal.objects.get_or_create(
            user=entry.user, source=entry.source, source_id=entry.source_id, defaults={"case": case}
        )
    record(by, "hours.removed", case_number=case.number, details={"user": entry.user_id})
    entry.delete()
