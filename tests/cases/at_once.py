"""Many people doing something at the same moment, each on a database connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connection

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
