"""The PDF of a year by a real worker: exactly one, also when the worker is killed while it is making it."""

import io

import pypdf
import pytest

from expertteam.access.person import Person
from expertteam.jobs.models import JobStatus
from monitor.yearbook.actions import request_file
from monitor.yearbook.models import Kind, YearFile
from tests.factories import make_case
from tests.worker import a_worker, empty_queue, let_lease_end, wait_until

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


def test_a_worker_killed_in_the_middle_still_gives_exactly_one(carla: Person) -> None:
    empty_queue()
    make_case(carla)
    file = request_file(by=carla, year=2026, kind=Kind.PDF)
    with a_worker() as worker:
        wait_until(file, status=JobStatus.RUNNING, progress=35)
        worker.kill_in_the_middle_of(file)
    assert YearFile.objects.filter(status=JobStatus.RUNNING, file=None).count() == 1
    let_lease_end(file)
    with a_worker():
        wait_until(file, status=JobStatus.DONE)
    made = YearFile.objects.get()
    assert made.attempts == 2
    assert "Monitor 2026" in pypdf.PdfReader(io.BytesIO(bytes(made.file or b""))).pages[0].extract_text()
