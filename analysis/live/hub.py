"""The one in a web process that listens to the database and tells every open page what happened.

A thread of its own with one database connection, for listening and for reading: streams themselves hold none. It
begins with the first stream and ends after the last. When the database is gone it comes back by itself, and looks what
it missed.
"""

import contextlib
import logging
import os
import select
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any

import psycopg2  # type: ignore[import-untyped]
from django.db import Error as DatabaseTrouble
from django.db import connection

from expertteam.accounts.models import User

from .announcing import HERE, RIGHTS, STEPS, Presence, announce, read_presence, read_rights, read_step
from .rights import WATCHED, may_write_still
from .rooms import NEVER, PEOPLE_LOOKED_AT, Drawing, Room
from .rounds import begin, go_round
from .watching import AGAIN, Watcher, deliver, in_loop

logger = logging.getLogger(__name__)

BACK_OFF = (0.2, 0.5, 1.0, 2.0)
LINGER = 3.0
# Changes of one board that come this close together are told together: longer when there are many boards, so that
# everybody still hears in time what everybody does.
GATHER, PER_BOARD, LONGEST_GATHER = 0.02, 0.003, 0.15
# Drawing takes at most this part of the time, so that words are always told in between, also with forty boards.
PICTURE_SHARE = 0.05
# One slow picture keeps the next one waiting no longer than this (seconds).
LONGEST_PAUSE = 5.0
TROUBLE = (DatabaseTrouble, psycopg2.Error)


class Hub:
    """Use `hub`, of which there is one; only tests make their own."""

    def __init__(self) -> None:
        self._asked: SimpleQueue[tuple[str, Watcher | Drawing]] = SimpleQueue()
        self._rooms: dict[int, Room] = {}
        self._names: dict[int, str] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._wake_out, self._wake_in = os.pipe()
        os.set_blocking(self._wake_in, False)
        os.set_blocking(self._wake_out, False)
        self._drawer = ThreadPoolExecutor(1, thread_name_prefix="live-picture")
        self._round_at = self._picture_free_at = self._picture_took = 0.0

    def join(self, watcher: Watcher) -> None:
        """Tell this page everything from now on; call in the loop in which its stream is written."""
        self._ask("join", watcher)

    def leave(self, watcher: Watcher) -> None:
        """Its stream ended."""
        self._ask("leave", watcher)

    def people(self, analysis: int) -> list[dict[str, Any]]:
        """Who was last told to be on this board; empty when no stream of this process looks at it."""
        room = self._rooms.get(analysis)
        return (room.people_told or []) if room is not None else []

    def _ask(self, what: str, watcher: Watcher) -> None:
        with self._lock:
            self._asked.put((what, watcher))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="live", daemon=True)
                self._thread.start()
        self._wake()

    def _wake(self) -> None:
        with contextlib.suppress(BlockingIOError):  # then it is awake already
            os.write(self._wake_in, b"!")

    def _run(self) -> None:
        failed = 0
        try:
            while not self._may_stop():
                try:
                    self._listen()
                    failed = 0
                    self._serve()
                except TROUBLE as trouble:
                    logger.warning("the live board waits for the database: %s", type(trouble).__name__)
                    connection.close()
                    self._wait(BACK_OFF[min(failed, len(BACK_OFF) - 1)])
                    failed += 1
        except Exception:
            logger.exception("the live board stopped; open pages connect again")
            self._end_all()
        finally:
            connection.close()

    def _may_stop(self) -> bool:
        with self._lock:
            if self._rooms or not self._asked.empty():
                return False
            self._thread = None
            return True

    def _end_all(self) -> None:
        with self._lock:
            everybody = [one for room in self._rooms.values() for one in room.watchers]
            self._rooms.clear()
            self._thread = None
        for one in everybody:
            in_loop(one, one.end)

    def _listen(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"LISTEN {STEPS}; LISTEN {HERE}; LISTEN {RIGHTS}")
        now = time.monotonic()
        for room in self._rooms.values():
            room.look_again(now)

    def _serve(self) -> None:
        """Work until nobody has looked for a while, or the database is gone."""
        alone_since = time.monotonic()
        while self._rooms or time.monotonic() - alone_since < LINGER:
            self._wait(self._time_left())
            self._hear()
            now = time.monotonic()
            if self._rooms:
                alone_since = now
                self._tell(now)
                self._look_after(now)

    def _wait(self, seconds: float) -> None:
        """Until something is heard or asked, at most so long."""
        raw = connection.connection
        ears = select.poll()
        for ear in [self._wake_out] if raw is None else [self._wake_out, raw.fileno()]:
            ears.register(ear, select.POLLIN)
        ears.poll(seconds * 1000)
        with contextlib.suppress(BlockingIOError):
            os.read(self._wake_out, 4096)
        self._do_as_asked()

    def _time_left(self) -> float:
        if connection.connection.notifies:
            return 0.0
        moments = [
            min(room.news_at, room.people_at, self._picture_moment(room)) for room in self._rooms.values()
        ]
        return min(max(min(moments, default=NEVER) - time.monotonic(), 0.0), 1.0)

    def _picture_moment(self, room: Room) -> float:
        return max(room.picture_at, self._picture_free_at)

    def _do_as_asked(self) -> None:
        now = time.monotonic()
        while True:
            try:
                what, about = self._asked.get_nowait()
            except Empty:
                return
            if isinstance(about, Drawing):
                self._drawn(about, now)
            elif what == "join":
                self._came(about, now)
            elif room := self._rooms.get(about.analysis):
                self._left(room, about, now)

    def _came(self, watcher: Watcher, now: float) -> None:
        room = self._rooms.setdefault(watcher.analysis, Room(watcher.analysis, watcher.case))
        begin(watcher, now)
        room.watchers.add(watcher)
        room.people.opened(watcher.tab, watcher.user, now)
        room.look_again(now)

    def _left(self, room: Room, watcher: Watcher, now: float) -> None:
        room.watchers.discard(watcher)
        if all(one.tab != watcher.tab for one in room.watchers):
            room.people.closed(watcher.tab)
            room.people_changed(now)
            if connection.connection is not None:
                announce(Presence(watcher.analysis, watcher.user, watcher.tab, away=True))
        if not room.watchers:
            self._rooms.pop(room.analysis, None)

    def _hear(self) -> None:
        raw, now = connection.connection, time.monotonic()
        raw.poll()
        heard, raw.notifies = raw.notifies, []
        for one in heard:
            try:
                self._heard(one.channel, one.payload, now)
            except (ValueError, TypeError):
                logger.warning("an announcement on %s could not be read", one.channel)

    def _heard(self, channel: str, payload: str, now: float) -> None:
        if channel == STEPS:
            analysis, number = read_step(payload)
            if room := self._rooms.get(analysis):
                room.changed(number, now, min(GATHER + PER_BOARD * (len(self._rooms) - 1), LONGEST_GATHER))
            return
        if channel == RIGHTS:
            self._check_again(read_rights(payload))
            return
        said = read_presence(payload)
        room = self._rooms.get(said.analysis)
        if room is not None and room.people.heard(said, now):
            room.people_changed(now)

    def _tell(self, now: float) -> None:
        """Words first; then who is here; then at most one picture."""
        for room in sorted(self._rooms.values(), key=lambda room: room.news_at):
            if room.news_at <= now:
                self._alone(room, partial(room.tell_news, now))
        for room in self._rooms.values():
            if room.people_at <= now:
                self._alone(room, partial(room.tell_people, self._names_of, now))
        first = min(self._rooms.values(), key=self._picture_moment)
        if self._picture_moment(first) <= now:
            wanted = self._alone(first, first.picture_wanted)
            if wanted is not None:
                self._picture_free_at = NEVER
                self._drawer.submit(self._draw, wanted)

    def _alone(self, room: Room, work: Callable[[], Any]) -> Any:
        """Tell what `work` gives, or give it when it is no news; a board that cannot be shown stops no other board."""
        try:
            found = work()
        except TROUBLE:
            raise
        except Exception:
            logger.exception("a board could not be told; its pages fetch it again")
            room.news, room.people_at = None, time.monotonic() + PEOPLE_LOOKED_AT
            found = [(one, AGAIN) for one in room.watchers]
        return deliver(found) if isinstance(found, list) else found

    def _draw(self, wanted: Drawing) -> None:
        """In the thread that draws: one picture after the other."""
        began = time.monotonic()
        try:
            wanted.draw()
        except Exception:
            logger.exception("a picture could not be drawn")
        finally:
            connection.close()
            self._asked.put(("drawn", wanted))
            self._picture_took = time.monotonic() - began
            self._wake()

    def _drawn(self, drawing: Drawing, now: float) -> None:
        self._picture_free_at = now + min(self._picture_took * (1 / PICTURE_SHARE - 1), LONGEST_PAUSE)
        if room := self._rooms.get(drawing.analysis):
            deliver(room.picture_drawn(drawing))

    def _look_after(self, now: float) -> None:
        """Once a second: see `rounds`."""
        if now < self._round_at:
            return
        self._round_at = now + 1.0
        for one in go_round([w for room in self._rooms.values() for w in room.watchers], now):
            self._check(one)

    def _check_again(self, who: int | str) -> None:
        """Something about the rights of this user, or this session, changed: before anything else is told to them."""
        for one in [w for room in self._rooms.values() for w in room.watchers if who in (w.user, w.session)]:
            self._check(one)

    def _check(self, watcher: Watcher) -> None:
        room = self._rooms[watcher.analysis]
        case = WATCHED.first(pk=room.case_id)
        allowed = may_write_still(watcher, case) if case is not None else None
        if case is None or str(case.young_person) != str(room.case and room.case.young_person):
            room.case, room.news = case, None
        if allowed is None:
            in_loop(watcher, watcher.end)
            self._left(room, watcher, time.monotonic())
        elif allowed != watcher.may_write:
            watcher.may_write = allowed
            deliver([(watcher, AGAIN)])

    def _names_of(self, users: Iterable[int]) -> dict[int, str]:
        unknown = [pk for pk in users if pk not in self._names]
        if unknown:
            self._names |= dict(User.objects.filter(pk__in=unknown).values_list("pk", "name"))
        return self._names


hub = Hub()
