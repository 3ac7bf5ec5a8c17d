"""Django under ASGI: one thread makes an answer from begin to end, and only a few answers are made at once."""

import asyncio
import contextlib
import contextvars
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.core import signals
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.core.handlers.base import BaseHandler
from django.db import connections
from django.http import HttpResponse
from django.urls import get_resolver, set_script_prefix

from expertteam.health.middleware import ADDRESSES

# Threads of one process compute one after the other; with more of them they mostly keep each other from going on.
AT_ONCE = 4
# An answer that takes longer (seconds) lets the next one begin: a large document keeps nobody from saving a word.
LONG = 1.0
# Each takes one of the hundred connections of the database.
MOST = 16


class InThreads(ASGIHandler):
    """Makes at most so many answers at the same moment, in the order of asking, each in a thread of its own.

    Django itself would hand a request from the loop to a thread and back for every layer; all our layers and views are
    made for threads. A turn begins when the request has come in as a whole and ends when its answer is made, or takes
    long: a slow sender, a slow reader and an open stream keep no turn. Whoever asks how things are does not wait.
    """

    def __init__(self, at_once: int = AT_ONCE, long: float = LONG) -> None:
        BaseHandler.__init__(self)
        self.load_middleware(is_async=False)
        self.turns, self.long = asyncio.Semaphore(at_once), long
        self.threads = ThreadPoolExecutor(MOST, thread_name_prefix="answer")
        self.threads_apart = ThreadPoolExecutor(2, thread_name_prefix="how-things-are")
        # Reading all addresses takes a second or two: before the first request, not during it.
        _ = get_resolver().url_patterns

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """An ASGI request."""
        if scope["type"] != "http":
            raise ValueError(f"only HTTP is served, not {scope['type']}")
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        if scope["path"] in ADDRESSES:
            response = await _in(self.threads_apart, lambda: self._answer(scope, body))
        else:
            response = await self._in_turn(lambda: self._answer(scope, body))
        if response.streaming:
            await self._stream(response, receive, send)
            await _in(self.threads, response.close)
        else:
            await self.send_response(response, send)

    async def _in_turn(self, work: Callable[[], Any]) -> Any:
        """What `work` gives, when it is its turn."""
        await self.turns.acquire()
        given_back = contextlib.ExitStack()
        given_back.callback(self.turns.release)
        late = asyncio.get_running_loop().call_later(self.long, given_back.close)
        with given_back:
            try:
                return await _in(self.threads, work)
            finally:
                late.cancel()

    def _answer(self, scope: Any, body: Any) -> Any:
        """The answer as a whole; only what comes as time goes by is still to be made."""
        set_script_prefix(get_script_prefix(scope))
        signals.request_started.send(sender=self.__class__, scope=scope)
        request, refused = self.create_request(scope, body)
        response: Any = refused if request is None else self.get_response(request)
        response._handler_class = self.__class__
        if response.streaming and response.is_async:
            # It closes when the stream ends, in whatever thread: until then it would keep this one's connection.
            connections.close_all()
            return response
        whole = _whole(response)
        response.close()
        body.close()
        return whole

    async def _stream(self, response: Any, receive: Any, send: Any) -> None:
        """Write what comes, until there is no more or nobody reads it any more."""
        tasks = [asyncio.create_task(receive()), asyncio.create_task(self.send_response(response, send))]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
        for end in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(end, Exception):
                raise end


def _whole(response: Any) -> Any:
    """A file that would be read part by part, read."""
    if not response.streaming:
        return response
    whole = HttpResponse(b"".join(response), status=response.status_code, headers=response.headers)
    whole.cookies = response.cookies
    return whole


async def _in(threads: ThreadPoolExecutor, work: Callable[[], Any]) -> Any:
    """What `work` gives, done in one of these threads, with nothing left over from who was there before."""
    context = contextvars.copy_context()
    return await asyncio.get_running_loop().run_in_executor(threads, context.run, work)
