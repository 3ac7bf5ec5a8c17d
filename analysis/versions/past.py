"""The analysis as it stood at any moment, and who did what to it: read from the history of its pieces."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from typing import Any

from django.apps import apps

from analysis.board.models import Advice, Analysis, Dissent, Element, Explanation, Link

from .content import advice_state, card_state, care_state, dissent_state, explanation_state, link_state
from .state import CareState, State

# Per slug of a piece: its model, and the columns of which a change is worth telling.
TOLD: dict[str, tuple[type[Any], tuple[str, ...]]] = {
    "kaartje": (Element, ("text", "kind", "domain", "source", "said_by")),
    "verband": (Link, ("source_id", "target_id", "kind")),
    "verklaring": (Explanation, ("text", "certainty", "test")),
    "kijk": (Dissent, ("said_by", "text", "explanation_id")),
    "advies": (Advice, ("text", "life_area", "owner_name", "variant")),
    "zorg": (Analysis, ("harmful_care", "positive_pattern", "profile", "climate")),
}


class What(StrEnum):
    """What somebody did to a piece."""

    MADE = "gemaakt"
    CHANGED = "gewijzigd"
    MOVED = "verplaatst"
    REMOVED = "weggehaald"
    BACK = "teruggezet"


@dataclass(frozen=True)
class Deed:
    """One thing somebody did. `key` is the number of the piece, or the pair of a link («12-15»).

    `who` is the number of a user, None when the site did it by itself.
    """

    piece: str
    key: str
    what: What
    at: datetime
    who: int | None


def state_at(analysis: Analysis, moment: datetime) -> State:
    """The pieces as they stood at this moment; seven queries.

    The order of cards and advice is about right: moving one card numbers the others again without a record.
    """
    cards = [card_state(row) for row in _standing(Element, analysis, moment)]
    links = [link_state(row) for row in _standing(Link, analysis, moment)]
    explanations = [explanation_state(row) for row in _standing(Explanation, analysis, moment)]
    dissents = [dissent_state(row) for row in _standing(Dissent, analysis, moment)]
    known, told = {one.pk for one in cards}, {one.pk for one in explanations}
    return State(
        cards=tuple(cards),
        links=tuple(one for one in links if {one.source, one.target} <= known),
        explanations=tuple(explanations),
        dissents=tuple(one for one in dissents if one.explanation in told),
        advices=tuple(_advices(analysis, moment, known)),
        care=_care(analysis, moment),
    )


def _standing(model: Any, analysis: Analysis, moment: datetime) -> list[Any]:
    """The last record of every piece that was there, in the order of the board."""
    rows = model.history.model.objects.filter(analysis_id=analysis.pk, history_date__lte=moment)
    last = rows.order_by("id", "-history_id").distinct("id")
    return sorted((row for row in last if row.history_type != "-"), key=lambda row: (row.position, row.id))


def _advices(analysis: Analysis, moment: datetime, known: set[int]) -> Iterator[Any]:
    rows = _standing(Advice, analysis, moment)
    hung = hung_of(analysis)
    for row in rows:
        yield advice_state(row, [pk for pk in hung.get(row.history_id, ()) if pk in known])


def hung_of(analysis: Analysis) -> dict[int, list[int]]:
    """Per record of an advice the numbers of the cards it hung on; one query."""
    through: Any = apps.get_model("analysis", "HistoricalAdvice_elements")
    rows = through.objects.filter(history__analysis_id=analysis.pk).order_by("pk")
    found: dict[int, list[int]] = {}
    for record, element in rows.values_list("history_id", "element_id"):
        found.setdefault(record, []).append(element)
    return found


def _care(analysis: Analysis, moment: datetime) -> CareState:
    rows: Any = Analysis.history.model.objects
    last = rows.filter(id=analysis.pk, history_date__lte=moment).order_by("-history_id").first()
    return care_state(last) if last is not None else CareState()


def deeds_of(analysis: Analysis) -> list[Deed]:
    """Everything anybody did to any piece, in the order in which it was done; seven queries, however much that is.

    What only numbered or counted a piece is not told.
    """
    deeds = [deed for piece in TOLD for deed in _deeds(piece, analysis)]
    return sorted(deeds, key=lambda deed: deed.at)


def _deeds(piece: str, analysis: Analysis) -> Iterator[Deed]:
    for _, group in groupby(_records(piece, analysis), key=lambda row: row["id"]):
        before: dict[str, Any] | None = None
        for row in _each_version(group):
            what = _what(before, row)
            before = row
            if what is not None:
                yield Deed(piece, _key(piece, row), what, row["history_date"], row["history_user_id"])


def _key(piece: str, row: dict[str, Any]) -> str:
    return f"{row['told'][0]}-{row['told'][1]}" if piece == "verband" else str(row["id"])


def _records(piece: str, analysis: Analysis) -> Iterator[dict[str, Any]]:
    """Every record of this kind of piece, piece by piece; what is worth telling stands under `told`."""
    model, columns = TOLD[piece]
    owner = {"id": analysis.pk} if piece == "zorg" else {"analysis_id": analysis.pk}
    names = ("id", "history_id", "history_type", "history_date", "history_user_id", *columns)
    counted = () if piece == "zorg" else ("version",)
    rows = model.history.model.objects.filter(**owner).order_by("id", "history_id").values(*names, *counted)
    hung = hung_of(analysis) if piece == "advies" else {}
    for row in rows.iterator(chunk_size=2000):
        told = [row.pop(name) for name in columns]
        yield {**row, "told": [*told, sorted(hung.get(row["history_id"], ()))]}


def _each_version(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One record per version: the cards of an advice are recorded apart, just after the advice itself."""
    for key, group in groupby(
        rows, key=lambda row: (row.get("version", row["history_id"]), row["history_type"] == "-")
    ):
        first, *more = group
        yield {**first, "told": more[-1]["told"]} if more and not key[1] else first


def _what(before: dict[str, Any] | None, row: dict[str, Any]) -> What | None:
    """What this record tells beside the one before it."""
    if row["history_type"] == "-":
        return What.REMOVED
    if "version" not in row:  # the answers about care, which are there from the beginning
        changed = any(row["told"]) if before is None else before["told"] != row["told"]
        return What.CHANGED if changed else None
    if before is None:
        return What.MADE
    if before["history_type"] == "-":
        return What.BACK
    return What.CHANGED if before["told"] != row["told"] else What.MOVED
