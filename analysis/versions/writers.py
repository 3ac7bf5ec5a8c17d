"""Who wrote what: of every piece who made it, who changed it and when; and what was taken away, by whom."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from analysis.board.history import last_known
from analysis.board.models import Analysis
from analysis.board.queries import Board

from .past import TOLD, Deed, What
from .stands import key_of
from .timeline import Timeline

SHOWN = {
    "verklaring": "Verklaringen",
    "kijk": "Wie het anders ziet",
    "kaartje": "Kaartjes",
    "advies": "Advies",
}
_JUST_BEFORE = timedelta(microseconds=1)


@dataclass(frozen=True)
class Changer:
    """Who changed a piece, how often, and when for the last time."""

    name: str
    count: int
    last: datetime


@dataclass(frozen=True)
class Story:
    """What people did to one piece. `stood` is the key of the last moment at which a removed piece was there."""

    piece: str
    pk: int
    text: str
    made_by: str
    made_at: datetime | None
    changers: tuple[Changer, ...]
    removed_by: str = ""
    removed_at: datetime | None = None
    stood: str = ""


@dataclass(frozen=True)
class Chapter:
    """The stories of one kind of piece."""

    title: str
    stories: tuple[Story, ...]


def chapters_of(board: Board, timeline: Timeline) -> list[Chapter]:
    """Every explanation, card and advice of this board, in its order; no query."""
    by_piece = _by_piece(timeline)
    rows: dict[str, list[Any]] = {
        "verklaring": board.explanations,
        "kijk": [one for told in board.explanations for one in told.dissents.all()],
        "kaartje": board.elements,
        "advies": board.advices,
    }
    chapters = []
    for piece, title in SHOWN.items():
        stories = [
            story_of(piece, one.pk, one.text, by_piece.get((piece, str(one.pk)), []), timeline)
            for one in rows[piece]
        ]
        chapters.append(Chapter(title, tuple(stories)))
    return [one for one in chapters if one.stories]


def removed_of(analysis: Analysis, timeline: Timeline) -> list[Story]:
    """What was taken away and did not come back, the last first; four queries."""
    gone = {key: deeds for key, deeds in _by_piece(timeline).items() if deeds[-1].what == What.REMOVED}
    stories = []
    for piece in SHOWN:
        found = {int(key): deeds for (kind, key), deeds in gone.items() if kind == piece}
        texts = last_known(TOLD[piece][0], set(found), "text")
        stories += [story_of(piece, pk, texts.get(pk, ""), deeds, timeline) for pk, deeds in found.items()]
    return sorted(stories, key=lambda story: story.stood, reverse=True)


def _by_piece(timeline: Timeline) -> dict[tuple[str, str], list[Deed]]:
    found: dict[tuple[str, str], list[Deed]] = {}
    for deed in timeline.deeds:
        found.setdefault((deed.piece, deed.key), []).append(deed)
    return found


def story_of(piece: str, pk: int, text: str, deeds: list[Deed], timeline: Timeline) -> Story:
    """What people did to a piece, from everything that was done to it in order."""
    made = next((one for one in deeds if one.what == What.MADE), None)
    changed = [one for one in deeds if one.what in (What.CHANGED, What.BACK)]
    counts = Counter(one.who for one in changed)
    last = {one.who: one.at for one in changed}
    removal = deeds[-1] if deeds and deeds[-1].what == What.REMOVED else None
    return Story(
        piece, pk, text,
        made_by=timeline.name(made.who) if made else "",
        made_at=made.at if made else None,
        changers=tuple(Changer(timeline.name(who), count, last[who]) for who, count in counts.most_common()),
        removed_by=timeline.name(removal.who) if removal else "",
        removed_at=removal.at if removal else None,
        stood=key_of(removal.at - _JUST_BEFORE) if removal else "",
    )  # fmt: skip
