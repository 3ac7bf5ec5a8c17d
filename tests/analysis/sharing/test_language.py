"""The frame of the page in another language, chosen by who reads it, for this link only."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from analysis.sharing.models import Asking
from expertteam.access.person import Person

from .conftest import Page

Ask, OpenPage = Callable[..., Asking], Callable[..., Page]


def test_english_is_chosen_and_remembered_for_this_link_only(ask: Ask, open_page: OpenPage) -> None:
    own, other = open_page(ask("Ruben")), open_page(ask("Anja"))
    assert own.send(taal="en").status_code == 303
    text = Page(own.path, own.code).text
    assert '<html lang="en"' in text and "Your answer" in text and "Ligt de hele dag op de bank" in text
    assert '<html lang="nl"' in other.text
    assert translation.get_language() == "nl"


def test_it_can_be_chosen_before_the_code(ask: Ask, open_page: OpenPage) -> None:
    page = open_page(ask("Ruben"), enter=False)
    assert "Typ je code" in page.text
    page.send(taal="en")
    assert "Type your code" in page.text and Asking.objects.get().language == "en"


def test_what_was_typed_goes_along(ask: Ask, open_page: OpenPage) -> None:
    page = open_page(ask("Ruben"))
    page.send(taal="en", words="Half een zin")
    assert "Half een zin</textarea>" in page.text


def test_the_answer_and_its_mistakes_are_english_too(ask: Ask, open_page: OpenPage) -> None:
    page = open_page(ask("Ruben", language="en"))
    assert "Choose yes, partly or no." in page.send(words="x").content.decode()
    page.send(verdict="nee")
    assert "You said: no, I do not recognise myself in this." in page.text


@pytest.mark.parametrize("code", ["xx", "", "ar", "../nl", "n" * 50])
def test_a_language_we_do_not_have_changes_nothing(ask: Ask, open_page: OpenPage, code: str) -> None:
    page = open_page(ask("Ruben"))
    page.send(taal=code)
    assert Asking.objects.get().language == "nl" and '<html lang="nl"' in page.text


def test_the_frame_can_stand_from_right_to_left(ask: Ask, open_page: OpenPage, settings: object) -> None:
    settings.LANGUAGES = [*settings.LANGUAGES, ("ar", "العربية")]  # type: ignore[attr-defined]
    page = open_page(ask("Ruben"))
    page.send(taal="ar")
    text = page.text
    assert '<html lang="ar" dir="rtl"' in text and 'lang="ar" dir="rtl" aria-current="true"' in text


def test_the_team_stays_dutch(
    petra: Person, ask: Ask, open_page: OpenPage, as_: Callable[[Person], Client]
) -> None:
    open_page(ask("Ruben", language="en")).get()
    page = as_(petra).get("/").content.decode()
    assert '<html lang="nl"' in page
    assert dict(settings.LANGUAGES).keys() == {"nl", "en"}
