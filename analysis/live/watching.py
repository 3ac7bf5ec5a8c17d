"""One open page that is being told what happens."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

# A page that reads this slowly fetches the board again instead.
MOST_WAITING = 100


def as_event(name: str, data: dict[str, Any], number: int | None = None) -> bytes:
    """A Server-Sent Event; with `number` the browser asks to go on from there when it was cut off."""
    head = f"id: {number}\n" if number is not None else ""
    return f"{head}event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


AGAIN = as_event("opnieuw", {})


@dataclass(eq=False)
class Watcher:
    """An open stream. `told` and `pictured` are the versions of the analysis of which its page has pieces and picture.

    The hub changes it in its own thread; events are handed over to the loop in which the stream is written.
    """

    tab: str
    analysis: int
    case: int
    user: int
    team: int
    session: str
    may_write: bool
    told: int
    pictured: int
    loop: asyncio.AbstractEventLoop | None = None
    check_at: float = 0.0
    events: list[bytes] = field(default_factory=list)
    something: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False

    def put(self, event: bytes) -> None:
        """Have it written; call in the loop of the stream."""
        if self.ended:
            return
        if len(self.events) >= MOST_WAITING:
            self.events.clear()
            event = AGAIN
        self.events.append(event)
        self.something.set()

    def take(self) -> list[bytes]:
        """What waits to be written, from now on the taker's."""
        waiting, self.events = self.events, []
        return waiting

    def end(self) -> None:
        """End the stream, without what waits: they may not see that any more. Call in the loop of the stream."""
        self.ended = True
        self.events.clear()
        self.something.set()


Deliveries = list[tuple[Watcher, bytes]]


def deliver(events: Deliveries) -> None:
    """Hand events over to the loops in which the streams are written, together."""
    by_loop: dict[Any, Deliveries] = {}
    for watcher, event in events:
        by_loop.setdefault(watcher.loop, []).append((watcher, event))
    for pairs in by_loop.values():
        in_loop(pairs[0][0], lambda pairs=pairs: [watcher.put(event) for watcher, event in pairs])


def in_loop(watcher: Watcher, work: Any) -> None:
    """Have this done in the loop in which the stream of this page is written."""
    try:
        if watcher.loop is not None:
            watcher.loop.call_soon_threadsafe(work)
    except RuntimeError:
        pass  # the server is stopping: its loop is closed
