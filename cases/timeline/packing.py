"""Putting bars with their words in as few rows as fit, so that nothing covers anything. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from expertteam.ui.measure import text_width, wrapped

SIZE = 13
LONGEST = 250
AIR = 10
INSIDE = 8


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
    text: str, left: float, right: float, edges: tuple[float, float], *, lead: float = 0, bold: bool = False
) -> Words:
    """Inside the bar when the words fit, else behind it, else before it; `lead` is room for a mark in front."""
    cut = wrapped(text, LONGEST, SIZE, bold, lines=1)[0] if text.strip() else ""
    width = text_width(cut, SIZE, bold)
    if width + lead + 2 * INSIDE <= right - left:
        return Words(left + INSIDE + lead, cut, width)
    if right + 6 + width <= edges[1]:
        return Words(max(right, left + lead) + 6, cut, width)
    before = left - 6 - lead - width
    return Words(before if before >= edges[0] else max(edges[0], edges[1] - width), cut, width)


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
