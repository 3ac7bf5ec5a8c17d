"""The outbox: nothing is lost, nothing goes twice, nothing secret is kept."""

import smtplib
from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail as post
from django.template import TemplateDoesNotExist
from django.utils import timezone
from pytest_django import Settings

from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.jobs.models import JobStatus
from expertteam.jobs.tasks import requeue_lost_jobs
from expertteam.mail.actions import NotForAMail, forget_mails_of, queue_mail, send_again
from expertteam.mail.forgetting import forget_old_mail
from expertteam.mail.models import ACCOUNT_KIND, OutgoingMail
from expertteam.mail.sending import AWAY, PAUSES, REFUSED
from tests.post import deliver

FAILURE: list[Exception] = []
"""What the mail server of these tests says to every mail; nothing: it takes them."""


class MailServer:
    """A mail server that takes mail, or fails as `FAILURE` says; chosen by its name in the settings."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        pass

    def send_messages(self, messages: list[post.EmailMessage]) -> int:
        if FAILURE:
            raise FAILURE[0]
        post.outbox.extend(messages)
        return len(messages)


@pytest.fixture
def kind(settings: Settings) -> str:
    """A mail server that can fail, and a kind of mail."""
    settings.EMAIL_BACKEND = "tests.expertteam.mail.test_outbox.MailServer"
    FAILURE.clear()
    return ACCOUNT_KIND


@pytest.fixture
def mail(petra: Person, kind: str) -> OutgoingMail:
    return queue_mail(team=petra.team, to=petra.user.email, kind=kind, case_number="2026-001")


def now(mail: OutgoingMail) -> OutgoingMail:
    return OutgoingMail.objects.get(pk=mail.pk)


def test_it_goes_once(mail: OutgoingMail) -> None:
    [message] = deliver()
    assert message.to == [mail.to] and message.subject == "Kies een nieuw wachtwoord" == mail.subject
    assert message.extra_headers["Message-ID"] == f"<{mail.key}@expertteam.invalid>"
    assert deliver() == [] and now(mail).is_sent and now(mail).status == JobStatus.DONE


def test_a_mail_server_that_is_away_costs_no_mail(mail: OutgoingMail) -> None:
    FAILURE.append(ConnectionRefusedError())
    assert deliver() == [] and now(mail).status == JobStatus.QUEUED and now(mail).tries == 1
    assert requeue_lost_jobs() == 0, "not at once: it is away"
    with time_machine.travel(timezone.now() + timedelta(minutes=2), tick=False):
        assert requeue_lost_jobs() == 1
        FAILURE.clear()
        assert len(deliver()) == 1


def test_two_days_in_vain_is_told_and_can_be_done_again(mail: OutgoingMail, petra: Person) -> None:
    FAILURE.append(smtplib.SMTPAuthenticationError(535, b"no"))
    for _ in range(len(PAUSES) + 1):
        deliver()
    assert (now(mail).status, now(mail).error) == (JobStatus.FAILED, AWAY)
    FAILURE.clear()
    assert [send_again(by=petra, mail=mail), send_again(by=petra, mail=mail)] == [True, False]
    assert len(deliver()) == 1 and AuditEvent.objects.filter(event="mail.sent_again").count() == 1


@pytest.mark.parametrize(
    ("failure", "status"),
    [
        (smtplib.SMTPRecipientsRefused({"x@y.test": (550, b"unknown x@y.test")}), JobStatus.FAILED),
        (smtplib.SMTPRecipientsRefused({"x@y.test": (450, b"later")}), JobStatus.QUEUED),
        (smtplib.SMTPDataError(554, b"no"), JobStatus.FAILED),
        (smtplib.SMTPServerDisconnected(), JobStatus.QUEUED),
        (TimeoutError(), JobStatus.QUEUED),
    ],
)
def test_what_is_tried_again(mail: OutgoingMail, failure: Exception, status: str) -> None:
    FAILURE.append(failure)
    deliver()
    assert now(mail).status == status and "@" not in now(mail).error
    assert now(mail).error == (REFUSED if status == JobStatus.FAILED else "")


@pytest.mark.parametrize(
    "value", ["https://expertteam.test/link/geheim", "anja@oosterhuis.test", "x" * 61, {"naam": "Anja"}]
)
def test_nothing_personal_or_secret_is_kept(petra: Person, value: object) -> None:
    with pytest.raises(NotForAMail):
        queue_mail(team=petra.team, to=petra.user.email, kind=ACCOUNT_KIND, context={"x": value})


def test_a_kind_without_templates_is_found_at_once(petra: Person) -> None:
    with pytest.raises(TemplateDoesNotExist):
        queue_mail(team=petra.team, to=petra.user.email, kind="bestaat-niet")


def test_the_address_is_forgotten_after_two_weeks(mail: OutgoingMail) -> None:
    deliver()
    today = timezone.localdate()
    assert forget_old_mail(today + timedelta(days=13)) == 0 and now(mail).to
    assert [forget_old_mail(today + timedelta(days=20)) for _ in range(2)] == [1, 0]
    assert now(mail).to == "" and now(mail).case_number == "2026-001"
    forget_old_mail(today + timedelta(days=400))
    assert not OutgoingMail.objects.exists()


def test_what_still_has_to_go_is_not_forgotten(mail: OutgoingMail) -> None:
    forget_old_mail(date(2030, 1, 1))
    assert now(mail).to


def test_a_destroyed_case_takes_its_mail_along(mail: OutgoingMail, fokke: Person) -> None:
    assert forget_mails_of(fokke.team, "2026-001") == 0
    assert forget_mails_of(mail.team, "2026-001") == 1 and deliver() == []
