"""The course of a link as we draw it: evenly spread over the edge of a box, leaving and entering it squarely."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from analysis.board.drawing.graphviz import Point
from analysis.board.drawing.placing import Placed, Size, Turned
from analysis.board.graph import Id

HEAD = 10.0
_SPREAD = 24.0
_MARGIN = 18.0
_BOW = 20.0
_APART = 9.0

# A Bézier path: a first point, then three points a piece (two that pull, one where the piece ends).
Course = tuple[Point, ...]


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


def straight(start: Point, end: Point) -> Course:
    return (start, _between(start, end, 1 / 3), _between(start, end, 2 / 3), end)


def joined(*courses: Course) -> Course:
    """One path out of several, with straight pieces where one does not begin where the other ended."""
    path = courses[0]
    for course in courses[1:]:
        if path[-1] != course[0]:
            path += straight(path[-1], course[0])[1:]
        path += course[1:]
    return path


def _between(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def draw_links(placed: Placed, sizes: Mapping[Id, Size]) -> dict[Id, Course]:
    """The course of every link of a placed part, from where it starts to where its arrow points."""
    boxes = {
        node_id: Box(x, y, sizes[node_id].width, sizes[node_id].height) for node_id, (x, y) in placed.middles.items()
    }
    rows = _rows(boxes)
    ports = _ports(placed, boxes)
    drawn: dict[Id, Course] = {}
    for link in placed.links:
        upper, lower = boxes[link.upper], boxes[link.lower]
        if link.flat or upper.bottom >= lower.top:
            course = _sideways(link, boxes, placed)
        else:
            course = _downwards(ports[link.edge.id], rows, placed.courses.get(link.edge.id, ()))
            back = placed.edge_back(link)
            if back and len(course) == 10:
                course = _pulled(course, _BOW if course[0][0] > ports[back][0][0] else -_BOW)
        drawn[link.edge.id] = course if link.upper == link.edge.source else tuple(reversed(course))
    return drawn


def _rows(boxes: Mapping[Id, Box]) -> list[Box]:
    """The rows of boxes from top to bottom, each as one box as high as its highest."""
    rows: dict[float, Box] = {}
    for box in boxes.values():
        row = rows.get(round(box.y), box)
        rows[round(box.y)] = row if row.height >= box.height else box
    return [rows[y] for y in sorted(rows)]


def _ports(placed: Placed, boxes: Mapping[Id, Box]) -> dict[Id, tuple[Point, Point]]:
    """For every link the point under its upper box and the point above its lower box."""

    def turning(link: Turned, place: int, other: Id) -> float:
        """The x for which a link heads: its first bend when it has one, else the box at its other end."""
        course = placed.courses.get(link.edge.id, ())
        return course[place][0] if len(course) > 7 else boxes[other].x

    links = [link for link in placed.links if not link.flat]
    below = _along(boxes, [(link, link.upper, turning(link, 3, link.lower)) for link in links])
    above = _along(boxes, [(link, link.lower, turning(link, -4, link.upper)) for link in links])
    return {
        link.edge.id: (
            (below[link.edge.id], boxes[link.upper].bottom),
            (above[link.edge.id], boxes[link.lower].top),
        )
        for link in links
    }


def _along(boxes: Mapping[Id, Box], touching: Sequence[tuple[Turned, Id, float]]) -> dict[Id, float]:
    """Where along one side of its box each link touches: towards where it heads, and clear of its neighbours."""
    found: dict[Id, float] = {}
    for node_id, box in boxes.items():
        here = sorted((heading, link.edge.position, link.edge.id) for link, at, heading in touching if at == node_id)
        low, high = box.left + _MARGIN, box.right - _MARGIN
        wanted = [min(max((box.x + heading) / 2, low), high) for heading, _, _ in here]
        for (_, _, edge_id), x in zip(here, _spread(wanted, low, high), strict=True):
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
    shift = min(max(shift, low - placed[0]), high - placed[-1]) if placed[-1] - placed[0] <= high - low else 0
    placed = [x + shift for x in placed]
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], high - step * (len(placed) - 1 - place))
    return placed


def _downwards(ends: tuple[Point, Point], rows: Sequence[Box], course: Course) -> Course:
    """From under the upper box to above the lower one: a soft S to the next row, or round what stands between."""
    (x, y), (to_x, to_y) = ends
    between = [row for row in rows if row.top > y and row.bottom < to_y]
    leave = max(y + HEAD, *(row.bottom for row in rows if row.top < y <= row.bottom))
    arrive = min(to_y - HEAD, *(row.top for row in rows if row.top <= to_y < row.bottom))
    if between and len(course) >= 4:
        return _moved(course, ends)
    middle = (leave + arrive) / 2
    soft = ((x, leave), (x, middle), (to_x, middle), (to_x, arrive))
    return joined(straight((x, y), (x, leave)), soft, straight((to_x, arrive), (to_x, to_y)))


def _pulled(course: Course, bow: float) -> Course:
    """The same course, bent sideways: one of the two arrows of a ring of two."""
    start, end = course[0], course[-1]
    height = (end[1] - start[1]) / 3
    return (start, (start[0] + bow, start[1] + height), (end[0] + bow, end[1] - height), end)


def _moved(course: Course, ends: tuple[Point, Point]) -> Course:
    """The course that Graphviz found, begun and ended squarely at our own points."""
    points = list(course)
    for place, pull, end in ((0, 1, ends[0]), (-1, -2, ends[1])):
        points[pull] = (end[0], end[1] + points[pull][1] - points[place][1])
        points[place] = end
    return tuple(points)


def _sideways(link: Turned, boxes: Mapping[Id, Box], placed: Placed) -> Course:
    """Between two boxes side by side: straight, or as one of two bows when there is a link back."""
    first, second = boxes[link.upper], boxes[link.lower]
    left, right = (first, second) if first.x <= second.x else (second, first)
    stands_between = any(
        box.left < right.left and box.right > left.right and box.top < left.y < box.bottom
        for box in boxes.values()
        if box is not left and box is not right
    )
    course = placed.courses.get(link.edge.id, ())
    if stands_between and len(course) >= 4:
        return course if hypot(course[0][0] - first.x, course[0][1] - first.y) <= hypot(
            course[-1][0] - first.x, course[-1][1] - first.y
        ) else tuple(reversed(course))
    both_ways = placed.edge_back(link) is not None
    rightward = first is left
    turn = 0.0 if not both_ways else (-1.0 if rightward == (link.upper == link.edge.source) else 1.0)
    bowed = _bowed((left.right, left.y + turn * _APART), (right.left, right.y + turn * _APART), turn * _BOW)
    return bowed if rightward else tuple(reversed(bowed))


def _bowed(start: Point, end: Point, bow: float) -> Course:
    third = (end[0] - start[0]) / 3
    return (start, (start[0] + third, start[1] + bow), (end[0] - third, end[1] + bow), end)


def shortened(course: Course, room: float) -> tuple[Course, Point]:
    """The course without its last `room` px (where the arrow head comes), and the direction in which it arrives."""
    end = course[-1]
    before = next(point for point in reversed(course[:-1]) if hypot(end[0] - point[0], end[1] - point[1]) > 0.01)
    length = hypot(end[0] - before[0], end[1] - before[1])
    way = ((end[0] - before[0]) / length, (end[1] - before[1]) / length)
    return (*course[:-1], (end[0] - way[0] * room, end[1] - way[1] * room)), way


def path_data(course: Course) -> str:
    """The course as the `d` of an SVG path."""
    (x, y), rest = course[0], course[1:]
    pieces = [f"M{x:.1f} {y:.1f}"]
    for place in range(0, len(rest), 3):
        pieces.append("C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in rest[place : place + 3]))
    return "".join(pieces)


def around(course: Course) -> tuple[Point, Point]:
    """The upper left and lower right corner of the box that holds a course."""
    xs, ys = [x for x, _ in course], [y for _, y in course]
    return (min(xs), min(ys)), (max(xs), max(ys))

