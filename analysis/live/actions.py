"""Words that are saved while somebody types: merged with what others wrote meanwhile, and never thrown away.

Every action holds the analysis while it writes. They raise NotAllowed (a rule forbids it, with sentences) and Gone (it
never was on this board, or was taken away and nothing was written in it).
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Case as First
from django.db.models import Q, When
from django.utils import timezone

from analysis.board.changes import Change, Gone, NotAllowed, changing
from analysis.board.models import Part
from analysis.board.rebasing import as_it_was
from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.connections.asked_often import AskedOften
from expertteam.texts.merge import merge

from .answers import Answer
from .conflicts import close, keep_mine, waiting_for
from .fields import FIELDS, Field
from .models import Did, Step
from .returning import bring_back
from .writing import write_field

USED = "Dit is al eens bewaard, ergens anders op het bord."
# Saves of one person in one piece within this time are one line in the trace; every one of them is in the history.
ONE_LINE = timedelta(minutes=10)


EARLIER = AskedOften(
    lambda analysis, op, by, piece, pk, since: (
        Step.objects.filter(analysis=analysis)
        .filter(Q(op=op) | Q(by=by, piece=piece, part_id=pk, what=Did.CHANGE, at__gte=since))
        .order_by(First(When(op=op, then=0), default=1), "-number")[:1]
    )
)


@dataclass(frozen=True)
class Words:
    """What the browser sends: the value of one field, the version of the piece it is based on, and its own number."""

    op: UUID
    piece: str
    pk: int
    field: str
    version: int
    value: str

    @property
    def about(self) -> Field:
        """The field; KeyError when there is none of that name."""
        return FIELDS[self.piece, self.field]


def save_words(*, by: Person, case: Case, words: Words) -> Answer:
    """Save the value of one field. The same `op` a second time answers the same and writes nothing.

    A text merges by words with what others wrote since; where that overlaps it stays as it is, and these words wait in
    a Conflict. A choice simply counts. A piece that was taken away meanwhile comes back, with these words.
    """
    with changing(by, case, f"{words.piece} gewijzigd") as change:
        change.happened = False
        earlier = _earlier_step(change, words)
        if earlier is not None and earlier.op == words.op:
            if (earlier.piece, earlier.part_id, earlier.field) != (words.piece, words.pk, words.field):
                raise NotAllowed([USED])
            return _same_answer(change, words, earlier)
        change.silent = earlier is not None
        change.step.op = words.op
        return _save(change, words)


def _earlier_step(change: Change, words: Words) -> Step | None:
    """The step of this very save, or else one of this person in this piece in the last minutes; one query."""
    return EARLIER.first(
        analysis=change.analysis.pk,
        op=words.op,
        by=change.by.user.pk,
        piece=words.piece,
        pk=words.pk,
        since=timezone.now() - ONE_LINE,
    )


def _same_answer(change: Change, words: Words, step: Step) -> Answer:
    found = words.about.model.history.filter(  # type: ignore[attr-defined]
        id=step.part_id, analysis_id=change.analysis.pk, version=step.part_version
    )
    value = str(found.order_by("-history_id").values_list(words.field, flat=True)[0])
    restored = step.what == Did.RESTORE
    state = "restored" if restored else "saved" if step.part_version == words.version + 1 else "merged"
    return Answer(state, step.part_version, value, step.number)


def _save(change: Change, words: Words) -> Answer:
    field = words.about
    part = change.standing(field.model, words.pk)
    base = _base(change, words, part)
    standing = getattr(part, field.name) if part is not None else base or ""
    value = field.cleaned(words.value, change.by.team, standing)
    restored = part is None
    if part is None:
        if value == base:
            raise Gone
        part = bring_back(change, field.model, words.pk)
        change.happened = True
    if not field.is_text:
        return write_field(change, part, field.name, value, restored=restored)
    return _save_text(change, words, part, base, value, restored)


def _save_text(
    change: Change, words: Words, part: Part, base: str | None, value: str, restored: bool
) -> Answer:
    now = str(getattr(part, words.field))
    waiting = waiting_for(change, words)
    if waiting is not None:
        if waiting.settled_at is not None:
            return Answer("saved", part.version, now, change.analysis.version + change.happened)
        if value != now:
            return keep_mine(change, words, waiting, part, value)
        close(waiting)
    new = value if base == now else merge(base or "", value, now)
    if new is None or not words.about.holds(new):
        return keep_mine(change, words, None, part, value)
    return write_field(change, part, words.field, new, as_sent=new == value, restored=restored)


def _base(change: Change, words: Words, part: Part | None) -> str | None:
    """What stood in the field when the person began; None when the version says nothing."""
    if part is not None and part.version == words.version:
        return str(getattr(part, words.field))
    model: Any = words.about.model
    seen = as_it_was(part or model(pk=words.pk, analysis=change.analysis), words.version)
    return None if seen is None else str(getattr(seen, words.field))
