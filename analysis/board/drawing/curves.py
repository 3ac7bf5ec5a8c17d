"""The course of a link as we draw it: evenly spread over the side of a box, leaving and entering it squarely."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.board.drawing.bezier import Course, below, bowed, joined, mirrored, straight
from analysis.board.drawing.graphviz import Point
from analysis.board.drawing.placed import Placed, Size
from analysis.board.drawing.turning import Turned
from analysis.board.graph import Id

_SQUARE = 10.0
_SPREAD = 24.0
_MARGIN = 18.0
_BOW = 15.0
_APART = 9.0
_STEEPEST = 1.2


@dataclass(frozen=True)
class Box:
    """A rectangle on the picture, by its middle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> float:
        return round(self.x - self.width / 2, 1)

    @property
    def right(self) -> float:
        return round(self.x + self.width / 2, 1)

    @property
    def top(self) -> float:
        return round(self.y - self.height / 2, 1)

    @property
    def bottom(self) -> float:
        return round(self.y + self.height / 2, 1)


def draw_links(placed: Placed, sizes: Mapping[Id, Size]) -> dict[Id, Course]:
    """The course of every link of a placed part, from where it starts to where its arrow points."""
    boxes = {
        node_id: Box(x, y, sizes[node_id].width, sizes[node_id].height)
        for node_id, (x, y) in placed.middles.items()
    }
    rows = _rows(boxes)
    ports = _ports(placed, boxes)
    drawn: dict[Id, Course] = {}
    for link in placed.links:
        if link.flat:
            course = _sideways(link, boxes, placed)
        else:
            back = placed.edge_back(link)
            there = None if back is None else ports.get(back)
            course = _downwards(link, ports, rows, placed.courses.get(link.edge.id, ()), there)
        drawn[link.edge.id] = course if link.upper == link.edge.source else tuple(reversed(course))
    return drawn


def _rows(boxes: Mapping[Id, Box]) -> list[Box]:
    """The rows of boxes from top to bottom, each as one box as high as its highest."""
    rows: dict[float, Box] = {}
    for box in boxes.values():
        row = rows.get(round(box.y), box)
        rows[round(box.y)] = row if row.height >= box.height else box
    return [rows[y] for y in sorted(rows)]


Ports = dict[Id, tuple[Point, Point]]


def _ports(placed: Placed, boxes: Mapping[Id, Box]) -> Ports:
    """For every link the point under its upper box and the point above its lower box."""

    def heading(link: Turned, place: int, other: Id) -> float:
        """The x for which a link heads: its first bend when it has one, else the box at its other end."""
        course = placed.courses.get(link.edge.id, ())
        return course[place][0] if len(course) > 7 else boxes[other].x

    links = [link for link in placed.links if not link.flat]
    under = _along(boxes, [(link, link.upper, heading(link, 3, link.lower)) for link in links])
    above = _along(boxes, [(link, link.lower, heading(link, -4, link.upper)) for link in links])
    return {
        link.edge.id: (
            (under[link.edge.id], boxes[link.upper].bottom),
            (above[link.edge.id], boxes[link.lower].top),
        )
        for link in links
    }


def _along(boxes: Mapping[Id, Box], touching: Sequence[tuple[Turned, Id, float]]) -> dict[Id, float]:
    """Where along one side of its box each link touches: towards where it heads, and clear of its neighbours."""
    found: dict[Id, float] = {}
    for node_id, box in boxes.items():
        here = [(heading, link.edge.id) for link, at, heading in touching if at == node_id]
        here.sort(key=lambda end: end[0])
        low, high = box.left + _MARGIN, box.right - _MARGIN
        wanted = [min(max((box.x + heading) / 2, low), high) for heading, _ in here]
        for (_, edge_id), x in zip(here, _spread(wanted, low, high), strict=True):
            found[edge_id] = x
    return found


def _spread(wanted: Sequence[float], low: float, high: float) -> list[float]:
    """The wanted places, in order, moved apart as far as there is room between `low` and `high`."""
    if len(wanted) < 2:
        return list(wanted)
    step = min(_SPREAD, (high - low) / (len(wanted) - 1))
    placed = [wanted[0]]
    for x in wanted[1:]:
        placed.append(max(x, placed[-1] + step))
    shift = (sum(wanted) - sum(placed)) / len(placed)
    placed = [max(x + shift, low + step * place) for place, x in enumerate(placed)]
    last = len(placed) - 1
    return [min(x, high - step * (last - place)) for place, x in enumerate(placed)]


def _downwards(
    link: Turned, ports: Ports, rows: Sequence[Box], course: Course, back: tuple[Point, Point] | None
) -> Course:
    """From under the upper box to above the lower one: a soft S to the next row, or round what stands between."""
    start, end = ports[link.edge.id]
    gaps = [
        (upper.bottom, lower.top)
        for upper, lower in zip(rows, rows[1:], strict=False)
        if upper.bottom >= start[1] and lower.top <= end[1]
    ]
    if len(gaps) == 1 and back:
        return bowed(start, end, (_BOW if start[0] > back[0][0] else -_BOW, 0))
    leave = (start[0], max(gaps[0][0], start[1] + _SQUARE))
    arrive = (end[0], min(gaps[-1][1], end[1] - _SQUARE))
    if len(gaps) == 1 or len(course) < 4:
        return joined(straight(start, leave), _soft(leave, (arrive,)), straight(arrive, end))
    # Graphviz led the link round the boxes of the rows between: that part is kept, our own ends are laid to it.
    middle = mirrored(below(mirrored(below(course, gaps[0][1])), -gaps[-1][0]))
    ending = mirrored(_soft((arrive[0], -arrive[1]), mirrored(middle)))
    return joined(straight(start, leave), _soft(leave, middle), middle, ending, straight(arrive, end))


def _soft(start: Point, onto: Course) -> Course:
    """An S that leaves straight down and flows into the path it comes to."""
    x, y = onto[0]
    half = (y - start[1]) / 2
    ahead = next((point for point in onto[1:] if point[1] > y), (x, y + 1))
    slope = min(max((ahead[0] - x) / (ahead[1] - y), -_STEEPEST), _STEEPEST)
    return (start, (start[0], start[1] + half), (x - slope * half, y - half), (x, y))


def _sideways(link: Turned, boxes: Mapping[Id, Box], placed: Placed) -> Course:
    """Between two boxes side by side: straight, as one of two bows, or as Graphviz led it past a box between."""
    first, second = boxes[link.upper], boxes[link.lower]
    left, right = (first, second) if first.x <= second.x else (second, first)
    course = placed.courses.get(link.edge.id, ())
    if len(course) >= 4 and any(
        left.right < box.x < right.left and box.y == left.y for box in boxes.values()
    ):
        if abs(course[0][0] - first.x) > abs(course[-1][0] - first.x):
            course = tuple(reversed(course))
        # For Graphviz these boxes are a little wider than we draw them.
        return (_onto(first, course[0]), *course[1:-1], _onto(second, course[-1]))
    upper = 0
    if placed.edge_back(link) is not None:
        upper = -1 if boxes[link.edge.source] is left else 1
    start, end = (left.right, left.y + upper * _APART), (right.left, right.y + upper * _APART)
    course = bowed(start, end, (0, upper * _BOW))
    return course if first is left else tuple(reversed(course))


def _onto(box: Box, point: Point) -> Point:
    """The point of a box that is nearest."""
    x, y = point
    return min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
