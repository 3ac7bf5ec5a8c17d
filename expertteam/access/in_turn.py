"""A few at a time: after a restart hundreds of open pages connect again in the same second."""

import asyncio

from .body_limit import App, Message, Receive, Send


class InTurn:
    """ASGI layer that lets at most so many requests to addresses with this ending begin to answer at once.

    The others wait for their turn. All answers are made in the order of asking (`handler.py`): without this hundreds of
    returning pages would stand in that one queue before what people are saving. A turn ends when the answer begins: how
    long a stream lasts makes no difference. Only for requests without a body: a slow sender would keep its turn.
    """

    def __init__(self, app: App, ending: str, at_once: int) -> None:
        self.app, self.ending = app, ending
        self.turns = asyncio.Semaphore(at_once)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
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
