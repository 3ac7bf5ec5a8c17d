"""One person at a time writes in an analysis: a lease of two minutes, renewed by working, taken over by saying so."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from expertteam.access.person import Person
from expertteam.accounts.models import User
from expertteam.audit.actions import record

from .models import Analysis

DURATION = timedelta(minutes=2)


class LeaseTaken(Exception):
    """Somebody else is writing now; `name` is who."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def holder(analysis: Analysis) -> User | None:
    """Who is writing now; None when nobody is, or when their two minutes are over."""
    if analysis.editor is None or analysis.editor_until is None or analysis.editor_until <= timezone.now():
        return None
    return analysis.editor


def refuse_another(by: Person, analysis: Analysis) -> None:
    """Raise LeaseTaken when somebody else is writing."""
    writer = holder(analysis)
    if writer is not None and writer.pk != by.user.pk:
        raise LeaseTaken(writer.name)


def locked(analysis: Analysis) -> Analysis:
    """The row of this analysis with its case, held until the transaction ends.

    Who is writing is asked afterwards: a join made while waiting for the row still holds who wrote before.
    """
    return Analysis.objects.select_for_update(of=("self",)).select_related("case").get(pk=analysis.pk)


@transaction.atomic
def take(*, by: Person, analysis: Analysis, over: bool = False) -> None:
    """Begin to write, or go on for another two minutes; LeaseTaken when somebody else is writing.

    `over`: take it from them. What they typed stays in their form; saving it is refused, not lost.
    """
    row = locked(analysis)
    if not over:
        refuse_another(by, row)
    writer = holder(row)
    extend(by, row)
    if writer is None or writer.pk != by.user.pk:
        details = {"over": writer is not None}
        record(by, "analysis.edit_started", case_number=row.case.number, details=details)
    analysis.editor, analysis.editor_until = by.user, row.editor_until


def extend(by: Person, row: Analysis) -> None:
    """Write two minutes from now in a row that is held."""
    row.editor, row.editor_until = by.user, timezone.now() + DURATION
    Analysis.objects.filter(pk=row.pk).update(editor=by.user, editor_until=row.editor_until)


def release(*, by: Person, analysis: Analysis) -> None:
    """Stop writing, so that another can begin at once; nothing happens when it was not yours."""
    Analysis.objects.filter(pk=analysis.pk, editor=by.user).update(editor=None, editor_until=None)
