"""Every wording one piece ever had: who wrote it, when, and what was different from the one before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from analysis.board.models import Analysis, Element
from cases.choices.queries import label

from .content import advice_state, card_state, dissent_state, explanation_state
from .field_diffs import FieldDiff, advice_fields, card_fields, dissent_fields, explanation_fields
from .past import TOLD, hung_of
from .stands import key_of
from .timeline import NOBODY

ONE_GO = timedelta(minutes=2)
MOST = 100


@dataclass(frozen=True)
class Wording:
    """How a piece read from `at` on. `fields` differ from the wording before; none for the first.

    `key` is the moment, `piece` how it read then; `gone`: it was taken away at this moment.
    """

    at: datetime
    who: str
    key: str
    piece: Any
    fields: tuple[FieldDiff, ...] = ()
    gone: bool = False
    back: bool = False


def wordings_of(analysis: Analysis, piece: str, pk: int) -> list[Wording]:
    """Every wording, the newest first; empty when this analysis never had such a piece. At most four queries.

    What one person wrote within two minutes is one wording: a text that is saved while it is typed would be hundreds.
    """
    model, _ = TOLD[piece]
    history: Any = model.history.model.objects
    rows = history.filter(id=pk, analysis_id=analysis.pk).select_related("history_user")
    records = list(rows.order_by("history_id"))
    hung = hung_of(analysis) if piece == "advies" else {}
    texts = _texts(hung)
    found: list[Wording] = []
    for row, one in _in_one_go(records, lambda row: _state(piece, row, hung)):
        before = found[-1] if found else None
        fields = _fields(piece, before.piece, one, texts) if before else ()
        gone, back = row.history_type == "-", bool(before and before.gone)
        if before is None or fields or gone or back:
            who = str(row.history_user or NOBODY)
            found.append(Wording(row.history_date, who, key_of(row.history_date), one, fields, gone, back))
    return list(reversed(found))[:MOST]


def _in_one_go(records: list[Any], state: Any) -> Iterator[tuple[Any, Any]]:
    """The last record of everything one person wrote in one go, with the piece as it was then."""
    begun: datetime | None = None
    for row, after in zip(records, [*records[1:], None][: len(records)], strict=True):
        begun = begun or row.history_date
        goes_on = (
            after is not None
            and after.history_user_id == row.history_user_id
            and "-" not in (row.history_type, after.history_type)
            and after.history_date - begun <= ONE_GO
        )
        if not goes_on:
            begun = None
            yield row, state(row)


def _state(piece: str, row: Any, hung: dict[int, list[int]]) -> Any:
    if piece == "kaartje":
        return card_state(row)
    if piece == "advies":
        return advice_state(row, hung.get(row.history_id, []))
    return dissent_state(row) if piece == "kijk" else explanation_state(row)


def _fields(piece: str, was: Any, now: Any, texts: dict[int, str]) -> tuple[FieldDiff, ...]:
    if piece == "kaartje":
        return card_fields(was, now, label)
    if piece == "advies":
        return advice_fields(was, now, texts, label)
    return dissent_fields(was, now) if piece == "kijk" else explanation_fields(was, now, label)


def _texts(hung: dict[int, list[int]]) -> dict[int, str]:
    """The last known texts of the cards an advice ever hung on."""
    wanted = {pk for cards in hung.values() for pk in cards}
    if not wanted:
        return {}
    rows: Any = Element.history.model.objects.filter(id__in=wanted)
    return dict(rows.order_by("id", "-history_id").distinct("id").values_list("id", "text"))
