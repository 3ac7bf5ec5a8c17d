"""A few at a time: after a restart hundreds of open pages connect again in the same second."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Any, Any, Any], Awaitable[None]]


class InTurn:
    """ASGI layer that lets at most so many requests to addresses with this ending begin to answer at once.

    The others wait for their turn, so that they do not take all connections of the database. A turn ends when the
    answer begins: how long a stream lasts makes no difference. Only for requests without a body: a slow sender would
    keep its turn.
    """

    def __init__(self, app: App, ending: str, at_once: int) -> None:
        self.app, self.ending = app, ending
        self.turns = asyncio.Semaphore(at_once)

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].endswith(self.ending):
            return await self.app(scope, receive, send)
        await self.turns.acquire()
        mine = [self.turns]

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start" and mine:
                mine.pop().release()
            await send(message)

        try:
            return await self.app(scope, receive, sending)
        finally:
            if mine:
                mine.pop().release()
