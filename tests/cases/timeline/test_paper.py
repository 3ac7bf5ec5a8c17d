"""Looking back on paper, and A3 for the wall."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pypdf
import pytest
from django.test import Client

from cases.casefile.models import Case
from cases.timeline.actions import add_events
from cases.timeline.forms import read_for
from cases.timeline.models import TimelinePoster
from cases.timeline.poster_actions import request_poster
from cases.timeline.tasks import make_timeline_poster
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.jobs.models import JobStatus
from tests.factories import make_case

As = Callable[[Person], Client]
LIFE = [
    "2012 onderzoek autisme bij GGZ Jeugd Noord",
    "sep 2013 – jul 2020 speciaal basisonderwijs, succes, erbij juf Els",
    "maart – juni 2020 school dicht, knooppunt",
    "nov 2021 – jan 2023 gezinsbegeleiding door Kompas Jeugd",
]


@pytest.fixture
def case(petra: Person) -> Case:
    case = make_case(petra, first_name="Ruben", birth_date=date(2008, 9, 14))
    add_events(by=petra, case=case, events=[read_for(case, line).data for line in LIFE])
    return case


def address(case: Case, rest: str) -> str:
    return f"/casussen/{case.number}/tijdlijn/{rest}"


def make(poster: TimelinePoster) -> TimelinePoster:
    make_timeline_poster.apply(args=[poster.pk])
    poster.refresh_from_db()
    return poster


def test_knots_and_successes_stand_side_by_side(case: Case, petra: Person, as_: As) -> None:
    page = as_(petra).get(address(case, "terugblik/")).content.decode()
    assert page.index("Knooppunten") < page.index("School dicht") < page.index("Succesmomenten")
    assert "juf Els" in page and "Geen, voor zover we weten" in page
    assert AuditEvent.objects.filter(event="timeline.back_read", case_number=case.number).exists()


def test_without_marks_it_says_how_to_begin(petra: Person, as_: As) -> None:
    page = as_(petra).get(address(make_case(petra), "terugblik/")).content.decode()
    assert "Nog geen knopen of successen" in page


def test_a3_landscape_tagged_and_told(case: Case, petra: Person) -> None:
    poster = make(request_poster(by=petra, case=case))
    assert (poster.status, poster.error) == (JobStatus.DONE, "")
    pdf = pypdf.PdfReader(BytesIO(bytes(poster.pdf or b"")))
    box = pdf.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (1191, 842)
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"] and "/Lang" in pdf.trailer["/Root"]
    text = "".join(page.extract_text() for page in pdf.pages)
    assert "De tijdlijn van Ruben" in text and "Wat opvalt" in text and "Kompas Jeugd" in text


def test_the_page_follows_the_work_and_gives_the_file(case: Case, petra: Person, as_: As) -> None:
    client = as_(petra)
    assert "Pdf maken" in client.get(address(case, "a3/")).content.decode()
    poster = request_poster(by=petra, case=case)
    assert (
        "Wacht op een vrije plek"
        in client.get(address(case, "a3/"), headers={"HX-Request": "true"}).content.decode()
    )
    assert client.get(address(case, f"a3/{poster.pk}/pdf/")).status_code == 404
    make(poster)
    assert client.get(address(case, "a3/"), headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    assert "De pdf is klaar" in client.get(address(case, "a3/")).content.decode()
    file = client.get(address(case, f"a3/{poster.pk}/pdf/"))
    assert file["Content-Type"] == "application/pdf" and "no-store" in file["Cache-Control"]
    assert f"tijdlijn-{case.number}.pdf" in file["Content-Disposition"]
    assert AuditEvent.objects.filter(event="timeline.downloaded", case_number=case.number).count() == 1


def test_the_same_timeline_is_made_once_and_only_the_newest_is_kept(case: Case, petra: Person) -> None:
    first = make(request_poster(by=petra, case=case))
    assert request_poster(by=petra, case=case) == first
    add_events(by=petra, case=case, events=[read_for(case, "sinds mei 2024 thuis").data])
    second = make(request_poster(by=petra, case=case))
    assert list(TimelinePoster.objects.all()) == [second]
    make_timeline_poster.apply(args=[second.pk])
    assert TimelinePoster.objects.get().finished_at == second.finished_at, "a second message does nothing"


def test_a_poster_of_another_case_cannot_be_fetched_here(case: Case, petra: Person, as_: As) -> None:
    poster = make(request_poster(by=petra, case=case))
    assert as_(petra).get(address(make_case(petra), f"a3/{poster.pk}/pdf/")).status_code == 404


def test_the_overview_has_the_timeline_in_short(case: Case, petra: Person, as_: As) -> None:
    page = as_(petra).get(f"/casussen/{case.number}/").content.decode()
    assert "De tijdlijn in het kort" in page and "School dicht" in page
    assert (
        "De tijdlijn in het kort"
        not in as_(petra).get(f"/casussen/{make_case(petra).number}/").content.decode()
    )
