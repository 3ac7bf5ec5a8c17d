"""What every change of an analysis has in common: one at a time, counted, told to everybody, and traced."""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import Count, Max, Model
from django.db.models.signals import post_save
from django.utils import timezone

from analysis.live.models import Did, Piece, Step
from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.actions import record
from expertteam.connections.asked_often import AskedOften
from expertteam.connections.written_often import ChangedOften

from .arranging import arranged_after
from .models import Advice, Analysis, Dissent, Element, Explanation, Link, Part

AnyPart = TypeVar("AnyPart", bound=Part)
PIECES: dict[type[Model], Piece] = {
    Element: Piece.CARD,
    Link: Piece.LINK,
    Explanation: Piece.EXPLANATION,
    Advice: Piece.ADVICE,
    Dissent: Piece.VIEW,
}
# A case that was touched this shortly ago is not written again for it: in a meeting that is every second.
TOUCHED = timedelta(minutes=1)
# Of one kind on one board. Forty is a full board; far above that the page and the picture only get in the way.
MOST_PIECES = 1000
FULL = "Het bord is vol: er staan er al duizend. Haal eerst iets weg."


# Where boxes stand is only asked when links come and go.
HELD = AskedOften(
    lambda case: Analysis.objects.select_for_update(of=("self",)).filter(case=case).defer("arranged")[:1]
)


COUNTED = ChangedOften(
    lambda pk, version, now: (Analysis.objects.filter(pk=pk), {"version": version, "changed_at": now})
)


class NotAllowed(Exception):
    """A rule of the analysis forbids this; `reasons` are sentences for the person."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class Stale(Exception):
    """It was changed since the person began, in the same place; `current` is how it stands now."""

    def __init__(self, current: Model) -> None:
        super().__init__(str(current.pk))
        self.current = current


class Gone(Exception):
    """It was removed in the meantime."""


@dataclass
class Change:
    """A change that is being made. Clear `happened` when everything already was as asked.

    `step` becomes the row that says what was done; `silent` leaves no line in the trace, because there is one already.
    """

    by: Person
    analysis: Analysis
    what: str
    step: Step
    details: dict[str, Any] = field(default_factory=dict)
    happened: bool = True
    silent: bool = False

    def current(self, part: AnyPart, version: int | None = None) -> AnyPart:
        """The piece as it stands now; Gone, or Stale when `version` is not the one it has."""
        found = self.standing(type(part), part.pk)
        if found is None:
            raise Gone
        if version is not None and version != found.version:
            raise Stale(found)
        return found

    def standing(self, model: type[AnyPart], pk: int) -> AnyPart | None:
        """The piece with this key, as it stands now on this board."""
        return _on_board(model).first(pk=pk, analysis=self.analysis.pk)

    def made_by(self, model: type[AnyPart], form_token: UUID | None) -> AnyPart | None:
        """The piece this very form made already (a double click)."""
        if form_token is None:
            return None
        return model._default_manager.filter(analysis_id=self.analysis.pk, form_token=form_token).first()

    def save(self, part: AnyPart, only: str = "") -> AnyPart:
        """Store a new or changed piece, with its version counted on and this person in its history.

        `only`: the one field that was changed; the database then need not check the others again.
        """
        did = Did.ADD if part.pk is None else Did.CHANGE
        if did == Did.ADD:
            part.position = self.next_position(type(part))
        else:
            part.version += 1
        if only:
            self._write_field(part, only)
        else:
            self.write(part)
        self.note(did, part)
        return part

    def note(self, did: Did, part: Part, removed: dict[str, Any] | None = None) -> None:
        """Say in the step what was done to which piece; `removed` is what undoing it needs. The last word counts."""
        self.step.what, self.step.piece = did, PIECES[type(part)]
        self.step.part_id, self.step.part_version, self.step.removed = part.pk, part.version, removed or {}
        self.details[type(part).__name__.lower()] = part.pk

    def write(self, row: Model, **options: Any) -> None:
        """Store a row with this person in its history."""
        row._history_user = self.by.user  # type: ignore[attr-defined]
        row.save(**options)

    def _write_field(self, part: Part, name: str) -> None:
        """The same for one field and the version; this is what every saved word does."""
        part._history_user = self.by.user  # type: ignore[attr-defined]
        if not _field(type(part), name).change(pk=part.pk, value=getattr(part, name), version=part.version):
            raise Gone
        told: dict[str, Any] = {"created": False, "raw": False, "using": DEFAULT_DB_ALIAS}
        post_save.send(sender=type(part), instance=part, update_fields=frozenset({name, "version"}), **told)

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
        """The place behind the last piece of this kind; NotAllowed when there are more than anybody can read."""
        found = model.objects.filter(analysis_id=self.analysis.pk).aggregate(
            last=Max("position"), count=Count("pk")
        )
        if found["count"] >= MOST_PIECES:
            raise NotAllowed([FULL])
        return 0 if found["last"] is None else found["last"] + 1


@contextmanager
def changing(by: Person, of: Analysis | Case, what: str) -> Iterator[Change]:
    """A change of an analysis, or of that of a case, in one transaction; `what` is Dutch and stands in the trace.

    The row of the analysis is held, so that changes of one analysis come one after the other. Afterwards it counts one
    version more and has one step more, and every web process hears so.
    """
    with transaction.atomic():
        row = locked(of)
        change = Change(by, row, what, Step(analysis=row, by=by.user))
        yield change
        if change.happened:
            _count(change)


def locked(of: Analysis | Case) -> Analysis:
    """The row of this analysis with its case, held until the transaction ends; of a case: made when there is none."""
    rows = Analysis.objects.select_for_update(of=("self",))
    if isinstance(of, Analysis):
        return rows.select_related("case").get(pk=of.pk)
    row = HELD.first(case=of.pk) or rows.get(pk=Analysis.objects.get_or_create(case=of)[0].pk)
    row.case = of
    return row


@functools.cache
def _on_board(model: type[AnyPart]) -> AskedOften[AnyPart]:
    return AskedOften(lambda pk, analysis: model._default_manager.filter(pk=pk, analysis=analysis)[:1])


@functools.cache
def _field(model: type[Part], name: str) -> ChangedOften:
    return ChangedOften(
        lambda pk, value, version: (
            model._default_manager.filter(pk=pk), {name: value, "version": version},
        )
    )  # fmt: skip


def _count(change: Change) -> None:
    now, row, step = timezone.now(), change.analysis, change.step
    row.version += 1
    COUNTED.change(pk=row.pk, version=row.version, now=now)
    if arranged := arranged_after(step, row):
        Analysis.objects.filter(pk=row.pk).update(arranged=arranged)
    step.number, step.at = row.version, now
    step.save(force_insert=True)
    if row.case.touched_at < now - TOUCHED:
        Case.objects.filter(pk=row.case_id).update(touched_at=now)
    if change.silent:
        change.by.traced.add(row.case.number)
    else:
        details = {"what": change.what, **change.details}
        record(change.by, "analysis.changed", case_number=row.case.number, details=details)


def fill(row: Model, values: dict[str, Any]) -> bool:
    """Put values in the fields; whether any of them differed."""
    differs = [name for name, value in values.items() if getattr(row, name) != value]
    for name in differs:
        setattr(row, name, values[name])
    return bool(differs)
