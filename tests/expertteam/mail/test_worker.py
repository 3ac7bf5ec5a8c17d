"""Mail with a real worker, broker and mail server: nothing is lost, and what is asked twice goes once."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from expertteam.access.person import Person
from expertteam.jobs.models import JobStatus
from expertteam.jobs.tasks import requeue_lost_jobs
from expertteam.mail.actions import queue_mail
from expertteam.mail.models import ACCOUNT_KIND, OutgoingMail
from expertteam.mail.tasks import send_to_worker
from tests.smtp import MailServer, a_mail_server
from tests.worker import a_worker, empty_queue, wait_for, wait_until

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailServer]:
    """A mail server to which every worker of the test sends."""
    empty_queue()
    with a_mail_server() as server:
        monkeypatch.setenv("TEST_SMTP_PORT", str(server.port))
        yield server


def queue(petra: Person) -> OutgoingMail:
    return queue_mail(team=petra.team, to=petra.user.email, kind=ACCOUNT_KIND)


def test_every_mail_goes_once_also_when_asked_twice(petra: Person, server: MailServer) -> None:
    mails = [queue(petra) for _ in range(5)]
    for mail in mails:
        send_to_worker(mail.pk)
    with a_worker():
        for mail in mails:
            wait_until(mail, status=JobStatus.DONE)
        last = queue(petra)
        wait_until(last, status=JobStatus.DONE)
    assert len(server.messages) == 6
    assert all(sum(str(mail.key) in message for message in server.messages) == 1 for mail in mails)


def test_a_killed_worker_loses_nothing_and_sends_nothing_twice(petra: Person, server: MailServer) -> None:
    server.door.clear()
    mail = queue(petra)
    with a_worker() as worker:
        wait_for(lambda: server.visits, what="a worker at the door")
        mail.refresh_from_db()
        worker.kill_in_the_middle_of(mail)
    assert server.messages == []
    server.door.set()
    OutgoingMail.objects.update(alive_until=timezone.now() - timedelta(seconds=1))
    assert requeue_lost_jobs() == 1
    with a_worker():
        wait_until(mail, status=JobStatus.DONE)
    assert len(server.messages) == 1 and OutgoingMail.objects.get().is_sent


def test_a_mail_server_that_is_away_is_waited_for(
    petra: Person, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = queue(petra)
    with monkeypatch.context() as away:
        away.setenv("TEST_SMTP_PORT", "9")
        with a_worker():
            wait_for(lambda: OutgoingMail.objects.filter(pk=mail.pk, tries=1).exists(), what="a first try")
    assert OutgoingMail.objects.get().status == JobStatus.QUEUED
    send_to_worker(mail.pk)
    with a_worker():
        wait_until(mail, status=JobStatus.DONE)
    assert len(server.messages) == 1
