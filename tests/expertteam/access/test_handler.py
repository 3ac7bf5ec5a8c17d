"""A few answers are made at once, each in one thread; streams and files come through; nothing is left for the next."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from asgiref.testing import ApplicationCommunicator
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.utils import translation

from expertteam.access.handler import InThreads

View = Callable[[Any], Any]


def handler(view: View, at_once: int = 2, long: float = 60.0) -> InThreads:
    """A handler of which every page is this view."""
    made = InThreads(at_once, long)
    made.get_response = view  # type: ignore[method-assign]
    return made


def visit(app: InThreads, path: str) -> ApplicationCommunicator:
    """A request that has been sent as a whole."""
    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
    visitor = ApplicationCommunicator(app, scope)  # type: ignore[arg-type]
    visitor.input_queue.put_nowait({"type": "http.request", "body": b""})
    return visitor


async def answer_to(visitor: ApplicationCommunicator) -> tuple[dict[bytes, bytes], bytes]:
    """Headers and body as the visitor reads them, whole."""
    begin = await visitor.receive_output(5)
    found, more = b"", True
    while more:
        message = await visitor.receive_output(5)
        found, more = found + message.get("body", b""), message.get("more_body", False)
    return dict(begin["headers"]), found


async def body_of(visitor: ApplicationCommunicator) -> bytes:
    return (await answer_to(visitor))[1]


class Kitchen:
    """Answers that are made until `done` is set."""

    def __init__(self) -> None:
        self.done = threading.Event()
        self.lock = threading.Lock()
        self.busy = self.most = 0
        self.begun: list[str] = []

    def answer(self, request: Any) -> HttpResponse:
        with self.lock:
            self.begun.append(request.path)
            self.busy += 1
            self.most = max(self.most, self.busy)
        assert request.path == "/gezond/" or self.done.wait(10)
        with self.lock:
            self.busy -= 1
        return HttpResponse(request.path)


def test_no_more_than_so_many_and_in_order() -> None:
    kitchen = Kitchen()
    paths = [f"/{number}/" for number in range(6)]

    async def go() -> list[bytes]:
        app = handler(kitchen.answer)
        visitors = [visit(app, path) for path in paths]
        # Whoever asks how things are gets an answer while all the others wait.
        assert await body_of(visit(app, "/gezond/")) == b"/gezond/"
        kitchen.done.set()
        return [await body_of(one) for one in visitors]

    assert asyncio.run(go()) == [path.encode() for path in paths]
    begun = [path for path in kitchen.begun if path != "/gezond/"]
    assert set(begun[:2]) == {"/0/", "/1/"} and sorted(begun) == paths
    assert kitchen.most <= 3


def test_an_answer_that_takes_long_keeps_nobody_waiting() -> None:
    kitchen = Kitchen()

    def view(request: Any) -> HttpResponse:
        return kitchen.answer(request) if request.path == "/long/" else HttpResponse("quick")

    async def go() -> tuple[bytes, bytes]:
        app = handler(view, at_once=1, long=0.01)
        long, quick = visit(app, "/long/"), visit(app, "/quick/")
        second = await body_of(quick)
        kitchen.done.set()
        return second, await body_of(long)

    assert asyncio.run(go()) == (b"quick", b"/long/")


def test_a_stream_ends_when_its_reader_leaves() -> None:
    async def go() -> list[str]:
        happened: list[str] = []
        over = asyncio.Event()

        async def parts() -> AsyncIterator[bytes]:
            try:
                yield b"first"
                await asyncio.Event().wait()
            finally:
                happened.append("closed")
                over.set()

        def view(request: Any) -> StreamingHttpResponse:
            return StreamingHttpResponse(parts())

        visitor = visit(handler(view), "/")
        assert (await visitor.receive_output(5))["status"] == 200
        assert (await visitor.receive_output(5))["body"] == b"first"
        visitor.input_queue.put_nowait({"type": "http.disconnect"})
        await asyncio.wait_for(over.wait(), 5)
        return happened

    assert asyncio.run(go()) == ["closed"]


def test_an_error_in_a_stream_is_not_swallowed() -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield b"first"
        raise LookupError

    async def go() -> None:
        visitor = visit(handler(lambda request: StreamingHttpResponse(broken())), "/")
        await visitor.receive_output(5)
        assert (await visitor.receive_output(5))["body"] == b"first"
        with pytest.raises(LookupError):
            await visitor.wait(5)

    asyncio.run(go())


def test_a_file_comes_whole_with_its_name(tmp_path: Any) -> None:
    file = tmp_path / "brief.txt"
    file.write_bytes(b"a" * 100_000)

    async def go() -> tuple[dict[bytes, bytes], bytes]:
        return await answer_to(
            visit(handler(lambda request: FileResponse(file.open("rb"), as_attachment=True)), "/")
        )

    headers, body = asyncio.run(go())
    assert body == b"a" * 100_000
    assert headers[b"Content-Disposition"] == b'attachment; filename="brief.txt"'
    assert headers[b"Content-Length"] == b"100000"


def test_nothing_is_left_for_who_comes_next() -> None:
    def view(request: Any) -> HttpResponse:
        before = translation.get_language()
        translation.activate("en")
        return HttpResponse(f"{threading.get_ident()} {before}")

    async def go() -> list[bytes]:
        app = handler(view, at_once=1)
        return [await body_of(visit(app, "/")) for _ in range(2)]

    first, second = (answer.decode().split() for answer in asyncio.run(go()))
    assert first == second and second[1] == "nl"


def test_who_leaves_while_the_answer_is_made_keeps_no_turn() -> None:
    kitchen = Kitchen()

    async def go() -> bytes:
        app = handler(kitchen.answer, at_once=1)
        first = visit(app, "/1/")
        first.input_queue.put_nowait({"type": "http.disconnect"})
        second = visit(app, "/2/")
        kitchen.done.set()
        return await body_of(second)

    assert asyncio.run(go()) == b"/2/"


def test_only_http_is_served() -> None:
    with pytest.raises(ValueError, match="websocket"):
        asyncio.run(handler(lambda request: HttpResponse())({"type": "websocket"}, None, None))
