"""Typing while everything falls over: clients that write known words, and the count of what became of every word.

A client does what the page of a board does: it saves a field with the version it is based on, sends the same save again
until it is answered, takes over what others wrote, and keeps on typing in a text that waits beside that of another.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from analysis.board.models import Analysis, Element, Explanation, Part
from analysis.live.models import Conflict
from tests.live_web import Visitor

RETRY = 0.25


@dataclass
class Text:
    """A text somebody types in: `base` at `version` is what the server gave last."""

    path: str
    settle: Callable[[int], str]
    piece: str
    pk: int
    version: int
    base: str
    conflict: int | None = None


@dataclass
class Typist:
    """One client; `words` are all it typed, `sends` how often it had to send a save more than once."""

    name: str
    user: int
    visitor: Visitor
    texts: list[Text]
    pick: random.Random
    words: list[str] = field(default_factory=list)
    sends: int = 0
    again: int = 0

    async def type_until(self, over: Callable[[], bool], pause: float) -> None:
        """A word every `pause` seconds or so, now in this text and then in that; each text once more at the end."""
        while not over():
            await self.write(self.pick.choice(self.texts))
            await asyncio.sleep(self.pick.uniform(0.5, 1.5) * pause)
        for text in self.texts:
            await self.write(text)

    async def write(self, text: Text) -> None:
        word = f"{self.name}x{len(self.words)}"
        self.words.append(word)
        now = text.base.split(" ")
        place = self.pick.choice([0, len(now) // 2, len(now)])
        value = " ".join(one for one in [*now[:place], word, *now[place:]] if one)
        if text.conflict is not None and self.pick.random() < 0.3:
            await self._settle(text, value)
        else:
            await self._save(text, value)

    async def _save(self, text: Text, value: str) -> None:
        sent = {"op": uuid4(), "piece": text.piece, "pk": text.pk, "field": "text", "version": text.version}
        answer = await self._until_answered(text.path, {**sent, "value": value})
        self._take_over(text, answer)

    async def _settle(self, text: Text, value: str) -> None:
        """First the word itself among what waits, then both after each other."""
        await self._save(text, value)
        if text.conflict is not None:
            answer = await self._until_answered(text.settle(text.conflict), {"keep": "both"})
            self._take_over(text, answer)

    async def _until_answered(self, path: str, sent: dict[str, Any]) -> Any:
        while True:
            self.sends += 1
            try:
                status, answer = await self.visitor.post(path, sent)
            except OSError:
                status, answer = 0, None
            if status == 200:
                return answer
            assert status in (0, 500, 503), (status, answer)
            self.again += 1
            await asyncio.sleep(RETRY)

    @staticmethod
    def _take_over(text: Text, answer: Any) -> None:
        """Nothing was typed in this text while it was on its way: what the server has is what stands here."""
        text.version, clash = answer["version"], answer["conflict"]
        text.conflict, text.base = (clash["id"], clash["mine"]) if clash else (None, answer["value"])


@dataclass(frozen=True)
class Fate:
    """What became of the words: how many were typed, lost, there twice, and how many wait in a conflict."""

    typed: int
    lost: list[str]
    twice: list[str]
    waiting: int


def fate_of(analysis: Analysis, typists: list[Typist]) -> Fate:
    """Count every word in the texts, and those that are not there in the open conflicts of their author."""
    rows: list[Part] = [
        *Element.objects.filter(analysis=analysis),
        *Explanation.objects.filter(analysis=analysis),
    ]
    stands = Counter(word for row in rows for word in row.text.split())  # type: ignore[attr-defined]
    waiting = Conflict.objects.filter(analysis=analysis, settled_at=None)
    mine = {(row.author_id, word) for row in waiting for word in row.mine.split()}
    typed = [(one.user, word) for one in typists for word in one.words]
    lost = [word for user, word in typed if not stands[word] and (user, word) not in mine]
    twice = [word for _, word in typed if stands[word] > 1]
    return Fate(len(typed), lost, twice, sum(not stands[word] for _, word in typed))


async def meeting(typists: list[Typist], seconds: float, pause: float, trouble: Awaitable[None]) -> None:
    """Everybody types for so long while `trouble` happens; ends when every word was answered."""
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds
    happening = asyncio.ensure_future(trouble)
    await asyncio.gather(*(one.type_until(lambda: loop.time() >= until, pause) for one in typists), happening)
