"""The manual: every chapter is there for everybody who works here, and every page of a case leads to one."""

from collections.abc import Callable
from types import ModuleType

import pytest
from django.test import Client
from django.urls import reverse

from cases.casefile.tabs import all_tabs
from expertteam.access.person import Person
from expertteam.manual.chapters import BY_TAB, CHAPTERS
from tests.access_matrix import ROWS
from tests.access_rows import documents, matching, providers, retention, search
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


NO_PAGE = {"cases:document_file", "cases:suggest", "cases:places_search"}


@pytest.mark.parametrize("room", [documents, matching, providers, retention, search])
def test_every_page_of_these_rooms_has_its_help(room: ModuleType) -> None:
    """The pages behind the tabs as well: a form is where a question arises."""
    pages = {name for name, row in room.ROWS.items() if not row.only_post}
    assert pages - NO_PAGE - set(BY_TAB) == set()
