"""A screen that only notes when it was told what: hundreds of them take little of the machine that is measured."""

import asyncio
import re
import time
from collections import defaultdict

from tests.live_web import Visitor

# Per screen: when it was told which version of a card.
Told = dict[int, list[tuple[int, float]]]

VERSION = re.compile(rb'"\w+-(\d+)": \{"version": (\d+)')
# Where one part of the answer ends and the next begins (RFC 9112, 7.1); what is told holds no such line ends.
SEAM = re.compile(rb"\r\n[0-9a-f]+\r\n")


class Screen(asyncio.Protocol):
    """An open stream. `here` is set once it was told who is here: then it hears everything."""

    def __init__(self, visitor: Visitor, path: str) -> None:
        self.asked = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {visitor.cookies}\r\n\r\n".encode()
        self.told: Told = defaultdict(list)
        self.here: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.left = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the stream."""
        assert isinstance(transport, asyncio.WriteTransport)
        self.transport = transport
        transport.write(self.asked)

    def data_received(self, data: bytes) -> None:
        """Note which cards were told in the events that came whole."""
        now = time.perf_counter()
        whole, end, self.left = (self.left + data).rpartition(b"\n\n")
        if not end:
            self.left = whole + self.left
            return
        if not self.here.done() and b"event: mensen" in whole:
            self.here.set_result(None)
        if b"event: stand" in whole:
            for card, version in VERSION.findall(SEAM.sub(b"", whole)):
                self.told[int(card)].append((int(version), now))

    def connection_lost(self, error: Exception | None) -> None:
        """A stream that does not open is an error, not something to wait for."""
        if not self.here.done():
            self.here.set_exception(error or EOFError(self.left.decode(errors="replace")[:200]))


async def open_screens(visitors: list[Visitor], paths: list[str]) -> list[Screen]:
    """All of them, when each hears everything."""
    loop = asyncio.get_running_loop()
    screens = [Screen(visitor, path) for visitor, path in zip(visitors, paths, strict=True)]
    for visitor, screen in zip(visitors, screens, strict=True):
        await loop.create_connection(lambda screen=screen: screen, "127.0.0.1", visitor.port)  # type: ignore[misc]
    await asyncio.gather(*(screen.here for screen in screens))
    return screens
