"""What placing gives: where the middles of boxes come, and how their links run."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.board.drawing.graphviz import Point
from analysis.board.drawing.turning import Turned
from analysis.board.graph import Id

PER_INCH = 72
# A part that is wider (px) is hard to read on a page.
WIDE = 800

# The boxes of a row, each with the x of its middle (px).
Row = dict[Id, float]


@dataclass(frozen=True)
class Size:
    width: float
    height: float


@dataclass(frozen=True)
class Placed:
    """One connected part of the picture: the middles of its boxes, and the course of its links from top to bottom."""

    middles: Mapping[Id, Point]
    links: tuple[Turned, ...]
    courses: Mapping[Id, tuple[Point, ...]]

    def edge_back(self, link: Turned) -> Id | None:
        """The link between the same two elements the other way round, if there is one."""
        ends = (link.edge.target, link.edge.source)
        return next(
            (other.edge.id for other in self.links if (other.edge.source, other.edge.target) == ends), None
        )
