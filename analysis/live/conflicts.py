"""Words of two people in one place: both are kept, and the one who came second chooses."""

from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from analysis.board.changes import Change, Gone, changing
from analysis.board.models import Analysis, Part
from analysis.board.rebasing import as_it_was
from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.actions import record
from expertteam.connections.asked_often import AskedOften
from expertteam.texts.merge import merge, merge_both

from .answers import Answer, conflict_json, who_wrote
from .fields import FIELDS, Field
from .models import MOST_OPS, Conflict, Step
from .returning import bring_back
from .writing import write_field

WAITING = AskedOften(
    lambda analysis, author, piece, pk, field, op: (
        Conflict.objects.filter(analysis=analysis, author=author, piece=piece, part_id=pk, field=field)
        .filter(Q(settled_at=None) | Q(ops__contains=[op]))
        .order_by(F("settled_at").desc(nulls_first=True))[:1]
    )
)
CHOICES = ("mine", "theirs", "both", "own")


def waiting_for(change: Change, words: Any) -> Conflict | None:
    """The conflict in this field in which this person still has to choose, or the one this very save was in."""
    return WAITING.first(
        analysis=change.analysis.pk,
        author=change.by.user.pk,
        piece=words.piece,
        pk=words.pk,
        field=words.field,
        op=words.op,
    )


def open_conflicts(analysis: Analysis, by: Person) -> list[dict[str, Any]]:
    """Every conflict in which this person still has to choose, as `answers.conflict_json`; for a page that opens.

    At most six queries, however many there are: one for each kind of piece.
    """
    rows = list(Conflict.objects.filter(analysis=analysis, author=by.user, settled_at=None))
    if not rows:
        return []
    steps = Step.objects.filter(analysis=analysis, part_id__in={row.part_id for row in rows})
    last = steps.order_by("piece", "part_id", "-number").distinct("piece", "part_id").select_related("by")
    names = {(step.piece, step.part_id): step.by.name for step in last}
    texts = {row.pk: "" for row in rows}
    for model in {FIELDS[row.piece, row.field].model for row in rows}:
        about = [row for row in rows if FIELDS[row.piece, row.field].model is model]
        board: Any = model._default_manager
        parts = board.filter(analysis=analysis).in_bulk([row.part_id for row in about])
        texts |= {
            row.pk: str(getattr(parts[row.part_id], row.field)) for row in about if row.part_id in parts
        }
    return [conflict_json(row, texts[row.pk], names.get((row.piece, row.part_id), "")) for row in rows]


def has_to_choose(by: Person, case: Case, pk: int) -> bool:
    """Whether this is a conflict of this person on the board of this case; chosen or not."""
    return Conflict.objects.filter(pk=pk, analysis__case=case, author=by.user).exists()


def keep_mine(change: Change, words: Any, row: Conflict | None, part: Part, mine: str) -> Answer:
    """Let the words of this person wait beside the text, in `row` when some wait already; `words` is the save."""
    if row is None:
        row = Conflict(
            analysis=change.analysis,
            piece=words.piece,
            part_id=part.pk,
            field=words.field,
            author=change.by.user,
            base_version=words.version,
        )
        _trace(change, "woorden bewaard naast die van een ander")
    if words.op not in row.ops:
        row.mine = mine
        row.ops = [*row.ops, words.op][-MOST_OPS:]
    row.theirs_version = part.version
    row.save()
    return told(change, row, part)


def close(row: Conflict) -> None:
    """Its author has nothing to choose any more; the words stay with the case."""
    row.settled_at = timezone.now()
    row.save(update_fields=["settled_at"])


def told(change: Change, row: Conflict, part: Part) -> Answer:
    """The answer that asks its author to choose."""
    theirs = str(getattr(part, row.field))
    number = change.analysis.version + change.happened
    return Answer("conflict", part.version, theirs, number, row, theirs, who_wrote(part))


def settle(*, by: Person, analysis: Analysis, pk: int, keep: str, value: str = "") -> Answer:
    """What the author chose: their own words, those of the other, both after each other, or new words (`value`).

    Words others wrote since the author saw it are merged in; when they overlap again, the author is asked again. Raises
    Gone when this person has no such conflict, NotAllowed when it cannot stand in the field.
    """
    with changing(by, analysis, "gekozen tussen twee teksten") as change:
        change.happened = False
        row = Conflict.objects.filter(pk=pk, analysis=analysis, author=by.user).first()
        if row is None:
            raise Gone
        field = FIELDS[row.piece, row.field]
        part = change.standing(field.model, row.part_id)
        if row.settled_at is not None or keep == "theirs":
            return _leave(change, row, part)
        if part is None:
            part = bring_back(change, field.model, row.part_id)
            change.happened = True
        return _choose(change, row, part, field, keep, value)


def _leave(change: Change, row: Conflict, part: Part | None) -> Answer:
    if row.settled_at is None:
        close(row)
        _trace(change, "gekozen voor de woorden van een ander")
    if part is None:
        raise Gone
    return Answer("saved", part.version, str(getattr(part, row.field)), change.analysis.version)


def _choose(change: Change, row: Conflict, part: Part, field: Field, keep: str, value: str) -> Answer:
    now = str(getattr(part, row.field))
    seen = _text_at(part, row.theirs_version, row.field)
    if keep == "mine":
        chosen = row.mine
    elif keep == "both":
        chosen = merge_both(_text_at(part, row.base_version, row.field), row.mine, seen, field.between)
    else:
        chosen = value
    chosen = field.cleaned(chosen, change.by.team, now)
    new = merge(seen, chosen, now)
    if new is None or not field.holds(new):
        row.mine, row.base_version, row.theirs_version = chosen, row.theirs_version, part.version
        row.save()
        return told(change, row, part)
    close(row)
    return write_field(change, part, row.field, new, as_sent=new == chosen)


def _trace(change: Change, what: str) -> None:
    record(change.by, "analysis.changed", case_number=change.analysis.case.number, details={"what": what})


def _text_at(part: Part, version: int, name: str) -> str:
    seen = as_it_was(part, version)
    return "" if seen is None else str(getattr(seen, name))
