"""Asking for a file of a year: the same figures are the same file, frozen when one asked."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.embedded import pdf_libraries
from expertteam.jobs.models import JobStatus
from monitor.yearbook.models import YearFile
from monitor.yearbook.tasks import make_year_file
from tests.factories import make_case
from tests.monitor.pages import text

As = Callable[[Person], Client]


@pytest.fixture
def one_case(carla: Person) -> Case:
    return make_case(carla, referral={"referred_on": date(2026, 2, 1)})


def ask(client: Client, kind: str = "werkmap", year: int = 2026) -> str:
    response = client.post(f"/monitor/{year}/maken/", {"soort": kind})
    assert response.status_code == 302
    return str(response["Location"])


def test_a_double_click_and_another_person_get_the_same(
    carla: Person, petra: Person, as_: As, one_case: Case
) -> None:
    client = as_(carla)
    assert ask(client) == ask(client) == ask(as_(petra))
    assert YearFile.objects.count() == 1
    assert AuditEvent.objects.filter(event="monitor.requested").count() == 1


def test_pdf_and_workbook_are_two_files(carla: Person, as_: As, one_case: Case) -> None:
    assert ask(as_(carla), "pdf") != ask(as_(carla), "werkmap")


def test_a_kind_that_is_not_there(carla: Person, as_: As, one_case: Case) -> None:
    for given in ({"soort": "brief"}, {}):
        assert as_(carla).post("/monitor/2026/maken/", given).status_code == 404


def test_it_is_sent_to_the_worker_once(
    carla: Person, as_: As, one_case: Case, django_capture_on_commit_callbacks: Callable
) -> None:
    with django_capture_on_commit_callbacks() as sent:
        ask(as_(carla))
    with django_capture_on_commit_callbacks() as again:
        ask(as_(carla))
    assert (len(sent), len(again)) == (1, 0)


def test_followed_until_it_can_be_fetched(carla: Person, as_: As, one_case: Case) -> None:
    client = as_(carla)
    address = ask(client)
    assert "Wacht op een vrije plek · 0%" in text(client.get(address))
    assert client.get(f"{address}ophalen/").status_code == 404
    YearFile.objects.update(status=JobStatus.RUNNING, progress=35, step="Bladen vullen")
    part = client.get(address, headers={"HX-Request": "true"})
    assert "Bladen vullen · 35%" in text(part)
    assert ("every 1s" in part.content.decode(), "<html" in part.content.decode()) == (True, False)
    YearFile.objects.update(status=JobStatus.QUEUED)
    make_year_file(YearFile.objects.get().pk)
    part = client.get(address, headers={"HX-Request": "true"})
    assert (part["HX-Refresh"], "every 1s" in part.content.decode()) == ("true", False)
    page = text(client.get(address))
    assert "Het bestand staat klaar" in page
    assert "Werkmap ophalen" in page


def test_the_file_itself(carla: Person, as_: As, one_case: Case) -> None:
    client = as_(carla)
    address = ask(client)
    make_year_file(YearFile.objects.get().pk)
    response = client.get(f"{address}ophalen/")
    assert response["Content-Disposition"] == 'attachment; filename="monitor-2026.xlsx"'
    assert "no-store" in response["Cache-Control"]
    assert load_workbook(BytesIO(response.content)).sheetnames == ["Toelichting", "Cijfers"]
    assert AuditEvent.objects.get(event="monitor.downloaded").details == {"year": 2026, "kind": "werkmap"}


def test_the_figures_are_those_of_when_one_asked(carla: Person, as_: As, one_case: Case) -> None:
    ask(as_(carla))
    make_case(carla, referral={"referred_on": date(2026, 3, 1)})
    make_year_file(YearFile.objects.get().pk)
    book = load_workbook(BytesIO(bytes(YearFile.objects.get().file or b"")))
    assert [cell.value for cell in book["Toelichting"][3]][:2] == ["Casussen", 1]


def test_other_figures_are_another_file_and_the_page_says_which_is_old(
    carla: Person, as_: As, one_case: Case
) -> None:
    client = as_(carla)
    first = ask(client)
    make_year_file(YearFile.objects.get().pk)
    assert "Daarna zijn de cijfers veranderd." not in text(client.get("/monitor/2026/"))
    other = make_case(carla, referral={"referred_on": date(2026, 3, 1)})
    assert "Daarna zijn de cijfers veranderd." in text(client.get("/monitor/2026/"))
    second = ask(client)
    assert first != second
    other.delete()
    assert first in client.get("/monitor/2026/").content.decode(), (
        "the file of the figures of now, not the newest"
    )


def test_an_answer_with_another_name_is_another_file(
    carla: Person, as_: As, one_case: Case, changed_answer: Callable[..., None]
) -> None:
    first = ask(as_(carla))
    changed_answer("gemeente", "GM1952", label="Midden-Groningen (nieuw)")
    assert ask(as_(carla)) != first


def test_a_failure_says_why_and_can_be_tried_again(
    carla: Person, as_: As, one_case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = as_(carla)
    address = ask(client, "pdf")
    with monkeypatch.context() as poor:
        poor.setattr(pdf_libraries, "LIBRARIES", {"libbestaatniet.so.9": "libbestaatniet9"})
        make_year_file(YearFile.objects.get().pk)
    page = text(client.get(address))
    assert "libbestaatniet9" in page
    assert "Opnieuw proberen" in page
    assert ask(client, "pdf") == address
    assert YearFile.objects.get().status == JobStatus.QUEUED


def test_another_teams_file_is_not_there(carla: Person, wytse: Person, as_: As, one_case: Case) -> None:
    address = ask(as_(carla))
    make_year_file(YearFile.objects.get().pk)
    client = as_(wytse)
    assert [client.get(f"{address}{rest}").status_code for rest in ("", "ophalen/")] == [404, 404]
