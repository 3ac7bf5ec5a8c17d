"""Boxes that stood somewhere stay there: only what is new is given a place, beside what it is linked to.

Everything is measured without the texts, so that writing moves nothing: a box counts as wide as a box can be.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from analysis.board.drawing import looks
from analysis.board.drawing.placed import WIDE, Row
from analysis.board.drawing.turning import is_upside_down
from analysis.board.graph import Edge, Graph, Id, Place

WIDEST = looks.TEXT_WIDTH + 2 * looks.SIDE
_BESIDE = WIDEST + 24
# A part in which fewer of the boxes stood somewhere is better put in order as a whole.
_KNOWN = 1 / 2
_ROW_AWAY, _NEW_ROW, _WIDER = 120, 150, 2
_FURTHEST = 2


@dataclass
class Rows:
    """The boxes of a part that hangs together: per row, from above, the x of the middle of every box in it."""

    rows: list[Row] = field(default_factory=list)

    @property
    def row_of(self) -> dict[Id, int]:
        return {node: number for number, row in enumerate(self.rows) for node in row}

    def put(self, node: Id, row: int, x: float) -> None:
        """Place a box; −1 and the number after the last make a row of their own."""
        if row < 0:
            self.rows.insert(0, {})
        elif row == len(self.rows):
            self.rows.append({})
        self.rows[max(row, 0)][node] = x


def stood(graph: Graph, part: Sequence[Id]) -> list[Row] | None:
    """Where the boxes of this part stand: those that stood together stay, the others come to them.

    None when too few of them stood anywhere. A link that is added moves nothing that stood; a box keeps the place
    its first link gave it until the picture is put in order again.
    """
    frames: dict[int, list[Place]] = {}
    inside = set(part)
    for place in graph.places:
        if place.node in inside:
            frames.setdefault(place.part, []).append(place)
    frame = max(frames.values(), key=len, default=[])
    if len(frame) < len(part) * _KNOWN:
        return None
    first = min(place.row for place in frame)
    rows = Rows([{} for _ in range(first, max(place.row for place in frame) + 1)])
    for place in frame:
        rows.rows[place.row - first][place.node] = place.x
    for node, edge in _coming(graph, part, set(rows.row_of)):
        _welcome(rows, graph, node, edge)
    return rows.rows


def _coming(graph: Graph, part: Sequence[Id], placed: set[Id]) -> Iterator[tuple[Id, Edge]]:
    """What has no place yet, each with the link by which it is reached: links in the order in which they were laid."""
    missing = set(part) - placed
    while missing:
        edge = next(one for one in graph.edges if len({one.source, one.target} & missing) == 1)
        (node,) = {edge.source, edge.target} & missing
        missing.remove(node)
        yield node, edge


def _welcome(rows: Rows, graph: Graph, node: Id, edge: Edge) -> None:
    """Give a new box the best free place: near the other end of its link, a row above or below it."""
    other = edge.target if node == edge.source else edge.source
    row = rows.row_of[other]
    wanted = row - 1 if (node == edge.source) != is_upside_down(graph, edge) else row + 1
    options = [
        (cost, number, x)
        for number in range(max(wanted - _FURTHEST, -1), min(wanted + _FURTHEST, len(rows.rows)) + 1)
        for cost, x in [_slot(rows, number, rows.rows[row][other], abs(number - wanted))]
    ]
    _, number, x = min(options)
    rows.put(node, number, x)


def _slot(rows: Rows, number: int, x: float, away: int) -> tuple[float, float]:
    """(what it costs, where) for the free place in a row that is nearest to `x`."""
    taken = rows.rows[number] if 0 <= number < len(rows.rows) else {}
    beside = [round(one + side, 1) for one in taken.values() for side in (-_BESIDE, _BESIDE)]
    # The outermost two are always free; sums of fractions are not always exactly what they should be.
    free = [
        place for place in [x, *beside] if all(abs(place - one) > _BESIDE - 0.5 for one in taken.values())
    ]
    found = min(free, key=lambda place: (abs(place - x), place))
    everything = [one for row in rows.rows for one in row.values()]
    width = max(*everything, found) - min(*everything, found) + WIDEST
    wider = max(width - max(WIDE, max(everything) - min(everything) + WIDEST), 0)
    cost = abs(found - x) + _ROW_AWAY * away + _WIDER * wider + (0 if taken else _NEW_ROW)
    return cost, found
