"""Pieces of the board as HTML, one at a time: what the page holds under a key, for whoever has the same rights.

A key is the id of the one root element of its fragment: `kaartje-12`, `verklaring-3` (with the `kijk-6` under it),
`advies-4`, `verband-5`, and the parts that follow from all of them: `beeld`, `kringen`, `verbanden`, `rond`, `zorg`.
Fragments hold nothing of a person (no names of who looks, no tokens), so one text serves everybody who may write,
another everybody who may only read.
"""

from collections.abc import Iterable
from typing import Any

from django.template.loader import render_to_string

from cases.casefile.models import Case

from .queries import Board

PARTS = {
    "beeld": "picture_card",
    "kringen": "rings",
    "verbanden": "links",
    "rond": "gaps",
    "zorg": "care",
}
DERIVED = ("beeld", "kringen", "verbanden", "rond")


def fragment(board: Board, key: str, may_write: bool, case: Case) -> str:
    """What stands on the page under this key; empty when nothing on the board has it."""
    if key in PARTS:
        return _render(PARTS[key], {"board": board}, may_write, case)
    name, variable, rows = _rows(board, key.rpartition("-")[0])
    row = next((row for row in rows if row.key == key), None)
    return _render(name, {"board": board, variable: row}, may_write, case) if row is not None else ""


def order_of(board: Board) -> dict[str, list[str]]:
    """The keys in every list of the page, by the name of the list: a column, `verklaring`, `advies`."""
    columns = {column.code: [card.key for card in column.cards] for column in board.columns}
    return {
        **columns,
        "verklaring": [row.key for row in board.explanation_rows],
        "advies": [row.key for row in board.advice_rows],
    }


def touched(board: Board, piece: str, pk: int) -> list[str]:
    """The keys whose fragments differ after a change of this piece, besides the derived ones.

    A card stands on the hooks of its advices; a link is counted on both its cards. Of what is gone nobody knows where
    it stood: then all cards, and for who sees it differently all explanations.
    """
    if piece == "zorg":
        return ["zorg"]
    if piece == "kaartje":
        hooks = [row.key for row in board.advice_rows if any(one.pk == pk for one in row.hung)]
        return [f"kaartje-{pk}", *hooks]
    if piece == "verband":
        ends = [(row.source.pk, row.target.pk) for row in board.link_rows if row.link.pk == pk]
        return [f"kaartje-{end}" for both in ends or [_all(board)] for end in both]
    if piece == "kijk":
        return [row.key for row in board.explanation_rows]
    return [f"{piece}-{pk}"]


def _all(board: Board) -> tuple[int, ...]:
    return tuple(one.pk for one in board.elements)


def _rows(board: Board, piece: str) -> tuple[str, str, Iterable[Any]]:
    match piece:
        case "kaartje":
            return "card", "card", (card for column in board.columns for card in column.cards)
        case "verklaring":
            return "explanation", "row", board.explanation_rows
        case "kijk":
            views = (view for row in board.explanation_rows for view in row.dissents)
            return "dissent", "view", views
        case "advies":
            return "advice", "row", board.advice_rows
        case "verband":
            return "link", "row", board.link_rows
        case _:
            return "", "", ()


def _render(name: str, variables: dict[str, Any], may_write: bool, case: Case) -> str:
    context = {**variables, "may_write": may_write, "case": case}
    return render_to_string(f"analysis/board/{name}.html", context).strip()
