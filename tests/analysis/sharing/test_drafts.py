"""What somebody types is never lost, and never stays on the computer they use."""

from collections.abc import Callable
from datetime import timedelta

import time_machine
from django.test import Client
from django.utils import timezone

from analysis.sharing.answering import forget_drafts
from analysis.sharing.models import Asking, Endorsement
from expertteam.audit.models import AuditEvent

from .conftest import Page

Ask, OpenPage = Callable[..., Asking], Callable[..., Page]


def test_what_is_typed_is_there_again_behind_the_code(ask: Ask, open_page: OpenPage) -> None:
    page = open_page(ask("Ruben"))
    for words in ("Ik", "Ik wil"):
        kept = page.browser.post(page.path, {"concept": "1", "words": words}, headers={"X-Autosave": "1"})
        assert kept.status_code == 200 and "saved_at" in kept.json()
    again = Page(page.path, page.code)
    assert "Ik wil</textarea>" in again.text and not Endorsement.objects.exists()
    assert AuditEvent.objects.filter(event="sharing.draft_kept").count() == 1


def test_an_answer_forgets_the_draft(ask: Ask, open_page: OpenPage) -> None:
    page = open_page(ask("Ruben"))
    page.send(concept="1", words="Ik wil")
    page.send(verdict="ja", words="Ik wil het zo")
    assert Asking.objects.get().draft == {} and Asking.objects.get().draft_at is None


def test_the_team_never_reads_a_draft(
    ask: Ask, open_page: OpenPage, petra: object, as_: Callable[..., Client]
) -> None:
    asking = ask("Ruben")
    open_page(asking).send(concept="1", words="Nog niet voor jullie")
    case = asking.participant.case
    for address in ("", "onderdelen/", "voorleggen/"):
        page = as_(petra).get(f"/casussen/{case.number}/analyse/gedeeld/{address}").content.decode()
        assert "Nog niet voor jullie" not in page


def test_when_the_code_runs_out_the_words_wait_in_the_page_and_go_along(
    ask: Ask, open_page: OpenPage
) -> None:
    page = open_page(ask("Ruben"))
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        draft = page.browser.post(
            page.path, {"concept": "1", "words": "Lang verhaal"}, headers={"X-Autosave": "1"}
        )
        assert draft.status_code == 401
        sent = page.send(verdict="nee", words="Lang <b>verhaal</b>")
        text = sent.content.decode()
        assert "Wat je net schreef, is er nog" in text and "Lang &lt;b&gt;verhaal&lt;/b&gt;" in text
        assert not Endorsement.objects.exists()
        answer = page.send(verdict="nee", words="Lang verhaal", code=page.code)
        assert answer.status_code == 303
    assert Endorsement.objects.get().words == "Lang verhaal"


def test_a_wrong_code_keeps_the_words_in_the_page(ask: Ask, open_page: OpenPage) -> None:
    page = open_page(ask("Ruben"), enter=False)
    text = page.send(verdict="nee", words="Lang verhaal", code="0").content.decode()
    assert "Deze code klopt niet" in text and "Lang verhaal" in text


def test_somebody_closes_the_page_on_this_computer(ask: Ask, open_page: OpenPage) -> None:
    page = open_page(ask("Ruben"))
    assert "Deze pagina is afgesloten" in page.send(sluiten="1").content.decode()
    assert "Typ je code" in page.text and "bank" not in page.text


def test_who_goes_on_reading_stays_in(ask: Ask, open_page: OpenPage) -> None:
    page, now = open_page(ask("Ruben")), timezone.now()
    for minutes in (50, 100, 150):
        with time_machine.travel(now + timedelta(minutes=minutes), tick=False):
            assert "bank" in page.text
    with time_machine.travel(now + timedelta(minutes=211), tick=False):
        assert "Typ je code" in page.text


def test_what_was_never_sent_is_forgotten(ask: Ask, open_page: OpenPage) -> None:
    open_page(ask("Ruben")).send(concept="1", words="Ik wil")
    assert forget_drafts(timezone.localdate()) == 0
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        assert forget_drafts(timezone.localdate()) == 1
    assert Asking.objects.get().draft == {}


def test_a_draft_that_comes_after_its_answer_is_none(ask: Ask, open_page: OpenPage) -> None:
    page = open_page(ask("Ruben"))
    page.send(verdict="nee", words="Papa mist")
    page.send(concept="1", verdict="nee", words="Papa mist")
    assert Asking.objects.get().draft == {}
