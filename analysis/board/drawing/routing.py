"""Boxes whose rows and places in them are known: how high they stand, and how long links run between them."""

import logging
from collections.abc import Iterable, Mapping, Sequence

from analysis.board.drawing.graphviz import LayoutFailed, Point, lay_out
from analysis.board.drawing.placed import PER_INCH, Placed, Row, Size
from analysis.board.drawing.turning import Turned, turned_by_rows
from analysis.board.graph import Edge, Id

logger = logging.getLogger(__name__)

BETWEEN_ROWS = 48.0
_EMPTY_ROW = 62.0
_TIGHT = 14.0
# With more links that have to go round something nobody can follow one, and round so many boxes it takes long: a third
# of a second for 150, four for 400. Then they go straight.
_MOST_ROUND, _MOST_BOXES = 200, 150
_GRAPH = 'layout=neato, splines=true, esep="+7", inputscale=72'

Courses = dict[Id, tuple[Point, ...]]


def lay_in_rows(edges: Iterable[Edge], rows: Sequence[Row], sizes: Mapping[Id, Size]) -> Placed:
    """The boxes in these rows (from above; the x of every middle), and their links round what stands between."""
    middles: dict[Id, Point] = {}
    y = 0.0
    for row in rows:
        height = max((sizes[node].height for node in row), default=_EMPTY_ROW)
        middles |= {node: (x, y + height / 2) for node, x in _apart(row, sizes).items()}
        y += height + BETWEEN_ROWS
    numbers = {node: number for number, row in enumerate(rows) for node in row}
    turned = turned_by_rows(edges, numbers)
    return Placed(middles, tuple(turned), _round(turned, numbers, middles, sizes))


def _apart(row: Row, sizes: Mapping[Id, Size]) -> Row:
    """The row with its boxes pushed aside as far as they grew into each other."""
    found: Row = {}
    edge = float("-inf")
    for node, x in sorted(row.items(), key=lambda one: one[1]):
        found[node] = max(x, edge + _TIGHT + sizes[node].width / 2)
        edge = found[node] + sizes[node].width / 2
    return found


def _round(
    links: Sequence[Turned], numbers: Mapping[Id, int], middles: Mapping[Id, Point], sizes: Mapping[Id, Size]
) -> Courses:
    """The courses of the links that cannot run straight from box to box."""
    long = [link for link in links if _is_long(link, numbers, middles)]
    if not long or len(long) > _MOST_ROUND or len(middles) > _MOST_BOXES:
        return {}
    names = {node: f"n{place}" for place, node in enumerate(middles)}
    lines = [
        f'digraph {{ graph [{_GRAPH}]; node [shape=box, fixedsize=true, label=""]; edge [arrowhead=none]'
    ]
    for node, (x, y) in middles.items():
        width, height = sizes[node].width / PER_INCH, sizes[node].height / PER_INCH
        lines.append(f'{names[node]} [width={width:.4f}, height={height:.4f}, pos="{x:.2f},{-y:.2f}!"]')
    lines += [f"{names[one.upper]} -> {names[one.lower]} [id=e{place}]" for place, one in enumerate(long)]
    try:
        layout = lay_out("\n".join([*lines, "}"]))
    except LayoutFailed:
        logger.exception("Graphviz could not lead %d links round %d boxes", len(long), len(middles))
        return {}
    node, (x, y) = next(iter(middles.items()))
    aside, down = x - layout.middles[names[node]][0], y - layout.middles[names[node]][1]
    return {
        one.edge.id: tuple((px + aside, py + down) for px, py in layout.courses[f"e{place}"])
        for place, one in enumerate(long)
        if f"e{place}" in layout.courses
    }


def _is_long(link: Turned, numbers: Mapping[Id, int], middles: Mapping[Id, Point]) -> bool:
    """Whether something may stand between: other rows, or a box in the same row."""
    upper, lower = numbers[link.upper], numbers[link.lower]
    if upper != lower:
        return abs(upper - lower) > 1
    left, right = sorted((middles[link.upper][0], middles[link.lower][0]))
    return any(numbers[node] == upper and left < x < right for node, (x, _) in middles.items())
