"""Taking over a register by a real worker: followed while it goes, and exactly once when the worker is killed."""

import pytest

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.jobs.models import JobStatus
from monitor.register.intake import agree, keep_for_agreement
from monitor.register.models import RegisterImport
from monitor.register.queries import read
from tests.monitor.registers import register_of
from tests.worker import a_worker, empty_queue, let_lease_end, wait_until

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

ROWS = 300


def agreed(by: Person) -> RegisterImport:
    """A register that somebody agreed to: in the queue of the real broker."""
    data = register_of(ROWS)
    job = keep_for_agreement(by=by, data=data, reading=read(data))
    assert agree(by=by, job=job, overwrite=[])
    return job


def test_a_worker_killed_in_the_middle_still_gives_exactly_one(carla: Person) -> None:
    empty_queue()
    job = agreed(carla)
    with a_worker() as worker:
        wait_until(job, status=JobStatus.RUNNING, progress=5)
        worker.kill_in_the_middle_of(job)
    assert Case.objects.count() == 0, "all or nothing"
    let_lease_end(job)
    with a_worker():
        wait_until(job, status=JobStatus.DONE)
    job.refresh_from_db()
    assert (job.attempts, job.created_count, job.workbook) == (2, ROWS, None)
    assert Case.objects.count() == ROWS
    assert AuditEvent.objects.filter(event="case.imported").count() == ROWS
    assert AuditEvent.objects.filter(event="register.imported").count() == 1
