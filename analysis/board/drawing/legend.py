"""The legend under the picture: only what this picture uses, every sign with its word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.board.drawing import looks
from analysis.board.graph import ElementKind, Graph
from analysis.board.sentences import RingText, ring_title
from expertteam.ui.measure import text_width

SIZE, ROW = 12, 22
_SIGN, _SPACE, _BETWEEN = 30, 7, 20


@dataclass(frozen=True)
class LegendItem:
    """A sign and its word. `sign`: "box", "more", "less" or "tint"; `x`, `y`: where the sign begins, at mid height."""

    sign: str
    word: str
    colour: str = looks.MUTED
    stroke: float = 1.3
    radius: float = 4
    x: float = 0
    y: float = 0

    @property
    def top(self) -> float:
        return round(self.y - 7, 1)

    @property
    def word_x(self) -> float:
        return round(self.x + _SIGN + _SPACE, 1)

    @property
    def word_y(self) -> float:
        return round(self.y + 4, 1)

    @property
    def path(self) -> str:
        return f"M{self.x:.1f} {self.y:.1f}H{self.x + _SIGN - (8 if self.sign == 'more' else 2):.1f}"

    @property
    def end(self) -> str:
        """The head of an arrow, or the bar at the end of a dashed line."""
        tip = self.x + _SIGN
        if self.sign == "less":
            return f"M{tip - 1:.1f} {self.y - 6:.1f}V{self.y + 6:.1f}"
        return f"M{tip:.1f} {self.y:.1f}l-9 -4.5v9Z"

    @property
    def width(self) -> float:
        return _SIGN + _SPACE + text_width(self.word, SIZE)


def flowed(items: Iterable[LegendItem], width: float, top: float) -> tuple[tuple[LegendItem, ...], float]:
    """The items in centred rows of at most `width` px from `top` downwards, and the height they take."""
    chosen = list(items)
    room = width - 2 * looks.MARGIN
    rows = _rows(chosen, room)
    for narrower in range(int(room), 0, -10):
        evenly = _rows(chosen, narrower)
        if len(evenly) > len(rows):
            break
        rows = evenly
    placed = []
    for number, row in enumerate(rows):
        x = (width - _row_width(row)) / 2
        for item in row:
            placed.append(replace(item, x=round(x, 1), y=round(top + ROW * (number + 0.5), 1)))
            x += item.width + _BETWEEN
    return tuple(placed), ROW * len(rows)


def _rows(items: Sequence[LegendItem], width: float) -> list[list[LegendItem]]:
    rows: list[list[LegendItem]] = []
    for item in items:
        if rows and _row_width([*rows[-1], item]) <= width:
            rows[-1].append(item)
        else:
            rows.append([item])
    return rows


def _row_width(row: Sequence[LegendItem]) -> float:
    return sum(item.width for item in row) + _BETWEEN * (len(row) - 1)


def items_for(graph: Graph, read: Sequence[RingText]) -> list[LegendItem]:
    """The signs that a board with these rings uses."""
    items = []
    if any(node.is_complaint for node in graph.nodes):
        items.append(LegendItem("box", "klacht", looks.INK, *looks.OUTLINES[ElementKind.COMPLAINT]))
    if any(node.is_protective for node in graph.nodes):
        items.append(LegendItem("box", "geeft kracht", looks.INK, radius=7))
    if any(edge.sign > 0 for edge in graph.edges):
        items.append(LegendItem("more", "geeft meer"))
    if any(edge.sign < 0 for edge in graph.edges):
        items.append(LegendItem("less", "geeft minder (dempt)", looks.HELPS))
    used = {text.kind for text in read}
    items += [
        LegendItem("tint", ring_title(kind).lower(), tint)
        for kind, tint in looks.RING_TINTS.items()
        if kind in used
    ]
    return items
