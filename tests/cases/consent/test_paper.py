"""The form on paper: tagged, filled in with the case, in words that fit the age; and the page for everybody."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pypdf
import pytest
from django.test import Client

from cases.casefile.models import Case
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

from .conftest import parent
from .saying import party

As = Callable[[Person], Client]


def form(client: Client, case: Case, rest: str = "") -> pypdf.PdfReader:
    return pypdf.PdfReader(
        BytesIO(client.get(f"/casussen/{case.number}/toestemming/formulier/{rest}").content)
    )


def words(pdf: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def test_a_row_for_each_person_and_each_purpose(
    case: Case, anja: Participant, henk: Participant, petra: Person, as_: As
) -> None:
    party(petra, case, "PRO De Toren")
    pdf = form(as_(petra), case)
    text = words(pdf)
    for part in ("Ruben is 14 en beslist zelf mee", "Anja Oosterhuis", "Henk Oosterhuis", "Delen met PRO De Toren",
                 "Bespreken in het expertteam", "Meetellen in de cijfers", "Handtekening", "intrekken",
                 "Wordt Ruben 16, dan vragen we het opnieuw"):  # fmt: skip
        assert part in text
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"] and pdf.trailer["/Root"]["/Lang"] == "nl"


@pytest.mark.parametrize(
    ("born", "says", "never"),
    [
        (date(2016, 1, 1), "Praat er ook met Ruben over", "En je ouders?"),
        (date(2010, 1, 1), "toch hoort praten met je ouders bij goed werk", "beslist zelf mee"),
        (date(2008, 1, 1), "je bent volwassen", "En je ouders?"),
    ],
)
def test_the_words_fit_the_age(born: date, says: str, never: str, petra: Person, as_: As) -> None:
    case = make_case(petra, first_name="Ruben", birth_date=born, consent=False)
    parent(case, "Anja", "ja")
    text = words(form(as_(petra), case))
    assert says in text and never not in text


def test_the_name_of_the_file_holds_no_name_and_nobody_keeps_it(
    case: Case, anja: Participant, petra: Person, as_: As
) -> None:
    answer = as_(petra).get(f"/casussen/{case.number}/toestemming/formulier/")
    assert answer["Content-Disposition"] == f'inline; filename="toestemming-{case.number}.pdf"'
    assert "no-store" in answer["Cache-Control"]
    assert AuditEvent.objects.filter(event="consent.downloaded", case_number=case.number).count() == 1


def test_before_a_birthday_the_form_of_after_it(petra: Person, as_: As) -> None:
    case = make_case(petra, first_name="Ruben", birth_date=date(2010, 12, 20), consent=False)
    parent(case, "Anja", "ja")
    text = words(form(as_(petra), case, "straks/"))
    assert "Vanaf 16 beslis je zelf" in text and "geldt vanaf 20 december 2026" in text and "Anja" not in text
    assert "beslist zelf mee" in words(form(as_(petra), case))


def test_without_a_birthday_soon_there_is_no_such_form(case: Case, petra: Person, as_: As) -> None:
    answer = as_(petra).get(f"/casussen/{case.number}/toestemming/formulier/straks/")
    assert answer.headers["Location"] == f"/casussen/{case.number}/toestemming/"


@pytest.mark.django_db
def test_everybody_can_read_what_withdrawing_does(client: Client) -> None:
    page = client.get("/toestemming/").content.decode()
    assert "Wat al gedeeld is, kunnen we niet terughalen" in page and "Ben je 16 of ouder?" in page
