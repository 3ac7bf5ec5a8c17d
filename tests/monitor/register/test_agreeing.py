"""Agreeing, following, and every other end: done, failed, tried again, thrown away."""

from collections.abc import Callable

import pytest
from django.test import Client

from cases.casefile.models import Case, LegalBasis
from expertteam.access.person import Person
from expertteam.accounts.models import Membership
from expertteam.audit.models import AuditEvent, Outcome
from expertteam.jobs.models import JobStatus
from monitor.register.actions import take_over
from monitor.register.intake import keep_for_agreement
from monitor.register.models import RegisterImport
from monitor.register.queries import read
from monitor.register.tasks import import_register, write
from tests.monitor.pages import text
from tests.monitor.register.books import GOOD, workbook
from tests.monitor.registers import register_of

As = Callable[[Person], Client]


@pytest.fixture
def job(carla: Person) -> RegisterImport:
    """Three new cases that wait for Carla to agree."""
    data = register_of(3)
    return keep_for_agreement(by=carla, data=data, reading=read(data))


def url(job: RegisterImport, rest: str = "") -> str:
    return f"/monitor/register/{job.token}/{rest}"


def status(job: RegisterImport) -> str:
    job.refresh_from_db()
    return job.status


def test_agreeing_puts_it_in_the_queue_once(carla: Person, as_: As, job: RegisterImport) -> None:
    client = as_(carla)
    for _ in range(2):
        assert client.post(url(job, "overnemen/"))["Location"] == url(job)
    assert status(job) == JobStatus.QUEUED
    page = client.get(url(job))
    assert "Wacht op een vrije plek · 0%" in text(page)
    assert 'hx-trigger="every 1s"' in page.content.decode()


def test_it_is_sent_to_the_worker_when_it_is_stored(
    carla: Person, as_: As, job: RegisterImport, django_capture_on_commit_callbacks: Callable
) -> None:
    with django_capture_on_commit_callbacks() as sent:
        as_(carla).post(url(job, "overnemen/"))
    with django_capture_on_commit_callbacks() as again:
        as_(carla).post(url(job, "overnemen/"))
    assert (len(sent), len(again)) == (1, 0)


def test_done_is_shown_and_the_file_is_gone(carla: Person, as_: As, job: RegisterImport) -> None:
    client = as_(carla)
    client.post(url(job, "overnemen/"))
    import_register(job.pk)
    assert (status(job), job.created_count, job.workbook) == (JobStatus.DONE, 3, None)
    page = text(client.get(url(job)))
    assert "Het register is overgenomen 3 casussen nieuw." in page
    assert "Bekijk de monitor van 2022" in page
    assert "every 1s" not in client.get(url(job, "voortgang/")).content.decode()
    assert Case.objects.filter(legal_basis=LegalBasis.REGISTER).count() == 3
    assert AuditEvent.objects.get(event="register.imported").details == {"created": 3, "changed": 0}


def test_nothing_about_people_stays_with_the_finished_work(carla: Person, job: RegisterImport) -> None:
    take_over(by=carla, rows=read(register_of(3)).rows)
    changed = {**GOOD, "Casusnummer": "2022-001", "Achternaam": "Geheimpje"}
    data = workbook(changed)
    other = keep_for_agreement(by=carla, data=data, reading=read(data), name="Geheimpje.xlsx")
    assert "Geheimpje" in str(other.summary)
    RegisterImport.objects.filter(pk=other.pk).update(status=JobStatus.QUEUED)
    import_register(other.pk)
    assert status(other) == JobStatus.DONE
    assert "Geheimpje" not in str(other.summary)
    assert (other.summary["different"], other.summary["kept"]) == (1, 1)


def test_how_far_it_is_comes_as_a_part_of_the_page(carla: Person, as_: As, job: RegisterImport) -> None:
    RegisterImport.objects.filter(pk=job.pk).update(
        status=JobStatus.RUNNING, progress=40, step="Casus 2 van 3"
    )
    part = as_(carla).get(url(job, "voortgang/"))
    assert "Casus 2 van 3 · 40%" in text(part)
    assert "<html" not in part.content.decode()


@pytest.mark.parametrize(
    ("ticked", "overwritten"),
    [([], 0), (["2022-002"], 1), (["alle"], 3), (["2022-002", "2023-999"], 1)],
)
def test_only_what_was_ticked_is_overwritten(
    carla: Person, as_: As, ticked: list[str], overwritten: int
) -> None:
    take_over(by=carla, rows=read(register_of(3)).rows)
    data = workbook(*({**GOOD, "Casusnummer": f"2022-{n:03d}", "Gemeente": "Stadskanaal"} for n in (1, 2, 3)))
    job = keep_for_agreement(by=carla, data=data, reading=read(data))
    as_(carla).post(url(job, "overnemen/"), {"overschrijven": ticked})
    import_register(job.pk)
    assert status(job) == JobStatus.DONE
    assert (job.changed_count, job.summary["kept"]) == (overwritten, 3 - overwritten)
    assert Case.objects.filter(referral__municipality="GM0037").count() == overwritten


def test_the_same_work_twice_is_done_once(carla: Person, job: RegisterImport) -> None:
    RegisterImport.objects.filter(pk=job.pk).update(status=JobStatus.QUEUED)
    import_register(job.pk)
    import_register(job.pk)
    assert (status(job), job.attempts, Case.objects.count()) == (JobStatus.DONE, 1, 3)


def test_what_another_worker_finished_stays_finished(carla: Person, job: RegisterImport) -> None:
    """Its lease ran out, another worker took over and was first: nothing double, and no failure on the page."""
    RegisterImport.objects.filter(pk=job.pk).update(status=JobStatus.QUEUED)
    slow = RegisterImport.claim(job.pk)
    assert slow is not None
    assert RegisterImport.objects.get(pk=job.pk).finish(created_count=3, workbook=None)
    write(slow)
    assert (status(job), Case.objects.count()) == (JobStatus.DONE, 0)
    slow.fail("Te laat.")
    assert (status(job), job.error) == (JobStatus.DONE, "")


def test_whoever_lost_the_right_takes_nothing_over(carla: Person, as_: As, job: RegisterImport) -> None:
    as_(carla).post(url(job, "overnemen/"))
    Membership.objects.filter(user=carla.user).delete()
    import_register(job.pk)
    assert (status(job), Case.objects.count()) == (JobStatus.FAILED, 0)
    assert job.error.startswith("Wie dit vroeg mag geen register meer overnemen.")
    assert AuditEvent.objects.get(event="register.failed").outcome == Outcome.FAILED


def test_a_failure_says_why_and_can_be_tried_again(carla: Person, as_: As, job: RegisterImport) -> None:
    client = as_(carla)
    job.fail("De stroom viel uit.")
    page = text(client.get(url(job)))
    assert "De stroom viel uit. Er is niets veranderd." in page
    for _ in range(2):
        client.post(url(job, "opnieuw/"))
    assert status(job) == JobStatus.QUEUED
    import_register(job.pk)
    assert (status(job), Case.objects.count()) == (JobStatus.DONE, 3)


def test_throwing_it_away_twice_is_once(carla: Person, as_: As, job: RegisterImport) -> None:
    client = as_(carla)
    page = text(client.post(url(job, "weg/"), follow=True))
    assert "Het ingelezen register is weggegooid. Er is niets overgenomen." in page
    assert client.post(url(job, "weg/")).status_code == 302
    assert RegisterImport.objects.count() == 0
    assert AuditEvent.objects.filter(event="register.discarded").count() == 1


def test_what_is_being_taken_over_is_not_thrown_away(carla: Person, as_: As, job: RegisterImport) -> None:
    client = as_(carla)
    client.post(url(job, "overnemen/"))
    page = text(client.post(url(job, "weg/"), follow=True))
    assert "wordt al overgenomen" in page
    assert RegisterImport.objects.count() == 1
