"""The arrows of the picture: solid with a point when more of the one gives more of the other, dashed with a bar
when it gives less; the colour says what it does to whom it reaches."""

from dataclasses import dataclass

from analysis.board.drawing import looks
from analysis.board.drawing.bezier import Course, path_data, shortened
from analysis.board.graph import Edge, Graph, Id
from analysis.board.rings import Ring, RingKind
from analysis.board.sentences import link_sentence

_HEAD, _HALF, _BAR, _CLEAR = 10.0, 5.0, 7.5, 4.0


@dataclass(frozen=True)
class DrawnLink:
    """An arrow on the picture: its line, and either the points of its head or the line of its bar."""

    id: Id
    kind: str
    path: str
    head: str
    bar: str
    colour: str
    stroke: float
    title: str
    rings: tuple[int, ...] = ()

    @property
    def dashed(self) -> bool:
        return bool(self.bar)


def draw_link(graph: Graph, edge: Edge, course: Course, rings: dict[int, Ring]) -> DrawnLink:
    """The arrow of a link along its course; `rings`: the drawn rings it is in, by number."""
    line, head, bar = _with_bar(course) if edge.sign < 0 else _with_head(course)
    return DrawnLink(
        id=edge.id,
        kind=edge.kind,
        path=path_data(line),
        head=head,
        bar=bar,
        colour=_colour(graph, edge, rings),
        stroke=2.2 if rings else 1.7,
        title=link_sentence(graph, edge),
        rings=tuple(rings),
    )


def _with_head(course: Course) -> tuple[Course, str, str]:
    """The line up to its head, and the three points of the head."""
    line, (way_x, way_y) = shortened(course, _HEAD - 1)
    x, y = course[-1]
    back_x, back_y = x - way_x * _HEAD, y - way_y * _HEAD
    one = f"{back_x - way_y * _HALF:.1f},{back_y + way_x * _HALF:.1f}"
    other = f"{back_x + way_y * _HALF:.1f},{back_y - way_x * _HALF:.1f}"
    return line, f"{x:.1f},{y:.1f} {one} {other}", ""


def _with_bar(course: Course) -> tuple[Course, str, str]:
    """The line up to its bar; the bar lies along the side of the box, whatever the angle of the line."""
    _, (way_x, way_y) = shortened(course, 0)
    line, _ = shortened(course, _CLEAR / max(abs(way_x), abs(way_y)))
    x, y = line[-1]
    level = abs(way_y) >= abs(way_x)
    ends = (x - _BAR, y, x + _BAR, y) if level else (x, y - _BAR, x, y + _BAR)
    return line, "", "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(*ends)


def _colour(graph: Graph, edge: Edge, rings: dict[int, Ring]) -> str:
    """Green: it is good for whom it reaches. Red: it is part of what holds it stuck, or takes strength away."""
    if (edge.sign > 0) == graph.by_id[edge.target].is_protective:
        return looks.HELPS
    stuck = any(ring.kind in (RingKind.NEGATIVE, RingKind.MIXED) for ring in rings.values())
    return looks.STUCK if stuck or edge.sign < 0 else looks.NEUTRAL
