"""A line out of a text with what was looked for marked in it; only text, the template makes it safe."""

import re
from dataclasses import dataclass

from cases.casefile.text import folded

START, STOP = "\ue000", "\ue001"  # for private use: nobody can type a meaning into them
AROUND = 90
LIKE_ENOUGH = 0.3
_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Part:
    """A piece of an excerpt; `marked` when it is what was looked for."""

    text: str
    marked: bool


def parts_of(headline: str, text: str) -> list[Part]:
    """What the database marked, in pieces; with dots where the text goes on."""
    pieces = re.split(f"[{START}{STOP}]", headline)
    plain = "".join(pieces)
    pieces[0] = ("" if text.startswith(plain) else "…") + pieces[0]
    pieces[-1] += "" if text.endswith(plain) else "…"
    return [Part(piece, marked=place % 2 == 1) for place, piece in enumerate(pieces) if piece]


def most_alike(text: str, words: list[str]) -> list[Part]:
    """The surroundings of the word that is most like one of these; the beginning when nothing is."""
    best, found = LIKE_ENOUGH, None
    looked_for = [folded(word) for word in words]
    for token in _TOKEN.finditer(text):
        plain = folded(token[0])
        # One error leaves the first or the last letter as it was: the others need no closer look.
        near = [word for word in looked_for if word[:1] == plain[:1] or word[-1:] == plain[-1:]]
        likeness = max((alike(plain, word) for word in near), default=0.0)
        if likeness > best:
            best, found = likeness, token
    if found is None:
        return [Part(text[: 2 * AROUND], marked=False)]
    before, after = text[: found.start()], text[found.end() :]
    start = f"…{before[-AROUND:].partition(' ')[2]}" if len(before) > AROUND else before
    end = f"{after[:AROUND].rpartition(' ')[0]}…" if len(after) > AROUND else after
    parts = [Part(start, marked=False), Part(found[0], marked=True), Part(end, marked=False)]
    return [part for part in parts if part.text]


def tokens(text: str) -> list[str]:
    """The words of a text, made comparable."""
    return _TOKEN.findall(folded(text))


def alike(one: str, other: str) -> float:
    """How much two folded words are alike, from 0 to 1: shared letters by three, as pg_trgm does it."""
    first, second = threes(one), threes(other)
    return len(first & second) / len(first | second)


def threes(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[place : place + 3] for place in range(len(padded) - 2)}
