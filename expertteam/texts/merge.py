"""Two people's changes of one text put together, word by word (diff3). Pure.

A text is words, runs of spaces, and line ends. What only one side changed is taken from that side; the same change on
both sides is taken once; where both changed the same place they overlap, and nobody's words are thrown away for the
other's: then there is no merged text. A place where one side only changed spaces never overlaps, nor one where a side
wrote what the other wrote and then went on.
The browser does the same (static/js/board/merge.js); tests/analysis/live/merge_examples.json holds them together.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

PIECES = re.compile(r"\r\n|[\r\n]|[ \t\u00a0]+|[^ \t\u00a0\r\n]+")
# More cells than this in the table of two middles: they count as replaced whole. About half a second of work.
MOST_CELLS = 2_000_000

Pieces = list[str]


@dataclass(frozen=True)
class Chunk:
    """A stretch that is the same on all three sides, or one where at least one side differs from the base."""

    base: Pieces
    mine: Pieces
    theirs: Pieces
    same: bool


def merge(base: str, mine: str, theirs: str) -> str | None:
    """The text with the changes of both sides since `base`; None when they overlap."""
    told = [settled(chunk) for chunk in chunks(base, mine, theirs)]
    return None if None in told else "".join(piece for found in told for piece in found or ())


def merge_both(base: str, mine: str, theirs: str, between: str = " ") -> str:
    """The same, but where the sides overlap both stand: theirs, then `between`, then mine."""

    def both(chunk: Chunk) -> Pieces:
        parts = ["".join(side).strip() for side in (chunk.theirs, chunk.mine)]
        gap = [piece for piece in chunk.theirs[-1:] or chunk.mine[-1:] if not piece.strip()]
        lead = [piece for piece in chunk.theirs[:1] or chunk.mine[:1] if not piece.strip()]
        return [*lead, between.join(part for part in parts if part), *gap]

    found = chunks(base, mine, theirs)
    return "".join(piece for chunk in found for piece in settled(chunk, both) or ())


def split(text: str) -> Pieces:
    """Words, runs of spaces and line ends; put together again they are the text."""
    return PIECES.findall(text)


def words(pieces: Pieces) -> Pieces:
    """Only the words."""
    return [piece for piece in pieces if piece.strip(" \t\u00a0\r\n")]


def settled(chunk: Chunk, both: Callable[[Chunk], Pieces] | None = None) -> Pieces | None:
    """What becomes of one stretch; where the sides overlap what `both` makes of it, or None."""
    base, mine, theirs = chunk.base, chunk.mine, chunk.theirs
    if mine == theirs or theirs == base:
        return mine
    if mine == base or words(mine) == words(base):
        return theirs if words(theirs) != words(base) or mine == base else max(mine, theirs)
    if words(theirs) == words(base):
        return mine
    short, long = sorted((mine, theirs), key=len)
    if words(short) and long[: len(short)] == short:
        return long
    return both(chunk) if both else None


def chunks(base: str, mine: str, theirs: str) -> Iterator[Chunk]:
    """The three texts cut at what all of them kept."""
    b, m, t = split(base), split(mine), split(theirs)
    in_mine, in_theirs = _pairs(b, m), _pairs(b, t)
    at, at_m, at_t = 0, 0, 0
    for place in [*(one for one in range(len(b)) if one in in_mine and one in in_theirs), len(b)]:
        to_m, to_t = in_mine.get(place, len(m)), in_theirs.get(place, len(t))
        if (at, at_m, at_t) != (place, to_m, to_t):
            yield Chunk(b[at:place], m[at_m:to_m], t[at_t:to_t], same=False)
        if place < len(b):
            yield Chunk([b[place]], [b[place]], [b[place]], same=True)
        at, at_m, at_t = place + 1, to_m + 1, to_t + 1


def _pairs(old: Pieces, new: Pieces) -> dict[int, int]:
    """Place in `old` → place in `new` of the pieces that stayed: a longest common row of pieces.

    The beginning and the end that are equal stay; in the middle the earliest pair of the longest row is taken first.
    """
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < min(len(old), len(new)) - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    found = {place: place for place in range(start)}
    found |= {len(old) - 1 - back: len(new) - 1 - back for back in range(tail)}
    a, b = old[start : len(old) - tail], new[start : len(new) - tail]
    if len(a) * len(b) <= MOST_CELLS:
        found |= {start + one: start + other for one, other in _common(a, b)}
    return found


def _common(a: Pieces, b: Pieces) -> Iterator[tuple[int, int]]:
    longest = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        row, below = longest[i], longest[i + 1]
        for j in range(len(b) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if a[i] == b[j] else max(below[j], row[j + 1])
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            yield i, j
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            i += 1
        else:
            j += 1
