"""A request that is too large is refused before anything is kept of it, and the browser hears why."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from expertteam.access.body_limit import BodyLimit, limit_of

DOCUMENTS = "/casussen/2026-001/documenten/nieuw/"


class Inner:
    """An application that reads everything, and remembers the largest piece of it."""

    def __init__(self) -> None:
        self.read = 0
        self.called = False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.called = True
        while True:
            message = await receive()
            self.read += len(message.get("body", b""))
            if not message.get("more_body"):
                break
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"goed"})


def ask(path: str, pieces: list[bytes], length: int | None = None) -> tuple[int, bytes, Inner, int]:
    """Status, page, the inner application, and how many pieces were left unread."""
    inner, sent = Inner(), []
    left: Iterator[bytes] = iter(pieces)
    waiting = len(pieces)

    async def receive() -> dict[str, Any]:
        nonlocal waiting
        waiting -= 1
        return {"type": "http.request", "body": next(left), "more_body": waiting > 0}

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [] if length is None else [(b"content-length", str(length).encode())]
    asyncio.run(BodyLimit(inner)({"type": "http", "path": path, "headers": headers}, receive, send))
    return sent[0]["status"], sent[1]["body"], inner, waiting


@pytest.fixture(autouse=True)
def small(settings: Any) -> None:
    settings.BODY_MAX_BYTES, settings.DOCUMENTS_BODY_MAX_BYTES = 10, 30


def test_documents_may_be_larger_than_the_rest() -> None:
    assert (limit_of(DOCUMENTS), limit_of("/casussen/nieuw/"), limit_of(f"/x{DOCUMENTS}")) == (30, 10, 10)


@pytest.mark.parametrize("length", [20, None])
def test_what_fits_goes_on(length: int | None) -> None:
    status, _, inner, _ = ask(DOCUMENTS, [b"x" * 10, b"x" * 10], length)
    assert (status, inner.read) == (200, 20)


def test_what_says_it_is_too_large_never_comes_in() -> None:
    status, page, inner, waiting = ask(DOCUMENTS, [b"x" * 20] * 3, 60)
    assert (status, inner.called, waiting) == (413, False, 0)
    assert "te groot om in één keer te versturen" in page.decode()


def test_what_does_not_say_how_large_it_is_is_counted() -> None:
    status, _, inner, waiting = ask("/inloggen/", [b"x" * 6] * 5)
    assert (status, waiting) == (413, 0) and inner.read < 12


def test_other_traffic_passes() -> None:
    inner = Inner()

    async def receive() -> dict[str, Any]:
        return {"type": "lifespan.startup"}

    async def send(message: Any) -> None:
        pass

    asyncio.run(BodyLimit(inner)({"type": "lifespan"}, receive, send))
    assert inner.called
