"""Many people doing something at the same moment, each on a database connection of their own."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from threading import Barrier
from typing import TypeVar

from django.db import connection

from tests.worker import wait_for

Result = TypeVar("Result")


def all_at_once(work: Callable[[int], Result], times: int) -> list[Result]:
    """Do `work(0)` to `work(times - 1)` at the same moment; returns what each gave, in order."""
    ready = Barrier(times, timeout=60)

    def one(number: int) -> Result:
        try:
            connection.ensure_connection()
            ready.wait()
            return work(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


def begun_behind_us(work: Callable[[], Result]) -> Future[Result]:
    """Begin `work` elsewhere, and go on once it waits for the transaction in which this is called, or is done."""
    numbers: SimpleQueue[int] = SimpleQueue()

    def elsewhere() -> Result:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid()")
                numbers.put(cursor.fetchone()[0])
            return work()
        finally:
            connection.close()

    pool = ThreadPoolExecutor(1)
    begun = pool.submit(elsewhere)
    pool.shutdown(wait=False)
    number = numbers.get(timeout=60)
    wait_for(lambda: begun.done() or _waits(number), 60, "the other one to wait")
    return begun


def _waits(number: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE pid = %s AND NOT granted)", [number])
        return bool(cursor.fetchone()[0])
