"""A piece that was taken away while somebody was writing in it comes back, with its links."""

from typing import TypeVar

from analysis.board.changes import PIECES, Change, Gone
from analysis.board.models import Part
from analysis.board.undo import Removed, removed_from, restore

from .models import Did, Step

AnyPart = TypeVar("AnyPart", bound=Part)


def bring_back(change: Change, model: type[AnyPart], pk: int) -> AnyPart:
    """The piece as it was when it was taken away from this board, with what hung on it; Gone when it never was here."""
    steps = Step.objects.filter(analysis=change.analysis, piece=PIECES[model], part_id=pk, what=Did.REMOVE)
    last = steps.order_by("-number").first()
    removed = removed_from(last.removed) if last is not None else _from_history(change, model, pk)
    return restore(change, model, removed)


def _from_history(change: Change, model: type[Part], pk: int) -> Removed:
    """For what was taken away before steps were kept: without its links."""
    rows = model.history.filter(id=pk, analysis_id=change.analysis.pk, history_type="-")  # type: ignore[attr-defined]
    record = rows.order_by("-history_id").values_list("history_id", flat=True).first()
    if record is None:
        raise Gone
    return Removed(change.analysis.pk, model.__name__.lower(), pk, record)
