"""The manual: every chapter is there for everybody who works here, and every page of a case leads to one."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from cases.casefile.tabs import all_tabs
from expertteam.access.person import Person
from expertteam.manual.chapters import BY_TAB, CHAPTERS
from tests.access_matrix import ROWS
from tests.factories import make_case

As = Callable[[Person], Client]


@pytest.mark.parametrize("slug", [chapter.slug for chapter in CHAPTERS])
def test_every_chapter_has_a_text_worth_reading(slug: str, lies: Person, as_: As) -> None:
    page = as_(lies).get(f"/handleiding/{slug}/")
    text = page.content.decode()
    assert page.status_code == 200 and text.count("<h2") >= 2 and len(text) > 4000


def test_contents_lead_to_all_of_them(bas: Person, as_: As) -> None:
    page = as_(bas).get("/handleiding/").content.decode()
    assert all(f'href="/handleiding/{chapter.slug}/"' in page for chapter in CHAPTERS)


def test_an_unknown_chapter_is_not_there(lies: Person, as_: As) -> None:
    assert as_(lies).get("/handleiding/bestaat-niet/").status_code == 404


def test_chapters_are_about_pages_that_exist() -> None:
    assert set(BY_TAB) - set(ROWS) == set()


def test_every_tab_of_a_case_has_its_help(petra: Person, as_: As) -> None:
    case = make_case(petra)
    client = as_(petra)
    for tab in all_tabs():
        if tab.url_name == "cases:case":
            continue
        page = client.get(reverse(tab.url_name, args=[case.number])).content.decode()
        assert f'href="/handleiding/{BY_TAB[tab.url_name].slug}/"' in page, tab.url_name


@pytest.mark.parametrize(
    ("under", "chapter"),
    [
        ("mensen/nieuw/", "mensen"),
        ("toestemming/andere-grondslag/", "toestemming"),
        ("tijdlijn/plakken/", "tijdlijn"),
        ("aanmelding/wijzigen/", "aanmelden"),
    ],
)
def test_a_form_leads_to_the_help_of_its_tab(under: str, chapter: str, petra: Person, as_: As) -> None:
    page = as_(petra).get(f"/casussen/{make_case(petra).number}/{under}").content.decode()
    assert f'href="/handleiding/{chapter}/"' in page


def test_a_list_of_vandaag_and_a_consultation_have_their_help(petra: Person, as_: As) -> None:
    client = as_(petra)
    for address, chapter in (("/vandaag/uit-beeld/", "beginnen"), ("/consultatie/nieuw/", "aanmelden")):
        assert f'href="/handleiding/{chapter}/"' in client.get(address).content.decode(), address


def test_without_a_chapter_the_contents(petra: Person, as_: As) -> None:
    page = as_(petra).get(f"/casussen/{make_case(petra).number}/").content.decode()
    assert "Hulp bij deze bladzijde" not in page and 'href="/handleiding/"' in page
