"""Streams begin a few at a time, and a stream that lasts keeps nobody waiting."""

import asyncio
from typing import Any

from expertteam.access.in_turn import InTurn


class Slow:
    """An application that begins to answer when told, and goes on until told; counts how many are busy beginning."""

    def __init__(self) -> None:
        self.begin, self.end = asyncio.Event(), asyncio.Event()
        self.busy = self.most = self.begun = 0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.busy += 1
        self.most = max(self.most, self.busy)
        await self.begin.wait()
        self.busy -= 1
        if scope.get("fails"):
            raise ValueError
        await send({"type": "http.response.start"})
        self.begun += 1
        await self.end.wait()


async def nowhere(message: Any = None) -> Any:
    return None


def asked(path: str = "/a/stroom/", method: str = "GET", **more: Any) -> dict[str, Any]:
    return {"type": "http", "path": path, "method": method, **more}


async def ask_all(scopes: list[dict[str, Any]]) -> Slow:
    app = Slow()
    layer = InTurn(app, "/stroom/", 2)
    tasks = [asyncio.create_task(layer(scope, nowhere, nowhere)) for scope in scopes]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    app.begin.set()
    while app.begun < sum("fails" not in scope for scope in scopes):
        await asyncio.sleep(0)
    app.end.set()
    await asyncio.gather(*tasks, return_exceptions=True)
    return app


def test_two_at_a_time_until_they_begin() -> None:
    app = asyncio.run(ask_all([asked() for _ in range(7)]))
    assert (app.most, app.begun) == (2, 7)


def test_one_that_fails_gives_its_turn_back() -> None:
    app = asyncio.run(ask_all([asked(fails=True), asked(fails=True), asked(fails=True), asked()]))
    assert (app.most, app.begun) == (2, 1)


def test_other_addresses_do_not_wait() -> None:
    app = asyncio.run(ask_all([asked("/a/"), asked("/a/"), asked("/a/"), asked(method="POST")]))
    assert app.most == 4
