"""Letters with a link and a code, and the form on paper."""

import io
from collections.abc import Callable
from datetime import date

from django.test import Client
from pypdf import PdfReader

from analysis.sharing.models import Asking, Endorsement
from cases.casefile.models import Case
from cases.consent.models import OtherBasis
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent

from .conftest import Page

Ask, Login = Callable[..., Asking], Callable[[Person], Client]


def at(asking: Asking, rest: str) -> str:
    return f"/casussen/{asking.participant.case.number}/analyse/gedeeld/vraag/{asking.pk}/{rest}/"


def pages(response: object) -> list[str]:
    content = response.content  # type: ignore[attr-defined]
    return [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]


def test_a_letter_has_the_address_and_the_code_on_two_pages(petra: Person, ask: Ask, as_: Login) -> None:
    asking = ask("Ruben")
    file = as_(petra).post(at(asking, "brief"))
    assert file["Content-Type"] == "application/pdf" and "no-store" in file["Cache-Control"]
    assert "Ruben" not in file["Content-Disposition"]
    first, second = pages(file)
    path = "/verhaal/" + "".join(first.split("/verhaal/")[1].split())[:20]
    code = "".join(one for one in second if one.isdecimal())[:6]
    assert code not in first.replace(" ", "") and "Ruben, klopt dit verhaal" in Page(path, code).text
    assert AuditEvent.objects.filter(event="sharing.letter_made").count() == 1


def test_a_letter_in_english(petra: Person, ask: Ask, as_: Login) -> None:
    first, second = pages(as_(petra).post(at(ask("Ruben", language="en"), "brief")))
    assert "Would you read something" in first and "Your code" in second


def test_a_letter_with_the_code_that_was_shown(petra: Person, ask: Ask, as_: Login) -> None:
    asking, browser = ask("Anja", way="mail"), as_(petra)
    shown = browser.post(at(asking, "code")).content.decode().split('name="code" value="')[1][:6]
    [text] = pages(browser.post(at(asking, "codebrief"), {"code": shown}))
    assert f"{shown[:3]} {shown[3:]}" in text and "/verhaal/" not in text
    wrong = browser.post(at(asking, "codebrief"), {"code": "1"}, follow=True).content.decode()
    assert "Deze code geldt niet meer" in wrong


def test_the_form_on_paper_has_the_text_and_room_to_answer(petra: Person, ask: Ask, as_: Login) -> None:
    text = " ".join(pages(as_(petra).get(at(ask("Ruben", way="papier"), "papier"))))
    assert "Ligt de hele dag op de bank" in text and "Herken je je hierin?" in text
    assert "Klopt niet" in text and "Zet een kruisje" in text


def test_no_paper_without_consent(petra: Person, ask: Ask, as_: Login) -> None:
    asking = ask("Gea", way="papier")
    OtherBasis.objects.filter(purpose="delen").delete()
    assert as_(petra).get(at(asking, "papier")).status_code == 302
    for rest in ("brief", "mail"):
        page = as_(petra).post(at(asking, rest), follow=True).content.decode()
        assert "Delen met" in page and "nog niet gevraagd" in page


def test_what_came_on_paper_is_written_down_with_its_day(
    petra: Person, ask: Ask, case: Case, as_: Login
) -> None:
    asking = ask("Ruben", way="papier")
    address = f"/casussen/{case.number}/analyse/gedeeld/{asking.participant_id}/"
    assert "Dit antwoord gaat over versie 1" in as_(petra).get(address).content.decode()
    sent = {
        "verdict": "deels",
        "via": "papier",
        "answered_on": "2-4-2025",
        "helper": "Zijn mentor",
        "statement": "Mijn zin",
    }
    as_(petra).post(address, sent)
    given = Endorsement.objects.get()
    assert (given.via, given.helper, given.statement) == ("papier", "Zijn mentor", "Mijn zin")
    assert given.answered_on == date(2025, 4, 2) and given.version == asking.version
    assert "zegt deels" not in as_(petra).get("/").content.decode(), "who wrote it down has seen it"
