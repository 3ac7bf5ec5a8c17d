"""A real Celery worker on the real broker, working in the test database: for tests marked `worker`.

    pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

    def test_a_killed_worker(…):
        with a_worker() as worker:
            wait_until(job, status=JobStatus.RUNNING, progress=5)
            worker.kill_in_the_middle_of(job)
        with a_worker():
            wait_until(job, status=JobStatus.DONE)

Nothing here sleeps until something will have happened: `wait_for` looks at the truth (a row) until a deadline.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db import transaction

from expertteam.celery import app
from expertteam.jobs.models import Job, JobStatus
from tests.processes import Started

LOOK_EVERY = 0.05
T = TypeVar("T")


def wait_for(look: Callable[[], T], seconds: float = 60, what: str = "it") -> T:
    """What `look` gives as soon as that is something; fails when it stays nothing for so long."""
    deadline, pause = time.monotonic() + seconds, threading.Event()
    while not (found := look()):
        assert time.monotonic() < deadline, f"waited {seconds:.0f} seconds in vain for {what}"
        pause.wait(LOOK_EVERY)
    return found


def wait_until(job: Job, *, status: JobStatus, progress: int = 0, seconds: float = 60) -> None:
    """Wait until a job stands like this in the database; fails at once when it failed instead."""

    def there() -> bool:
        job.refresh_from_db(fields=["status", "progress", "error", "attempts"])
        assert job.status != JobStatus.FAILED or status == JobStatus.FAILED, job.error
        return job.status == status and job.progress >= progress

    wait_for(there, seconds, f"{job} {status} {progress}")


def let_lease_end(job: Job) -> None:
    """Half a minute later: the worker that had this job does not count as alive any more."""
    type(job)._default_manager.filter(pk=job.pk).update(alive_until=None)


class Worker(Started):
    """One worker process with everything it started."""

    def __init__(self) -> None:
        words = ["-W", "ignore", "-m", "celery", "--quiet", "-A", "expertteam", "worker"]
        self.begin(*words, "--concurrency=1", "--loglevel=ERROR", "--without-gossip", "--without-mingle")

    def kill_in_the_middle_of(self, job: Job) -> None:
        """Kill it while it cannot write in the row of its job: however fast it is, the job is not done."""
        with transaction.atomic():
            held = type(job)._default_manager.select_for_update().get(pk=job.pk)
            assert held.status == JobStatus.RUNNING, "the kill comes too late to be one"
            self.kill()


@contextmanager
def a_worker() -> Iterator[Worker]:
    """A worker for as long as the block lasts."""
    worker = Worker()
    try:
        yield worker
    finally:
        worker.stop()


def empty_queue() -> None:
    """Forget what earlier tests put in the queue and nobody took."""
    app.control.purge()
