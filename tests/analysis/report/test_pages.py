"""The pages around a report: choosing, asking, following, fetching, and who may."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from analysis.report.actions import request_report
from analysis.report.models import AdviceReport, Edition
from analysis.report.tasks import make_report
from cases.casefile.actions import grant_case
from cases.casefile.models import Case, LegalBasis
from cases.steering.models import Action
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.embedded import pdf_libraries
from tests.factories import make_case

from .cases import load, only

pytestmark = pytest.mark.django_db
As = Callable[[Person], Client]


@pytest.fixture
def case(petra: Person) -> Case:
    return load(petra)


@pytest.fixture
def report(petra: Person, case: Case) -> AdviceReport:
    """A report that was made."""
    found = request_report(by=petra, case=case, edition=Edition.FAMILY)[0]
    make_report(found.pk)
    found.refresh_from_db()
    return found


def url(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/rapporten/{rest}"


def ask(client: Client, case: Case, edition: str = "gezin") -> str:
    response = client.post(url(case, "maken/"), {"voor": edition})
    assert response.status_code == 302
    return str(response["Location"])


def text(response: object) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())  # type: ignore[attr-defined]


def events(event: str) -> int:
    return AuditEvent.objects.filter(event=event).count()


def test_choosing_an_edition(petra: Person, as_: As, case: Case) -> None:
    page = text(as_(petra).get(url(case)))
    assert "Voor de jongere en de ouders" in page
    assert "Voor professionals" in page
    assert "Er is nog geen rapport gemaakt." in page
    assert "Nog niet in dit rapport" not in page
    assert events("report.listed") == 1


def test_what_is_missing_is_said_beside_the_choice(petra: Person, as_: As) -> None:
    case = load(petra, only("aanmelding"), lambda document: document["analyse"].pop("verklaring"))
    page = text(as_(petra).get(url(case)))
    assert "De verklaring is nog niet opgeschreven." in page
    assert "Er is nog geen advies." in page


def test_a_preview_shows_the_report_and_keeps_nothing(petra: Person, as_: As, case: Case) -> None:
    response = as_(petra).get(url(case, "voorbeeld/professionals/"))
    assert "Drie maanden geen nieuwe hulp en geen doelen" in text(response)
    assert "Alle kaartjes, met wie het zegt" in text(response)
    assert "<svg" in response.content.decode()
    assert (AdviceReport.objects.count(), events("report.previewed")) == (0, 1)


def test_an_edition_that_is_not_there(petra: Person, as_: As, case: Case) -> None:
    assert as_(petra).get(url(case, "voorbeeld/pers/")).status_code == 404
    client = as_(petra)
    assert ask(client, case, "pers") == url(case)
    assert "Kies voor wie het rapport is." in text(client.get(url(case)))


def test_asking_leads_to_the_report_that_is_being_made(petra: Person, as_: As, case: Case) -> None:
    client = as_(petra)
    assert ask(client, case) == url(case, "1/")
    page = client.get(url(case, "1/"))
    assert "Wacht op een vrije plek" in text(page)
    assert 'hx-trigger="every 1s"' in page.content.decode()
    assert "Elke vorm van druk neemt Ruben" in text(page)


def test_a_double_click_and_another_person_get_the_same(
    petra: Person, carla: Person, as_: As, case: Case
) -> None:
    client = as_(petra)
    assert ask(client, case) == ask(client, case) == ask(as_(petra), case)
    assert AdviceReport.objects.count() == 1


def test_nothing_changed_is_said(petra: Person, as_: As, case: Case, report: AdviceReport) -> None:
    client = as_(petra)
    assert ask(client, case) == url(case, "1/")
    assert "Er is niets veranderd sinds rapport 1." in text(client.get(url(case, "1/")))


def test_progress_is_followed_until_it_is_done(petra: Person, as_: As, case: Case) -> None:
    client = as_(petra)
    ask(client, case)
    found = AdviceReport.objects.get()
    AdviceReport.objects.filter(pk=found.pk).update(status="bezig", progress=45, step="Bladzijden opmaken")
    part = client.get(url(case, "1/"), headers={"HX-Request": "true"})
    assert "Bladzijden opmaken · 45%" in text(part)
    assert "<html" not in part.content.decode()
    assert "HX-Refresh" not in part
    AdviceReport.objects.filter(pk=found.pk).update(status="wacht")
    make_report(found.pk)
    part = client.get(url(case, "1/"), headers={"HX-Request": "true"})
    assert (part["HX-Refresh"], "every 1s" in part.content.decode()) == ("true", False)
    assert "Pdf ophalen" in text(client.get(url(case, "1/")))


def test_following_is_not_traced_every_second_but_reading_is(petra: Person, as_: As, case: Case) -> None:
    client = as_(petra)
    ask(client, case)
    for _ in range(3):
        client.get(url(case, "1/"), headers={"HX-Request": "true"})
    assert events("report.read") == 0
    client.get(url(case, "1/"))
    assert events("report.read") == 1


def test_waiting_long_is_explained(petra: Person, as_: As, case: Case) -> None:
    client = as_(petra)
    ask(client, case)
    assert "langer dan anders" not in text(client.get(url(case, "1/")))
    AdviceReport.objects.update(queued_at=timezone.now() - timedelta(seconds=11))
    assert "Je aanvraag is bewaard en gaat vanzelf verder" in text(client.get(url(case, "1/")))


def test_a_failure_can_be_tried_again(
    petra: Person, as_: As, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = as_(petra)
    ask(client, case)
    found = AdviceReport.objects.get()
    with monkeypatch.context() as poor:
        poor.setattr(pdf_libraries, "LIBRARIES", {"libbestaatniet.so.9": "libbestaatniet9"})
        make_report(found.pk)
    page = text(client.get(url(case, "1/")))
    assert "Het rapport is niet gemaakt" in page
    assert "libbestaatniet9" in page
    assert "Opnieuw proberen" in page
    assert client.post(url(case, "1/opnieuw/"))["Location"] == url(case, "1/")
    assert client.post(url(case, "1/opnieuw/")).status_code == 302
    make_report(found.pk)
    assert "Pdf ophalen" in text(client.get(url(case, "1/")))
    assert events("report.requested") == 2


def test_the_file(petra: Person, as_: As, case: Case, report: AdviceReport) -> None:
    response = as_(petra).get(url(case, "1/pdf/"))
    assert response.content == bytes(report.pdf or b"")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'attachment; filename="adviesrapport-{case.number}-1.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]
    event = AuditEvent.objects.get(event="report.downloaded")
    assert (event.case_number, event.details, event.user) == (case.number, {"number": 1}, petra.user)


def test_no_file_before_it_is_done_and_none_of_another_number(petra: Person, as_: As, case: Case) -> None:
    client = as_(petra)
    ask(client, case)
    for rest in ("1/pdf/", "2/", "2/pdf/", "0/", "99999999999999999999/"):
        assert client.get(url(case, rest)).status_code == 404
    other = make_case(petra)
    assert client.get(url(other, "1/")).status_code == 404


def test_every_issued_report_stays(petra: Person, as_: As, case: Case, report: AdviceReport) -> None:
    Action.objects.create(case=case, text="Nieuw", owner_name="Petra")
    client = as_(petra)
    assert ask(client, case) == url(case, "2/")
    page = text(client.get(url(case)))
    assert "Rapport 1, voor de jongere en de ouders" in page
    assert "Rapport 2, voor de jongere en de ouders" in page
    assert "Petra Nijboer · versie 1 van de analyse" in page
    assert client.get(url(case, "1/pdf/")).content == bytes(report.pdf or b"")


def test_a_register_case_has_nothing_to_report_yet(petra: Person, as_: As) -> None:
    case = make_case(petra, legal_basis=LegalBasis.REGISTER, legal_basis_reason="Register 2024")
    client = as_(petra)
    page = text(client.get(url(case)))
    assert "Er is nog niets om te melden" in page
    assert "Rapport maken" not in page
    for tried in (lambda: ask(client, case), lambda: client.get(url(case, "voorbeeld/gezin/"))["Location"]):
        assert tried() == url(case)
        assert "Er is nog geen analyse" in text(client.get(url(case)))
    assert AdviceReport.objects.count() == 0


def test_who_may_read_and_who_may_ask(
    emre: Person, zora: Person, carla: Person, petra: Person, as_: As, case: Case, report: AdviceReport
) -> None:
    grant_case(by=petra, case=case, user=emre.user)
    Case.objects.filter(pk=case.pk).update(matching_requested=True)
    for person in (emre, zora, carla):
        client = as_(person)
        page = text(client.get(url(case)))
        assert "Rapport 1" in page
        assert "Rapport maken" not in page
        assert client.get(url(case, "1/pdf/")).status_code == 200
        assert client.post(url(case, "maken/"), {"voor": "gezin"}).status_code == 403


@pytest.mark.parametrize("rest", ["", "1/", "1/pdf/", "voorbeeld/gezin/"])
def test_who_may_not_even_read(
    emre: Person, sietske: Person, bas: Person, lies: Person, fokke: Person, as_: As, case: Case, rest: str,
    report: AdviceReport,
) -> None:  # fmt: skip
    for person in (emre, sietske, bas, lies):
        assert as_(person).get(url(case, rest)).status_code == 403
    assert as_(fokke).get(url(case, rest)).status_code == 404
    assert Client().get(url(case, rest)).status_code == 302


def test_the_list_asks_as_many_questions_for_thirty_reports_as_for_one(
    petra: Person,
    as_: As,
    case: Case,
    report: AdviceReport,
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    def count() -> int:
        with django_assert_max_num_queries(70) as found:
            as_(petra).get(url(case))
        return len(found)  # type: ignore[arg-type]

    one = count()
    common = {
        "case": case,
        "analysis_version": 1,
        "content": {},
        "requested_by": petra.user,
        "edition": "gezin",
    }
    AdviceReport.objects.bulk_create(
        AdviceReport(number=number, fingerprint=str(number), pdf=b"x", status="klaar", **common)
        for number in range(2, 31)
    )
    assert count() == one
