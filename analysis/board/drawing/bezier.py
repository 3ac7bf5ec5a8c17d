"""Bézier paths: straight, bowed, joined and cut. A path is a first point, then three points a piece."""

from math import hypot

from analysis.board.drawing.graphviz import Point

# Two points that pull and one where the piece ends, for every piece after the first point.
Course = tuple[Point, ...]
_STEPS = 24


def straight(start: Point, end: Point) -> Course:
    """A straight line."""
    return (start, between(start, end, 1 / 3), between(start, end, 2 / 3), end)


def bowed(start: Point, end: Point, aside: Point) -> Course:
    """A line that is pulled aside over its whole length."""
    first, second = between(start, end, 1 / 3), between(start, end, 2 / 3)
    return (
        start,
        (first[0] + aside[0], first[1] + aside[1]),
        (second[0] + aside[0], second[1] + aside[1]),
        end,
    )


def joined(*courses: Course) -> Course:
    """One path out of several that each begin where the one before ended; what has no length falls out."""
    path = courses[0][:1]
    for course in courses:
        if course[0] != course[-1]:
            path += course[1:]
    return path


def between(start: Point, end: Point, part: float) -> Point:
    """The point at a part (0 to 1) of the way."""
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def shortened(course: Course, room: float) -> tuple[Course, Point]:
    """The path without its last `room` px (where the arrow head comes), and the direction in which it arrives."""
    end = course[-1]
    before = next(
        point for point in reversed(course[:-1]) if hypot(end[0] - point[0], end[1] - point[1]) > 0.01
    )
    length = hypot(end[0] - before[0], end[1] - before[1])
    way = ((end[0] - before[0]) / length, (end[1] - before[1]) / length)
    return (*course[:-1], (end[0] - way[0] * room, end[1] - way[1] * room)), way


def path_data(course: Course) -> str:
    """The path as the `d` of an SVG path."""
    (x, y), rest = course[0], course[1:]
    pieces = [f"M{x:.1f} {y:.1f}"]
    for place in range(0, len(rest), 3):
        pieces.append("C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in rest[place : place + 3]))
    return "".join(pieces)


def corners(course: Course) -> tuple[Point, Point]:
    """The upper left and lower right corner of the rectangle that holds a path."""
    xs, ys = [x for x, _ in course], [y for _, y in course]
    return (min(xs), min(ys)), (max(xs), max(ys))


def below(course: Course, y: float) -> Course:
    """The rest of a path that runs down, from where it first comes below a height."""
    for place in range(0, len(course) - 1, 3):
        piece = course[place : place + 4]
        for step in range(1, _STEPS + 1):
            if _at(piece, step / _STEPS)[1] >= y:
                return _rest(piece, (step - 0.5) / _STEPS) + course[place + 4 :]
    return course[-1:]


def mirrored(course: Course) -> Course:
    """The path turned over: from its end to its start, upside down."""
    return tuple((x, -y) for x, y in reversed(course))


def _at(piece: Course, part: float) -> Point:
    return _rest(piece, part)[0]


def _rest(piece: Course, part: float) -> Course:
    """What remains of one piece after a part of it (De Casteljau's construction)."""
    points, rest = list(piece), [piece[-1]]
    while len(points) > 1:
        points = [between(one, other, part) for one, other in zip(points, points[1:], strict=False)]
        rest.append(points[-1])
    return tuple(reversed(rest))
