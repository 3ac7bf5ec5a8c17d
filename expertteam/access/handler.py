"""Django under ASGI, that works at a few pages at once and lets the others wait."""

import asyncio
from typing import Any

from django.core.handlers.asgi import ASGIHandler
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from expertteam.health.middleware import ADDRESSES

# More at once is not quicker on two processors, and each takes one of the hundred connections of the database.
AT_ONCE = 16


class FewAtOnce(ASGIHandler):
    """Makes at most so many answers at the same moment, in the order of asking.

    A turn begins when the request has come in as a whole and ends when its answer begins: a slow sender, a slow reader
    and an open stream keep no turn. Whoever asks how things are does not wait.
    """

    def __init__(self, at_once: int = AT_ONCE) -> None:
        super().__init__()
        self.turns = asyncio.Semaphore(at_once)

    async def get_response_async(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, when it is this request's turn."""
        if request.path_info in ADDRESSES:
            return await self._answer(request)
        async with self.turns:
            return await self._answer(request)

    async def _answer(self, request: HttpRequest) -> Any:
        return await super().get_response_async(request)
