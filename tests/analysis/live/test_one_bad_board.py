"""A board that cannot be shown stops no other board: its own pages fetch it again."""

import asyncio
from typing import Any

import pytest

from analysis.live.hub import TROUBLE, Hub
from analysis.live.rooms import Room
from analysis.live.watching import AGAIN, Watcher


def broken() -> Any:
    raise ValueError("a ring without an end")


def test_its_own_pages_fetch_it_again() -> None:
    async def meet() -> None:
        watcher = Watcher("t", 1, 1, 1, 1, "s", True, 0, 0, loop=asyncio.get_running_loop())
        Hub()._alone(Room(1, 1, watchers={watcher}), broken)
        await asyncio.wait_for(watcher.something.wait(), 5)
        assert list(watcher.events) == [AGAIN]

    asyncio.run(meet())


def test_a_database_that_is_gone_is_another_matter() -> None:
    def gone() -> Any:
        raise TROUBLE[0]

    with pytest.raises(TROUBLE[0]):
        Hub()._alone(Room(1, 1), gone)


def test_what_waited_is_not_told_to_who_may_not_see_it_any_more() -> None:
    async def meet() -> None:
        watcher = Watcher("t", 1, 1, 1, 1, "s", True, 0, 0)
        watcher.put(b"eerst")
        watcher.end()
        watcher.put(b"later")
        assert watcher.ended and not watcher.events

    asyncio.run(meet())
