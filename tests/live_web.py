"""A real web process on the database of this run, and clients that talk to it as browsers on a board do.

    with a_web() as web:
        together(meet(Visitor(web.port, cookie_of(petra)), …))

The clients are coroutines of one process: hundreds of open streams cost little.
"""

import asyncio
import json
import os
import socket
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlencode

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import connection
from django.db import connections as databases
from django.test import Client

from expertteam.access.person import Person
from tests.processes import Started, database_address, free_port
from tests.worker import wait_for

T = TypeVar("T")
NAME = "web-of-a-test"
TOKEN = "t" * 32


class Web(Started):
    """A web server of so many processes; killed and started again on the same port."""

    def __init__(self, processes: int = 1, **environment: str) -> None:
        self.environment = environment
        self.processes = processes
        self.port = free_port()
        self.start()

    def start(self) -> None:
        """Start it and wait until it answers."""
        words = ["-m", "uvicorn", "expertteam.asgi:application", "--port", str(self.port), "--no-access-log"]
        words += ["--timeout-graceful-shutdown", "1", "--log-level", "critical", "--lifespan", "off"]
        words += ["--workers", str(self.processes)]
        address = f"{database_address()}&application_name={NAME}"
        self.begin(*words, **{"DATABASE_URL": address, **self.environment})
        wait_for(self.answers, 60, "the web process")

    def answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), 1):
                return True
        except OSError:
            return False

    def processor_seconds(self) -> float:
        """How long its processes together have been computing."""
        found = [path.read_text().rpartition(")")[2].split() for path in Path("/proc").glob("[0-9]*/stat")]
        own = [numbers for numbers in found if int(numbers[2]) == self.process.pid]
        return sum(int(numbers[11]) + int(numbers[12]) for numbers in own) / os.sysconf("SC_CLK_TCK")


@contextmanager
def a_web(processes: int = 1, **environment: str) -> Iterator[Web]:
    """A web server for as long as the block lasts."""
    web = Web(processes, **environment)
    try:
        yield web
    finally:
        web.stop()


def together(work: Coroutine[Any, Any, T]) -> T:
    """Do this to its end; the thread in which it asked the database keeps no connection with it afterwards."""

    async def whole() -> T:
        try:
            return await work
        finally:
            await sync_to_async(databases.close_all)()

    return asyncio.run(whole())


def cookie_of(person: Person) -> str:
    """The session of a browser in which this person is logged in."""
    browser = Client()
    browser.force_login(person.user)
    return str(browser.cookies[settings.SESSION_COOKIE_NAME].value)


def connections() -> int:
    """How many connections the web process has with the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE application_name = %s", [NAME])
        return int(cursor.fetchone()[0])


def cut_connections() -> None:
    """End every connection of the web process, as a database does that stops."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = %s", [NAME]
        )


class Visitor:
    """A browser without pages: sends forms one after the other, over a line that is kept, and reads streams."""

    def __init__(self, port: int, session: str) -> None:
        self.port = port
        self.cookies = f"{settings.SESSION_COOKIE_NAME}={session}; csrftoken={TOKEN}"
        self.line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def post(self, path: str, data: dict[str, Any]) -> tuple[int, Any]:
        """Status and JSON (None when it is no JSON); OSError or EOFError when there is no answer."""
        body = urlencode(data).encode()
        head = (
            f"POST {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {self.cookies}\r\nX-CSRFToken: {TOKEN}\r\n"
            f"X-Autosave: 1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        try:
            return await asyncio.wait_for(self._ask(head.encode() + body), 30)
        except (OSError, EOFError, TimeoutError) as trouble:
            self.hang_up()
            raise OSError(str(trouble)) from trouble

    async def _ask(self, sent: bytes) -> tuple[int, Any]:
        if self.line is None:
            self.line = await asyncio.open_connection("127.0.0.1", self.port, limit=2**22)
        reader, writer = self.line
        writer.write(sent)
        await writer.drain()
        status, headers = await read_head(reader)
        if "content-length" in headers:
            body = await reader.readexactly(int(headers["content-length"]))
        else:
            body = b"".join([part async for part in chunks(reader)]) if status != 204 else b""
        if headers.get("connection") == "close":
            self.hang_up()
        return status, json.loads(body) if "json" in headers.get("content-type", "") else None

    def hang_up(self) -> None:
        if self.line is not None:
            self.line[1].close()
            self.line = None

    async def stream(self, path: str) -> AsyncIterator[tuple[str, Any]]:
        """(event, data) as they come, until the server ends it; ("status", code) first."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=2**22)
        head = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {self.cookies}\r\n"
        writer.write(f"{head}Accept: text/event-stream\r\n\r\n".encode())
        try:
            status, _ = await read_head(reader)
            yield "status", status
            left = b""
            async for part in chunks(reader):
                *whole, left = (left + part).split(b"\n\n")
                for event in filter(None, map(read_event, whole)):
                    yield event
        finally:
            writer.close()


async def read_head(reader: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
    first, *rest = (await reader.readuntil(b"\r\n\r\n")).decode().rstrip().split("\r\n")
    pairs = [line.split(":", 1) for line in rest]
    return int(first.split()[1]), {name.strip().lower(): value.strip() for name, value in pairs}


async def chunks(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """The parts of a body of which the length is not known beforehand."""
    while size := int(await reader.readline() or b"0", 16):
        yield (await reader.readexactly(size + 2))[:-2]
    await reader.readline()


def read_event(text: bytes) -> tuple[str, Any] | None:
    lines = dict(line.split(b": ", 1) for line in text.split(b"\n") if b": " in line)
    return (lines[b"event"].decode(), json.loads(lines[b"data"])) if b"event" in lines else None
