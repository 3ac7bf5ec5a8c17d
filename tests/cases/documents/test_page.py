"""The page with documents: several at once, what is refused, what one gets, and what is taken away for good."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.casefile.models import Case
from cases.documents.models import Document, DocumentPiece
from cases.search.models import SearchEntry
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

from .files import office, pdf, photo

As = Callable[[Person], Client]
SAID = {"kind": "plan", "dated": "voorjaar 2023", "from_whom": "Juf Zoë", "note": "Alleen bladzijde 3"}


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/documenten/{rest}"


def send(client: Client, case: Case, *files: tuple[str, bytes], **said: str) -> Any:
    chosen = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(address(case, "nieuw/"), {"files": chosen, **SAID, **said}, follow=True)


@pytest.fixture
def case(petra: Person) -> Case:
    return make_case(petra)


def test_several_at_once(case: Case, petra: Person, as_: As) -> None:
    page = send(as_(petra), case, ("Verslag.pdf", pdf()), ("plan.docx", office()), ("foto.jpg", photo()))
    text = page.content.decode()
    assert "3 documenten staan erbij" in text and "Juf Zoë" in text and "voorjaar 2023" in text
    assert [one.title for one in case.documents.order_by("number")] == ["Verslag", "plan", "foto"]
    assert AuditEvent.objects.filter(event="document.added", case_number=case.number).count() == 3


def test_a_double_click_keeps_one(case: Case, petra: Person, as_: As) -> None:
    client = as_(petra)
    send(client, case, ("a.pdf", pdf()), ("nog eens.pdf", pdf()))
    assert "Dit stond er al: document 1." in send(client, case, ("a.pdf", pdf())).content.decode()
    assert case.documents.count() == 1
    send(client, make_case(petra), ("a.pdf", pdf()))
    assert Document.objects.count() == 2, "in another case it is another document"


def test_what_is_good_is_kept_and_the_rest_says_why(case: Case, petra: Person, as_: As) -> None:
    answer = send(
        as_(petra), case, ("goed.pdf", pdf()), ("macro.docx", office(**{"word/vbaProject.bin": b"x"}))
    )
    text = answer.content.decode()
    assert answer.status_code == 422 and "‘macro.docx’: hier zitten macro’s in" in text
    assert "Alleen bladzijde 3" in text and "Juf Zoë" in text, "what was typed is still there"
    assert [one.title for one in case.documents.all()] == ["goed"]
    refused = AuditEvent.objects.get(event="document.refused")
    assert (refused.details, refused.outcome) == ({"reason": "macro"}, "geweigerd")


def test_a_date_nobody_understands_does_not_cost_the_file(case: Case, petra: Person, as_: As) -> None:
    answer = send(as_(petra), case, ("goed.pdf", pdf()), dated="ooit eens")
    text = answer.content.decode()
    assert answer.status_code == 422 and "ooit eens" in text and "kun je bij ‘Wijzigen’" in text
    assert case.documents.get().dated is None


def test_forty_megabytes(case: Case, petra: Person, as_: As) -> None:
    answer = send(as_(petra), case, ("scan.pdf", b"%PDF-1.7" + bytes(40 * 1024**2)))
    text = answer.content.decode()
    assert answer.status_code == 422 and "groter dan 25 MB" in text and "Alleen bladzijde 3" in text
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([], "Kies eerst een of meer bestanden."),
        ([("leeg.pdf", b"")], "dit bestand is leeg"),
        ([("verslag.pdf", b"MZ programma")], "dit soort bestand nemen we niet aan"),
        ([(f"{n}.pdf", pdf(text=str(n))) for n in range(11)], "Kies er hooguit 10 tegelijk"),
    ],
)
def test_what_is_not_taken_in(files: Any, words: str, case: Case, petra: Person, as_: As) -> None:
    answer = send(as_(petra), case, *files)
    assert answer.status_code == 422 and words in answer.content.decode()
    assert not Document.objects.exists()


def test_a_hostile_name_stays_text(case: Case, petra: Person, as_: As) -> None:
    page = send(as_(petra), case, ("<script>alert(1)</script>تقرير\u202e😀.pdf", pdf())).content.decode()
    assert "<script>alert" not in page and "تقرير😀" in page and "\u202e" not in page


def test_the_file_comes_back_and_nothing_runs(case: Case, emre: Person, petra: Person, as_: As) -> None:
    send(as_(petra), case, ("Verslag van Ruben.pdf", pdf()))
    answer = as_(petra).get(address(case, "1/bestand/"))
    assert answer.content == pdf() and answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="document-1.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff" and "no-store" in answer["Cache-Control"]
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert (
        AuditEvent.objects.filter(
            event="document.downloaded", case_number=case.number, user=petra.user
        ).count()
        == 1
    )
    assert as_(emre).get(address(case, "1/bestand/")).status_code == 403
    assert as_(petra).get(address(case, "2/bestand/")).status_code == 404


def test_the_metadata_of_a_photo_is_not_kept(case: Case, petra: Person, as_: As) -> None:
    send(as_(petra), case, ("foto.jpg", photo()))
    assert b"Kerkstraat" not in as_(petra).get(address(case, "1/bestand/")).content


def test_changing_what_is_said(case: Case, petra: Person, as_: As) -> None:
    client = as_(petra)
    send(client, case, ("a.pdf", pdf()))
    assert "voorjaar 2023" in client.get(address(case, "1/")).content.decode()
    client.post(address(case, "1/"), {**SAID, "title": "Plan van school", "dated": "mei 2022"})
    document = case.documents.get()
    assert (document.title, document.dated.label()) == ("Plan van school", "mei 2022")  # type: ignore[union-attr]
    answer = client.post(address(case, "1/"), {**SAID, "title": "", "note": "blijft staan"})
    assert answer.status_code == 422 and "blijft staan" in answer.content.decode()
    history = client.get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    assert "Plan van school" in history


def test_what_is_taken_away_is_gone_everywhere(case: Case, petra: Person, as_: As) -> None:
    client = as_(petra)
    send(client, case, ("Verslag van een ander kind.pdf", pdf()))
    assert client.post(address(case, "1/weg/"), {"reason": " "}).status_code == 422
    for _ in range(2):
        page = client.post(address(case, "1/weg/"), {"reason": "Hoort bij een andere jongere"}, follow=True)
    text = page.content.decode()
    assert "Hoort bij een andere jongere" in text and "ander kind" not in text
    history = client.get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    assert "ander kind" not in history and "document 1" in history
    assert not DocumentPiece.objects.exists() and not SearchEntry.objects.filter(
        kind="document", text__contains="ander"
    )
    assert client.get(address(case, "1/bestand/")).status_code == 404
    assert client.get(address(case, "1/")).status_code == 404
    send(client, case, ("weer.pdf", pdf()))
    assert case.documents.present().get().number == 2, "the same file may come again"


def test_everything_goes_with_the_case(case: Case, petra: Person, as_: As) -> None:
    send(as_(petra), case, ("a.pdf", pdf()))
    case.delete()
    assert not Document.objects.exists() and not DocumentPiece.objects.exists()


def test_as_many_queries_for_one_as_for_thirty(case: Case, petra: Person, as_: As) -> None:
    client, counts = as_(petra), []
    for many in (1, 30):
        for n in range(many):
            Document.objects.create(
                case=case, number=100 * many + n, kind="plan", title="Plan", file_type="pdf", size=1,
                fingerprint=f"{many}-{n}", uploaded_by=petra.user,
            )  # fmt: skip
        client.get(address(case))
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address(case)).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1], counts


def test_who_may_only_read_sees_no_form(
    case: Case, petra: Person, carla: Person, sietske: Person, as_: As
) -> None:
    send(as_(sietske), case, ("a.pdf", pdf()))
    page = as_(carla).get(address(case)).content.decode()
    assert "Ophalen" in page and "Toevoegen" not in page and "Wijzigen" not in page
    assert as_(carla).post(address(case, "nieuw/"), {"files": BytesIO(pdf())}).status_code == 403


def test_an_empty_page_says_what_comes(case: Case, petra: Person, as_: As) -> None:
    page = as_(petra).get(address(case)).content.decode()
    assert "Nog geen documenten" in page and "Waarom vragen we dit?" in page
