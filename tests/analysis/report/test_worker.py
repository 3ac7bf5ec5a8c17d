"""Reports made by a real worker over the real broker, also when the worker is killed or the broker is away."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone

from analysis.report.models import AdviceReport
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.embedded import broker
from expertteam.embedded.place import place_of
from expertteam.jobs.models import JobStatus
from expertteam.jobs.tasks import requeue_lost_jobs
from tests.worker import a_worker, empty_queue, wait_for, wait_until

from .cases import load

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
As = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _empty_queue() -> Iterator[None]:
    """Nothing of an earlier test waits for our worker."""
    empty_queue()
    yield
    empty_queue()


@pytest.fixture
def address(petra: Person) -> str:
    return f"/casussen/{load(petra).number}/rapporten/"


def status() -> str:
    return AdviceReport.objects.values_list("status", flat=True).get()


def test_a_killed_worker_still_gives_exactly_one_report(petra: Person, as_: As, address: str) -> None:
    client = as_(petra)
    with a_worker() as first:
        client.post(f"{address}maken/", {"voor": "gezin"})
        wait_for(lambda: status() != JobStatus.QUEUED, what="a worker that begins")
        with transaction.atomic():
            # While we hold the row the worker cannot write in it: it is killed in the middle, however fast it is.
            held = AdviceReport.objects.select_for_update().get()
            assert held.status == JobStatus.RUNNING
            first.kill()
    assert status() == JobStatus.RUNNING
    with a_worker():
        client.post(f"{address}maken/", {"voor": "gezin"})
        wait_until(AdviceReport.objects.get(), status=JobStatus.DONE, seconds=120)
    report = AdviceReport.objects.get()
    assert (report.number, report.attempts) == (1, 2)
    assert bytes(report.pdf or b"").startswith(b"%PDF-1.7")
    assert AuditEvent.objects.filter(event="report.finished").count() == 1


def test_a_broker_that_is_away_only_delays(petra: Person, as_: As, address: str) -> None:
    client, place = as_(petra), place_of(settings.VAR_DIR)
    broker.stop(place)
    try:
        assert client.post(f"{address}maken/", {"voor": "gezin"}).status_code == 302
        assert status() == JobStatus.QUEUED
        assert "Wacht op een vrije plek" in client.get(f"{address}1/").content.decode()
    finally:
        broker.start(place)
    with time_machine.travel(timezone.now() + timedelta(minutes=1), tick=False):
        assert requeue_lost_jobs() == 1
    with a_worker():
        wait_until(AdviceReport.objects.get(), status=JobStatus.DONE)
    assert client.get(f"{address}1/pdf/").content.startswith(b"%PDF-1.7")
