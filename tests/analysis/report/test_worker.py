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
from expertteam.celery import app
from expertteam.embedded import broker
from expertteam.embedded.place import place_of
from expertteam.jobs.models import JobStatus
from expertteam.jobs.tasks import requeue_lost_jobs
from tests.worker import wait_until, worker

from .cases import load

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
As = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _empty_queue() -> Iterator[None]:
    """Nothing of an earlier test waits for our worker."""
    app.control.purge()
    yield
    app.control.purge()


@pytest.fixture
def address(petra: Person) -> str:
    return f"/casussen/{load(petra).number}/rapporten/"


def status() -> str:
    return AdviceReport.objects.values_list("status", flat=True).get()


def test_a_worker_makes_the_report(petra: Person, as_: As, address: str) -> None:
    client = as_(petra)
    with worker():
        client.post(f"{address}maken/", {"voor": "gezin"})
        wait_until(lambda: status() == JobStatus.DONE, 60, "the report is made")
    assert client.get(f"{address}1/pdf/").content.startswith(b"%PDF-1.7")


def test_a_killed_worker_still_gives_exactly_one_report(petra: Person, as_: As, address: str) -> None:
    client = as_(petra)
    with worker() as first:
        client.post(f"{address}maken/", {"voor": "gezin"})
        wait_until(lambda: status() != JobStatus.QUEUED, 60, "the worker begins")
        with transaction.atomic():
            # While we hold the row the worker cannot write in it: it is killed in the middle, however fast it is.
            held = AdviceReport.objects.select_for_update().get()
            assert held.status == JobStatus.RUNNING
            first.kill()
    assert status() == JobStatus.RUNNING
    with worker():
        client.post(f"{address}maken/", {"voor": "gezin"})
        wait_until(lambda: status() == JobStatus.DONE, 120, "another worker takes it over")
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
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        assert requeue_lost_jobs() == 1
    with worker():
        wait_until(lambda: status() == JobStatus.DONE, 60, "the report is made after all")
