"""Pages with an open stream, for the tests of streams."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any
from uuid import uuid4

from analysis.board import actions
from analysis.board.models import Analysis
from cases.casefile.models import Case
from expertteam.access.person import Person
from tests.live_web import Visitor, together

from .saving import live

SOON = 20


class Screen:
    """A page that keeps what its stream told."""

    def __init__(self, visitor: Visitor, case: Case, since: int) -> None:
        self.visitor, self.tab = visitor, str(uuid4())
        self.path = f"{live(case, 'live_stream')}?vanaf={since}&tab={self.tab}"
        self.heard: list[tuple[str, Any]] = []
        self.task = asyncio.create_task(self._listen())

    async def _listen(self) -> None:
        async for event in self.visitor.stream(self.path):
            self.heard.append(event)

    async def hears(self, name: str, found: Callable[[Any], Any] = lambda data: True) -> Any:
        """The first event of this name about which `found` is true."""

        async def look() -> Any:
            while True:
                for event, data in self.heard:
                    if event == name and found(data):
                        return data
                await asyncio.sleep(0.01)

        return await asyncio.wait_for(look(), SOON)

    async def ends(self) -> None:
        await asyncio.wait_for(self.task, SOON)


def run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    together(work())


def add(by: Person, analysis: Analysis, text: str) -> None:
    actions.add_element(by=by, analysis=analysis, kind="klacht", domain="gezin", text=text)
