"""What every change of an analysis has in common: one at a time, counted, traced, and never over another's work."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import F, Max, Model
from django.utils import timezone

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.actions import record

from . import lease
from .models import Analysis, Part

AnyPart = TypeVar("AnyPart", bound=Part)


class NotAllowed(Exception):
    """A rule of the analysis forbids this; `reasons` are sentences for the person."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class Stale(Exception):
    """It was changed since the person began; `current` is how it stands now."""

    def __init__(self, current: Model) -> None:
        super().__init__(str(current.pk))
        self.current = current


class Gone(Exception):
    """It was removed in the meantime."""


@dataclass
class Change:
    """A change that is being made. Clear `happened` when everything already was as asked."""

    by: Person
    analysis: Analysis
    what: str
    details: dict[str, Any] = field(default_factory=dict)
    happened: bool = True

    def current(self, part: AnyPart, version: int | None = None) -> AnyPart:
        """The piece as it stands now; Gone, or Stale when `version` is not the one it has."""
        found = type(part)._default_manager.filter(pk=part.pk, analysis_id=self.analysis.pk).first()
        if found is None:
            raise Gone
        if version is not None and version != found.version:
            raise Stale(found)
        return found

    def made_by(self, model: type[AnyPart], form_token: UUID | None) -> AnyPart | None:
        """The piece this very form made already (a double click)."""
        if form_token is None:
            return None
        return model._default_manager.filter(analysis_id=self.analysis.pk, form_token=form_token).first()

    def save(self, part: AnyPart) -> AnyPart:
        """Store a new or changed piece, with its version counted on and this person in its history."""
        if part.pk is None:
            part.position = self.next_position(type(part))
        else:
            part.version += 1
        self.write(part)
        self.details[type(part).__name__.lower()] = part.pk
        return part

    def write(self, row: Model, **options: Any) -> None:
        """Store a row with this person in its history."""
        row._history_user = self.by.user  # type: ignore[attr-defined]
        row.save(**options)

    def count_on(self, part: Part) -> None:
        """Give a piece its next version; what hangs on it is changed by the caller, which makes the record."""
        part.version += 1
        part._history_user = self.by.user  # type: ignore[attr-defined]
        type(part)._default_manager.filter(pk=part.pk).update(version=part.version)

    def delete(self, part: Part) -> int:
        """Remove a piece; gives the number of its last record in the history."""
        kind, key = type(part), part.pk
        part._history_user = self.by.user  # type: ignore[attr-defined]
        part.delete()
        history = kind.history.filter(id=key, history_type="-")  # type: ignore[attr-defined]
        return int(history.order_by("-history_id").values_list("history_id", flat=True)[0])

    def next_position(self, model: Any) -> int:
        """The place behind the last piece of this kind."""
        last = model.objects.filter(analysis_id=self.analysis.pk).aggregate(last=Max("position"))["last"]
        return 0 if last is None else last + 1


@contextmanager
def changing(by: Person, analysis: Analysis, what: str) -> Iterator[Change]:
    """A change by this person in one transaction; `what` is Dutch and stands in the trace.

    Raises LeaseTaken when another person is writing. Afterwards the analysis counts one version more.
    """
    with transaction.atomic():
        row = lease.locked(analysis)
        lease.refuse_another(by, row)
        change = Change(by, row, what)
        yield change
        if row.editor_id == by.user.pk:
            lease.extend(by, row)
        if change.happened:
            _count(change)


def _count(change: Change) -> None:
    now = timezone.now()
    Analysis.objects.filter(pk=change.analysis.pk).update(version=F("version") + 1, changed_at=now)
    Case.objects.filter(pk=change.analysis.case_id).update(touched_at=now)
    details = {"what": change.what, **change.details}
    record(change.by, "analysis.changed", case_number=change.analysis.case.number, details=details)


def fill(row: Model, values: dict[str, Any]) -> bool:
    """Put values in the fields; whether any of them differed."""
    differs = [name for name, value in values.items() if getattr(row, name) != value]
    for name in differs:
        setattr(row, name, values[name])
    return bool(differs)
