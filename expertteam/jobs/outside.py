"""Progress that others can see while the work itself is one transaction: written over a connection of its own."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connection
from django.utils import timezone

from .models import LEASE, Job

Progress = Callable[[int, str], None]


@contextmanager
def progress_outside(job: Job) -> Iterator[Progress]:
    """Gives `progress(percentage, step)`, which commits at once and proves that the worker lives.

    Not to be called any more once the transaction itself has changed the job's row.
    """
    side = connection.get_new_connection(connection.get_connection_params())
    side.autocommit = True
    table = job._meta.db_table

    def progress(percentage: int, step: str) -> None:
        with side.cursor() as cursor:
            cursor.execute(
                f"UPDATE {table} SET progress = %s, step = %s, alive_until = %s WHERE id = %s",  # nosec B608
                [percentage, step[:120], timezone.now() + LEASE, job.pk],
            )

    try:
        yield progress
    finally:
        side.close()
