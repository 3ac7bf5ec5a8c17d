"""Two people who agree to the same register at the same moment."""

import threading

import pytest
from django.db import connection

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.jobs.models import JobStatus
from monitor.register.intake import agree, keep_for_agreement
from monitor.register.models import RegisterImport
from monitor.register.queries import read
from monitor.register.tasks import import_register
from tests.monitor.registers import register_of

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def agreed(by: Person, data: bytes) -> RegisterImport:
    job = keep_for_agreement(by=by, data=data, reading=read(data))
    agree(by=by, job=job, overwrite=[])
    return job


def together(*jobs: RegisterImport) -> None:
    """Let a worker each do these jobs, all beginning at once."""
    begin = threading.Barrier(len(jobs))

    def work(pk: int) -> None:
        begin.wait()
        try:
            import_register(pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[job.pk]) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_the_same_register_brought_in_twice_at_once(carla: Person) -> None:
    data = register_of(20)
    jobs = [agreed(carla, data) for _ in range(3)]
    together(*jobs)
    found = list(RegisterImport.objects.values_list("status", "error", "created_count"))
    assert sorted(found) == [(JobStatus.DONE, "", 0), (JobStatus.DONE, "", 0), (JobStatus.DONE, "", 20)]
    assert Case.objects.count() == 20
    assert AuditEvent.objects.filter(event="case.imported").count() == 20


def test_two_registers_that_name_each_others_cases(carla: Person) -> None:
    """Neither waits for the other forever, and every number is given once."""
    jobs = [agreed(carla, register_of(15, year)) for year in (2021, 2022)]
    together(*jobs)
    assert set(RegisterImport.objects.values_list("status", flat=True)) == {JobStatus.DONE}
    assert Case.objects.count() == 30
