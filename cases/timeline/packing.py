"""Putting bars with their words in as few rows as fit, so that nothing covers anything. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from expertteam.ui.measure import text_width, wrapped

SIZE = 13
LONGEST = 250
AIR = 10
INSIDE = 8
Edges = tuple[float, float]


@dataclass(frozen=True)
class Words:
    """A label and where it begins, px."""

    x: float
    text: str
    width: float


@dataclass(frozen=True)
class Placed:
    """Something from `left` to `right` with its label, in a row counted from 0."""

    left: float
    right: float
    words: Words
    row: int = 0


def place_words(
    text: str, bar: Edges, inside: Edges, drawing: Edges, *, lead: float = 0, bold: bool = False
) -> Words:
    """Where the words of a bar stand: in the part of it that is `inside` when they fit, else behind it, else before it.

    `lead` is room for a mark at the beginning of the bar; `drawing` are the edges nothing may cross.
    """
    left, right = bar
    room = inside[1] - inside[0] - lead - 2 * INSIDE
    cut, longest = text, max(LONGEST, room)
    if (width := text_width(text, SIZE, bold)) > longest:
        cut = wrapped(text, longest, SIZE, bold, lines=1)[0]
        width = text_width(cut, SIZE, bold)
    if width <= room:
        return Words(inside[0] + INSIDE + lead, cut, width)
    if right + 6 + width <= drawing[1]:
        return Words(max(right, left + lead) + 6, cut, width)
    before = left - 6 - lead - width
    return Words(before if before >= drawing[0] else max(drawing[0], drawing[1] - width), cut, width)


def pack(items: Iterable[tuple[float, float, Words]]) -> tuple[list[Placed], int]:
    """Give each a row, in the order they come; how many rows it took."""
    ends: list[float] = []
    placed = []
    for left, right, words in items:
        begins, until = min(left, words.x), max(right, words.x + words.width)
        row = next((place for place, end in enumerate(ends) if end + AIR <= begins), len(ends))
        if row == len(ends):
            ends.append(until)
        ends[row] = max(ends[row], until)
        placed.append(Placed(left, right, words, row))
    return placed, len(ends)
