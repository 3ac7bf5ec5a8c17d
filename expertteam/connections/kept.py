"""The connections a web process keeps: one thread has one at a time, it comes back clean, and in doubt it is ended."""

import select
import threading
import time
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

import psycopg2  # type: ignore[import-untyped]
from psycopg2.extensions import TRANSACTION_STATUS_IDLE  # type: ignore[import-untyped]

# As DISCARD ALL, without forgetting the plans of triggers and of questions that are asked often: having learnt those
# is what makes keeping worth while.
CLEAN = (
    "CLOSE ALL; RESET SESSION AUTHORIZATION; RESET ALL; UNLISTEN *; "
    "SELECT pg_advisory_unlock_all(); DISCARD TEMP; DISCARD SEQUENCES; SET TIME ZONE 'UTC'"
)
# How many a web process keeps: more than two processors can use, few beside the hundred a database has.
KEPT = 8
# Idle for longer, a firewall may have forgotten it; older, and it learnt what nobody asks for any more.
LONGEST_IDLE, LONGEST_LIFE = 30.0, 600.0


@dataclass
class Line:
    """A connection of psycopg2; `key` says to which database and as whom. Moments in seconds of the monotonic clock.

    `prepared`: the names of the statements it knows (`asked_often.py`); it keeps them, as only our own code makes them.
    """

    key: Hashable = field(repr=False)
    raw: Any = field(repr=False)
    born: float
    idle_since: float = 0.0
    prepared: set[str] = field(default_factory=set)

    def is_alive(self, now: float) -> bool:
        """Without asking the server: it says nothing by itself, so something to read is its farewell."""
        if self.raw.closed or now - self.idle_since > LONGEST_IDLE:
            return False
        ear = select.poll()
        ear.register(self.raw.fileno(), select.POLLIN)
        return not ear.poll(0)

    def clean(self) -> bool:
        """As if it were new; False when that cannot be."""
        if self.raw.closed or self.raw.info.transaction_status != TRANSACTION_STATUS_IDLE:
            return False
        try:
            self.raw.autocommit = True
            with self.raw.cursor() as cursor:
                cursor.execute(CLEAN)
        except psycopg2.Error:
            return False
        self.raw.notifies.clear()
        self.raw.notices.clear()
        return True


class Kept:
    """At most `most` idle connections; with 0 every connection ends when it is closed, as Django does."""

    def __init__(self, most: int = 0) -> None:
        self.most = most
        self._lock = threading.Lock()
        self._idle: list[Line] = []

    def take(self, key: Hashable) -> Line | None:
        """A connection that is alive, from now on the taker's alone; None when there is none."""
        while (line := self._last(key)) is not None:
            if line.is_alive(time.monotonic()):
                return line
            line.raw.close()
        return None

    def give_back(self, line: Line) -> bool:
        """Keep it for who asks next; False when it is not kept: then the giver ends it."""
        now = time.monotonic()
        if not self.most or now - line.born > LONGEST_LIFE or not line.clean():
            return False
        line.idle_since = now
        with self._lock:
            self._idle.append(line)
            surplus = self._idle.pop(0) if len(self._idle) > self.most else None
        if surplus is not None:
            surplus.raw.close()
        return True

    def close_all(self) -> None:
        """End those that are idle."""
        with self._lock:
            idle, self._idle = self._idle, []
        for line in idle:
            line.raw.close()

    def _last(self, key: Hashable) -> Line | None:
        """The one that was used last: it is the least likely to have died, and the oldest ones can go."""
        with self._lock:
            place = next((n for n in reversed(range(len(self._idle))) if self._idle[n].key == key), None)
            return None if place is None else self._idle.pop(place)


kept = Kept()
