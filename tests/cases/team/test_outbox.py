"""Beheer: the outbox and the work of every day; what failed can be tried again, and no case is seen."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.jobs.daily import FAILED, DailyRun, do_now
from expertteam.jobs.models import JobStatus
from expertteam.mail.models import OutgoingMail
from tests.factories import make_case

As = Callable[[Person], Client]


def mail(person: Person, number: str = "", **more: object) -> OutgoingMail:
    given = {
        "to": "gea@school.test",
        "kind": "herinnering",
        "subject": "Herinnering",
        "case_number": number,
        **more,
    }
    return OutgoingMail.objects.create(team=person.team, requested_by=person.user, **given)


def test_who_runs_the_site_sees_no_case_number(petra: Person, bas: Person, carla: Person, as_: As) -> None:
    mail(petra, make_case(petra).number)
    pages = {person: as_(person).get("/beheer/post/").content.decode() for person in (bas, carla)}
    assert all("gea@school.test" in page and "Herinnering" in page for page in pages.values())
    assert "2026-001" not in pages[bas] and "2026-001" in pages[carla]


def test_another_team_has_its_own(fokke: Person, bas: Person, as_: As) -> None:
    other = mail(fokke, status=JobStatus.FAILED)
    assert "gea@school.test" not in as_(bas).get("/beheer/post/").content.decode()
    assert as_(bas).post(f"/beheer/post/{other.pk}/opnieuw/").status_code == 404


def test_what_failed_can_go_again_once(bas: Person, as_: As) -> None:
    one = mail(bas, status=JobStatus.FAILED, error="De mailserver kent dit adres niet.")
    page = as_(bas).get("/beheer/post/?alleen=mislukt").content.decode()
    assert "De mailserver kent dit adres niet." in page and "Opnieuw sturen" in page
    for _ in range(2):
        as_(bas).post(f"/beheer/post/{one.pk}/opnieuw/")
    one.refresh_from_db()
    assert (one.status, one.error) == (JobStatus.QUEUED, "")
    assert AuditEvent.objects.filter(event="mail.sent_again").count() == 1


def test_a_mail_without_address_cannot_go_again(bas: Person, as_: As) -> None:
    one = mail(bas, status=JobStatus.FAILED, to="")
    assert "Opnieuw sturen" not in as_(bas).get("/beheer/post/").content.decode()
    page = as_(bas).post(f"/beheer/post/{one.pk}/opnieuw/", follow=True).content.decode()
    assert "hoeft of kan niet opnieuw" in page


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "gaat zo weg"),
        ({"tries": 2}, "wacht op de mailserver"),
        ({"status": JobStatus.DONE, "sent_at": timezone.now()}, "verstuurd"),
        ({"status": JobStatus.DONE, "to": ""}, "niet meer nodig"),
        ({"status": JobStatus.FAILED}, "mislukt"),
    ],
)
def test_how_it_stands_in_words(bas: Person, as_: As, given: dict, said: str) -> None:
    mail(bas, **given)
    assert said in as_(bas).get("/beheer/post/").content.decode()


def test_as_many_queries_for_one_as_for_thirty(bas: Person, as_: As) -> None:
    client, asked = as_(bas), []
    for extra in (1, 29):
        for _ in range(extra):
            mail(bas)
        client.get("/beheer/post/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/beheer/post/")
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_the_work_of_every_day_and_what_failed(bas: Person, as_: As) -> None:
    today = timezone.localdate()
    assert do_now("mail.forget", today)
    DailyRun.objects.create(work="steering.reminders", day=today, attempts=3, error=FAILED)
    DailyRun.objects.create(
        work="steering.reminders", day=today - timedelta(days=1), done=4, finished_at=timezone.now()
    )
    page = as_(bas).get("/beheer/").content.decode()
    assert "Herinneringen aan acties" in page and "4 gedaan" in page and "Al 3 keer geprobeerd" in page
    assert "vandaag gedaan" in page and "Nu proberen" in page


def test_unknown_work(bas: Person, as_: As) -> None:
    assert as_(bas).post("/beheer/werk/bestaat-niet/nu/").status_code == 404
