"""The largest request, decided before Django keeps anything of it: a body that is too large never lands in memory.

What still comes is read and thrown away, so that the browser gets to see the page that says what to do.
"""

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Any, Any, Any], Awaitable[None]]

_DOCUMENTS = re.compile(r"/casussen/[0-9-]+/documenten/nieuw/")


class TooLarge(Exception):
    """More came than may be."""


class BodyLimit:
    """ASGI application around another one: 413 for a body over the limit of its address."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        limit = limit_of(scope["path"])
        if declared(scope) > limit:
            await refuse(receive, send)
            return
        try:
            await self.app(scope, counting(receive, limit), send)
        except TooLarge:
            await refuse(receive, send)


def limit_of(path: str) -> int:
    """How many bytes may be sent to this address."""
    documents = _DOCUMENTS.fullmatch(path) is not None
    return int(settings.DOCUMENTS_BODY_MAX_BYTES if documents else settings.BODY_MAX_BYTES)


def declared(scope: Message) -> int:
    """What the request says of its size; 0 when it does not say."""
    said = dict(scope["headers"]).get(b"content-length", b"0")
    return int(said) if said.isdigit() else 0


def counting(receive: Receive, limit: int) -> Receive:
    """Passes everything on until there is too much; a request without a size is counted as it comes."""
    counted = 0

    async def counted_receive() -> Message:
        nonlocal counted
        message = await receive()
        counted += len(message.get("body", b""))
        if counted > limit:
            raise TooLarge
        return message

    return counted_receive


async def refuse(receive: Receive, send: Send) -> None:
    """Let the rest go by, and answer with the page."""
    while (message := await receive())["type"] == "http.request" and message.get("more_body", False):
        pass
    page = render_to_string("413.html").encode()
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", str(len(page)).encode()),
        (b"cache-control", b"no-store"),
        (
            b"content-security-policy",
            b"default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'",
        ),
        (b"x-content-type-options", b"nosniff"),
    ]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": page})
