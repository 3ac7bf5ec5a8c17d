"""Looks at the three parts the site leans on, each within seconds, also when one of them hangs."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from dataclasses import dataclass
from typing import TypeVar

from django.db import DatabaseError, InterfaceError, connection
from kombu import Connection
from kombu.exceptions import OperationalError as BrokerError
from redis.exceptions import RedisError

from expertteam.celery import app

T = TypeVar("T")
OK, GONE, UNKNOWN = "ok", "weg", "onbekend"
LONGEST = 3.0
PING_SECONDS = 1.0


@dataclass(frozen=True)
class State:
    """What was found; each value is "ok", "weg", or (worker only, without a broker to ask it) "onbekend"."""

    database: str
    broker: str
    worker: str

    @property
    def well(self) -> bool:
        return (self.database, self.broker, self.worker) == (OK, OK, OK)


def current_state() -> State:
    """The state of now. Many who ask at once share one look, so that asking cannot weigh the site down."""
    return _looker.look(time.monotonic())


def look() -> State:
    """Look at all three. Takes a few milliseconds when all is well and never more than LONGEST seconds."""
    database = _threads.submit(_database_answers)
    queue = _threads.submit(_broker_and_worker)
    deadline = time.monotonic() + LONGEST
    answers = _in_time(database, deadline, False)
    broker, worker = _in_time(queue, deadline, (GONE, UNKNOWN))
    return State(OK if answers else GONE, broker, worker)


class _Looker:
    """Shares one look between requests that came before it began."""

    def __init__(self, look: Callable[[], State]) -> None:
        self._lock = threading.Lock()
        self._look = look
        self._began = float("-inf")
        self._found = State(UNKNOWN, UNKNOWN, UNKNOWN)

    def look(self, asked: float) -> State:
        with self._lock:
            if self._began < asked:
                self._began = time.monotonic()
                self._found = self._look()
            return self._found


def _in_time(future: "Future[T]", deadline: float, otherwise: T) -> T:
    try:
        return future.result(max(0.0, deadline - time.monotonic()))
    except TooLate:
        return otherwise


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):
        return False
    finally:
        connection.close()
    return True


def _broker_and_worker() -> tuple[str, str]:
    options = {"socket_timeout": 2, "socket_connect_timeout": 1, "max_retries": 0}
    try:
        with app.connection_for_write(transport_options=options) as link:
            link.ensure_connection(max_retries=1, interval_start=0, interval_step=0)
            return OK, OK if _worker_answers(link) else GONE
    except (BrokerError, RedisError, OSError):
        return GONE, UNKNOWN


def _worker_answers(link: Connection) -> bool:
    return bool(app.control.ping(timeout=PING_SECONDS, limit=1, connection=link))


# Kept threads: the broker remembers a reply address for every thread that ever asked.
_threads = ThreadPoolExecutor(max_workers=4, thread_name_prefix="gezond")
_looker = _Looker(look)
