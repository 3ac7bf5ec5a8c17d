"""A few answers are made at once; who asks how things are does not wait."""

import asyncio
from typing import Any

import pytest
from django.core.handlers.asgi import ASGIHandler
from django.http import HttpResponse
from django.test import RequestFactory

from expertteam.access.handler import FewAtOnce


class Kitchen:
    """Answers that are made until `done` is set."""

    def __init__(self) -> None:
        self.done = asyncio.Event()
        self.busy = self.most = 0
        self.begun: list[str] = []

    async def answer(self, request: Any) -> HttpResponse:
        self.begun.append(request.path)
        self.busy += 1
        self.most = max(self.most, self.busy)
        try:
            await self.done.wait()
        finally:
            self.busy -= 1
        return HttpResponse()


@pytest.fixture
def kitchen(monkeypatch: pytest.MonkeyPatch) -> Kitchen:
    found = Kitchen()
    monkeypatch.setattr(ASGIHandler, "get_response_async", lambda self, request: found.answer(request))
    return found


async def asked(handler: FewAtOnce, *paths: str) -> list[asyncio.Task[Any]]:
    """Requests that have come as far as they can."""
    tasks = [
        asyncio.create_task(handler.get_response_async(RequestFactory().get(path)))  # type: ignore[arg-type]
        for path in paths
    ]
    for _ in range(5):
        await asyncio.sleep(0)
    return tasks


def test_no_more_than_so_many_and_in_order(kitchen: Kitchen) -> None:
    async def go() -> None:
        tasks = await asked(FewAtOnce(2), "/1/", "/2/", "/3/", "/4/")
        assert kitchen.begun == ["/1/", "/2/"]
        kitchen.done.set()
        await asyncio.gather(*tasks)
        assert (kitchen.most, kitchen.begun) == (2, ["/1/", "/2/", "/3/", "/4/"])

    asyncio.run(go())


def test_how_things_are_does_not_wait(kitchen: Kitchen) -> None:
    async def go() -> None:
        tasks = await asked(FewAtOnce(1), "/1/", "/2/", "/gezond/")
        assert kitchen.begun == ["/1/", "/gezond/"]
        kitchen.done.set()
        await asyncio.gather(*tasks)

    asyncio.run(go())


def test_who_goes_away_gives_the_turn_to_the_next(kitchen: Kitchen) -> None:
    async def go() -> None:
        handler = FewAtOnce(1)
        first, second, third = await asked(handler, "/1/", "/2/", "/3/")
        second.cancel()
        first.cancel()
        await asyncio.gather(first, second, return_exceptions=True)
        kitchen.done.set()
        await third
        assert kitchen.begun == ["/1/", "/3/"]

    asyncio.run(go())
