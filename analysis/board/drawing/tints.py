"""The tint behind a ring: a soft shape that follows the rows of its boxes and takes in no other row than its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analysis.board.drawing import looks
from analysis.board.drawing.curves import Box
from analysis.board.graph import Id
from analysis.board.rings import Ring

PAD, _ROUND = 14.5, 20.0


@dataclass(frozen=True)
class DrawnRing:
    """A tinted ring; `number` is its place among the rings of the board, from 1."""

    number: int
    kind: str
    colour: str
    path: str
    size: float
    title: str


@dataclass(frozen=True)
class _Row:
    left: float
    top: float
    right: float
    bottom: float

    def with_box(self, box: Box) -> "_Row":
        return _Row(
            min(self.left, box.left - PAD),
            min(self.top, box.top),
            max(self.right, box.right + PAD),
            max(self.bottom, box.bottom),
        )


def draw_ring(number: int, ring: Ring, boxes: Mapping[Id, Box], title: str) -> DrawnRing:
    """The tint of a ring whose boxes have their places."""
    rows = _rows(boxes[node.id] for node in ring.nodes)
    return DrawnRing(
        number=number,
        kind=ring.kind,
        colour=looks.RING_TINTS[ring.kind],
        path=_outline(rows),
        size=sum((row.right - row.left) * (row.bottom - row.top) for row in rows),
        title=title,
    )


def _rows(boxes: Iterable[Box]) -> list[_Row]:
    """The boxes taken together in rows, from top to bottom."""
    rows: list[_Row] = []
    for box in sorted(boxes, key=lambda box: box.y):
        if rows and box.top < rows[-1].bottom:
            rows[-1] = rows[-1].with_box(box)
        else:
            rows.append(_Row(box.left - PAD, box.top, box.right + PAD, box.bottom))
    return rows


def _outline(rows: list[_Row]) -> str:
    """Down along the right sides, up along the left sides, round at the four outer corners."""
    first, last = rows[0], rows[-1]
    top, bottom = first.top - PAD, last.bottom + PAD
    path = f"M{first.left + _ROUND:.1f} {top:.1f}H{first.right - _ROUND:.1f}"
    path += f"Q{first.right:.1f} {top:.1f} {first.right:.1f} {top + _ROUND:.1f}"
    for row, following in zip(rows, rows[1:], strict=False):
        path += _step(row.right, following.right, *_between(row, following, row.right < following.right))
    path += f"V{bottom - _ROUND:.1f}Q{last.right:.1f} {bottom:.1f} {last.right - _ROUND:.1f} {bottom:.1f}"
    path += f"H{last.left + _ROUND:.1f}Q{last.left:.1f} {bottom:.1f} {last.left:.1f} {bottom - _ROUND:.1f}"
    upwards = rows[::-1]
    for row, above in zip(upwards, upwards[1:], strict=False):
        start, end = _between(above, row, row.left < above.left)
        path += _step(row.left, above.left, end, start)
    return path + f"V{top + _ROUND:.1f}Q{first.left:.1f} {top:.1f} {first.left + _ROUND:.1f} {top:.1f}Z"


def _between(upper: _Row, lower: _Row, lower_wider: bool) -> tuple[float, float]:
    """From which height to which the side moves over; the wider row keeps its margin."""
    room = max(lower.top - upper.bottom, 0)
    pad = min(PAD, room / 2)
    return (upper.bottom, lower.top - pad) if lower_wider else (upper.bottom + pad, lower.top)


def _step(x: float, to_x: float, y: float, to_y: float) -> str:
    middle = (y + to_y) / 2
    return f"V{y:.1f}C{x:.1f} {middle:.1f} {to_x:.1f} {middle:.1f} {to_x:.1f} {to_y:.1f}"
