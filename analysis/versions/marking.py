"""A picture on which is marked what differs: by an outline of its own, a sign and a word, never by colour alone."""

import re
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from analysis.board.drawing import looks
from analysis.board.drawing.curves import Box
from analysis.board.queries import Board
from expertteam.ui.measure import text_width

from .differences import Comparison, Mark

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_OUT, _TAG = 5.0, 18.0
_SIZE = 11
CHANGED_COLOUR = "#7A5200"


@dataclass(frozen=True)
class Look:
    """How a kind of difference is marked: its word with a sign, its colour, and how its outline is drawn."""

    word: str
    colour: str
    width: float
    dash: str = ""


LOOKS = {
    Mark.ADDED: Look("+ erbij", looks.HELPS, 3.5),
    Mark.GONE: Look("− weg", looks.STUCK, 2.5, "7 5"),
    Mark.CHANGED: Look("≠ anders", CHANGED_COLOUR, 3, "1.5 4"),
}


@dataclass(frozen=True)
class MarkedBox:
    """An outline around a box, with its tag in the upper corner."""

    look: Look
    left: float
    top: float
    width: float
    height: float
    tag_left: float
    tag_width: float
    title: str

    @property
    def tag_top(self) -> float:
        return round(self.top - _TAG / 2, 1)

    @property
    def word_x(self) -> float:
        return round(self.tag_left + self.tag_width / 2, 1)

    @property
    def word_y(self) -> float:
        return round(self.tag_top + _TAG - 5, 1)


@dataclass(frozen=True)
class MarkedLink:
    """A line along an arrow, with its tag in the middle."""

    look: Look
    path: str
    x: float
    y: float
    tag_width: float
    title: str

    @property
    def tag_left(self) -> float:
        return round(self.x - self.tag_width / 2, 1)

    @property
    def tag_top(self) -> float:
        return round(self.y - _TAG / 2, 1)

    @property
    def word_y(self) -> float:
        return round(self.tag_top + _TAG - 5, 1)


def draw_marked(board: Board, comparison: Comparison, side: Mark, name: str) -> SafeString:
    """The picture of a board with the marks of one side: what went (earlier) or came (later), and what changed.

    The links of the board are called by their pair, as `board_from` does. `name` begins the ids inside the drawing.
    """
    picture = board.drawing
    cards, links = comparison.marks("kaartje"), comparison.marks("verband")
    shown = {mark: LOOKS[mark] for mark in (side, Mark.CHANGED)}
    boxes = [
        _box(shown[cards[str(node.id)]], node.box, node.title)
        for node in picture.nodes
        if cards.get(str(node.id)) in shown
    ]
    lines = [
        _link(shown[links[str(link.id)]], link.path, link.title)
        for link in picture.links
        if links.get(str(link.id)) in shown
    ]
    context = {"picture": picture, "name": name, "looks": looks, "boxes": boxes, "lines": lines}
    return render_to_string("analysis/versions/marked.svg.html", context)


def _tag_width(look: Look) -> float:
    return round(text_width(look.word, _SIZE, bold=True) + 14, 1)


def _box(look: Look, box: Box, title: str) -> MarkedBox:
    left, top = round(box.left - _OUT, 1), round(box.top - _OUT, 1)
    width = round(box.width + 2 * _OUT, 1)
    height = round(box.height + 2 * _OUT, 1)
    tag = _tag_width(look)
    return MarkedBox(look, left, top, width, height, round(left + width - tag - 4, 1), tag, title)


def _link(look: Look, path: str, title: str) -> MarkedLink:
    x, y = middle_of(path)
    return MarkedLink(look, path, x, y, _tag_width(look), title)


def middle_of(path: str) -> tuple[float, float]:
    """The point halfway a line of cubic curves («M0 0C1 1 2 2 3 3 …»)."""
    numbers = [float(one) for one in _NUMBER.findall(path)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    curves = (len(points) - 1) // 3
    if curves % 2 == 0:
        return points[curves // 2 * 3]
    a, b, c, d = points[curves // 2 * 3 : curves // 2 * 3 + 4]
    halfway = [(p + 3 * q + 3 * r + s) / 8 for p, q, r, s in zip(a, b, c, d, strict=True)]
    return round(halfway[0], 1), round(halfway[1], 1)
