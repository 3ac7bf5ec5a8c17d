"""One worker at a time, every end visible, nothing lost: the rules of a background job, on a file of the monitor."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from celery.exceptions import Retry
from django.db import OperationalError
from django.utils import timezone

from expertteam.access.person import Person
from expertteam.jobs.models import LEASE, MAX_ATTEMPTS, JobFailed, JobStatus, StillBusy
from expertteam.jobs.runner import MOST_RETRIES, UNKNOWN, run
from expertteam.jobs.tasks import requeue_lost_jobs
from monitor.yearbook.models import YearFile
from monitor.yearbook.tasks import make_year_file


@pytest.fixture
def job(carla: Person) -> YearFile:
    """A job that waits in the queue."""
    return YearFile.objects.create(
        team=carla.team, year=2024, kind="pdf", fingerprint="x", content={}, requested_by=carla.user
    )


def now(job: YearFile) -> YearFile:
    return YearFile.objects.get(pk=job.pk)


def later(**by: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(**by), tick=False)


def fails(error: Exception) -> Callable[[YearFile], None]:
    def work(job: YearFile) -> None:
        raise error

    return work


def test_one_worker_at_a_time(job: YearFile) -> None:
    assert YearFile.claim(job.pk).attempts == 1
    with pytest.raises(StillBusy):
        YearFile.claim(job.pk)


def test_a_worker_that_fell_silent_is_succeeded(job: YearFile) -> None:
    YearFile.claim(job.pk)
    with later(seconds=LEASE.total_seconds() + 1):
        assert YearFile.claim(job.pk).attempts == 2


def test_saying_how_far_it_is_keeps_the_job(job: YearFile) -> None:
    held = YearFile.claim(job.pk)
    with later(seconds=20):
        held.report_progress(50, "Halverwege")
    with later(seconds=40), pytest.raises(StillBusy):
        YearFile.claim(job.pk)


def test_it_is_not_tried_for_ever(job: YearFile) -> None:
    for attempt in range(MAX_ATTEMPTS):
        with later(minutes=attempt + 1):
            assert YearFile.claim(job.pk)
    with later(minutes=MAX_ATTEMPTS + 1):
        assert YearFile.claim(job.pk) is None
    assert (now(job).status, "na meerdere pogingen" in now(job).error) == (JobStatus.FAILED, True)


def test_it_is_finished_once_and_stays_so(job: YearFile) -> None:
    first, late = YearFile.claim(job.pk), now(job)
    assert first.finish(file=b"eerste")
    assert not late.finish(file=b"tweede")
    late.fail("Te laat.")
    assert (now(job).status, now(job).error, bytes(now(job).file or b"")) == (JobStatus.DONE, "", b"eerste")
    assert YearFile.claim(job.pk) is None


def test_a_failure_is_tried_again_once_per_click(job: YearFile) -> None:
    job.fail("Mislukt.")
    assert [now(job).start_again(), now(job).start_again()] == [True, False]
    assert (now(job).status, now(job).attempts, now(job).error) == (JobStatus.QUEUED, 0, "")


@pytest.mark.parametrize(
    ("error", "said"), [(JobFailed("Er is geen papier."), "Er is geen papier."), (KeyError("x"), UNKNOWN)]
)
def test_every_end_is_written_on_the_job(job: YearFile, error: Exception, said: str) -> None:
    run(make_year_file, YearFile, job.pk, fails(error))
    assert (now(job).status, now(job).error) == (JobStatus.FAILED, said)


@pytest.mark.parametrize("retries", [0, 5, MOST_RETRIES - 1])
def test_a_busy_job_is_looked_at_again_and_again(job: YearFile, retries: int) -> None:
    YearFile.claim(job.pk)
    with called(retries), pytest.raises(Retry):
        run(make_year_file, YearFile, job.pk, fails(AssertionError("nobody works on it twice")))
    assert now(job).status == JobStatus.RUNNING


def test_a_lost_database_is_no_failure(job: YearFile) -> None:
    with called(0), pytest.raises(Retry):
        run(make_year_file, YearFile, job.pk, fails(OperationalError("weg")))
    assert now(job).status == JobStatus.RUNNING


class called:
    """As a worker calls the task: from a message that was sent before so many times."""

    def __init__(self, retries: int) -> None:
        self.request = {
            "id": "toets",
            "retries": retries,
            "called_directly": False,
            "args": [0],
            "kwargs": {},
        }

    def __enter__(self) -> None:
        make_year_file.push_request(**self.request, is_eager=False, delivery_info={})

    def __exit__(self, *what: object) -> None:
        make_year_file.pop_request()


@pytest.mark.parametrize(
    ("fields", "sent"),
    [
        ({"queued_at": -10}, 0),
        ({"queued_at": -30}, 1),
        ({"status": JobStatus.RUNNING, "alive_until": 10}, 0),
        ({"status": JobStatus.RUNNING, "alive_until": -1}, 1),
        ({"status": JobStatus.FAILED, "queued_at": -90}, 0),
        ({"status": JobStatus.PREPARED, "queued_at": -90}, 0),
    ],
)
def test_what_nobody_works_on_is_sent_again(job: YearFile, fields: dict, sent: int) -> None:
    at = {
        name: timezone.now() + timedelta(seconds=value) if isinstance(value, int) else value
        for name, value in fields.items()
    }
    YearFile.objects.filter(pk=job.pk).update(**at)
    assert requeue_lost_jobs() == sent
