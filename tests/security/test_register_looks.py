"""A register shows cases before it changes them: who looked and who agreed is traced, with where from."""

from collections.abc import Callable

import pytest
from django.test import Client

from cases.people.models import YoungPerson
from expertteam.access.person import Person
from expertteam.accounts.models import User
from expertteam.audit.models import AuditEvent
from expertteam.audit.sentences import READING
from expertteam.jobs.models import JobFailed
from monitor.register.actions import take_over
from monitor.register.intake import keep_for_agreement
from monitor.register.models import RegisterImport
from monitor.register.queries import read
from monitor.register.tasks import write
from tests.monitor.registers import register_of

As = Callable[[Person], Client]


@pytest.fixture
def job(carla: Person) -> RegisterImport:
    """A register of three cases that are there already; one of them tells something else now."""
    reading = read(data := register_of(3))
    take_over(by=carla, rows=reading.rows)
    YoungPerson.objects.filter(cases__number=reading.rows[1].case_number).update(first_name="Anders")
    return keep_for_agreement(by=carla, data=data, reading=reading)


def test_work_of_somebody_whose_account_is_off_is_not_done(carla: Person, job: RegisterImport) -> None:
    """The right to ask is looked at again when the work begins: much can happen in between."""
    User.objects.filter(pk=carla.user.pk).update(is_active=False)
    job.refresh_from_db()
    with pytest.raises(JobFailed, match="mag geen register meer overnemen"):
        write(job)


def lines(event: str) -> list[tuple[str, str]]:
    return list(AuditEvent.objects.filter(event=event).values_list("case_number", "address"))


def test_seeing_what_stands_in_a_case_is_traced(carla: Person, as_: As, job: RegisterImport) -> None:
    number = job.summary["different"][0]["number"]
    for page in ("", "voortgang/"):
        assert "Anders" in as_(carla).get(f"/monitor/register/{job.token}/{page}").content.decode()
    assert lines("register.previewed") == [(number, "127.0.0.1")] * 2
    assert "register.previewed" in READING


def test_agreeing_is_traced_once_with_what_may_be_overwritten(
    carla: Person, as_: As, job: RegisterImport
) -> None:
    number = job.summary["different"][0]["number"]
    for _ in range(2):
        as_(carla).post(f"/monitor/register/{job.token}/overnemen/", {"overschrijven": [number, "2024-999"]})
    assert lines("register.agreed") == [("", "127.0.0.1")]
    assert AuditEvent.objects.get(event="register.agreed").details == {"overwrite": [number]}
