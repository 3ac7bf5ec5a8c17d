"""Bringing back through the pages: first what will change, then the button."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from analysis.board.actions import add_element, change_element, remove_element
from analysis.board.models import Analysis, Element
from analysis.versions.actions import fix_version
from analysis.versions.stands import key_of
from cases.casefile.actions import grant_case
from expertteam.access.person import Person

from .desk import card, make_board, text_of, url

pytestmark = pytest.mark.django_db
As = Callable[[Person], Client]


@pytest.fixture
def analysis(petra: Person) -> Analysis:
    return make_board(petra)


def form_in(page: Any) -> dict[str, str]:
    """The hidden fields of the form that brings back."""
    found = re.findall(r'name="(van|gezien)" value="([^"]*)"', text_of(page))
    return dict(found)


def test_the_whole_comes_back_and_that_can_be_undone(petra: Person, as_: As, analysis: Analysis) -> None:
    browser, case = as_(petra), analysis.case
    fix_version(by=petra, analysis=analysis, why="besproken")
    change_element(by=petra, element=card(analysis, "Ligt"), text="Heel anders")
    page = browser.get(url(case, "version_restore", van="v1"))
    assert "Terugzetten: 1 ding verandert" in text_of(page) and card(analysis, "Heel anders")
    done = browser.post(url(case, "version_restore"), form_in(page), follow=True)
    assert "De analyse is weer zoals die was: versie 1" in text_of(done) and card(
        analysis, "Ligt de hele dag"
    )
    assert "Bewaard vlak voor het terugzetten" in text_of(done)
    back = browser.get(url(case, "version_restore", van="v2"))
    browser.post(url(case, "version_restore"), form_in(back))
    assert card(analysis, "Heel anders")


def test_a_double_click_and_two_tabs(petra: Person, as_: As, analysis: Analysis) -> None:
    browser, case = as_(petra), analysis.case
    fix_version(by=petra, analysis=analysis, why="besproken")
    bank = change_element(by=petra, element=card(analysis, "Ligt"), text="Heel anders")
    form = form_in(browser.get(url(case, "version_restore", van="v1")))
    change_element(by=petra, element=bank, text="In een ander tabblad")
    late = browser.post(url(case, "version_restore"), form)
    assert late.status_code == 409 and "Intussen is er iets veranderd" in text_of(late)
    assert card(analysis, "In een ander tabblad")
    form = form_in(late)
    assert browser.post(url(case, "version_restore"), form).status_code == 302
    again = browser.post(url(case, "version_restore"), form)
    assert again.status_code == 409 and "nu precies zo" in text_of(again)


@pytest.mark.parametrize("seen", ["", "x", "-1", "99999999999"])
def test_who_saw_nothing_changes_nothing(petra: Person, as_: As, analysis: Analysis, seen: str) -> None:
    fix_version(by=petra, analysis=analysis, why="besproken")
    change_element(by=petra, element=card(analysis, "Ligt"), text="Heel anders")
    answer = as_(petra).post(url(analysis.case, "version_restore"), {"van": "v1", "gezien": seen})
    assert answer.status_code == 409 and card(analysis, "Heel anders")


def test_who_is_working_is_named_first(petra: Person, emre: Person, as_: As, analysis: Analysis) -> None:
    fix_version(by=petra, analysis=analysis, why="besproken")
    grant_case(by=petra, case=analysis.case, user=emre.user)
    add_element(by=emre, analysis=analysis, kind="klacht", domain="gezin", text="Ruzie")
    assert "Emre Kaya schreef in de laatste" in text_of(
        as_(petra).get(url(analysis.case, "version_restore", van="v1"))
    )


def test_a_card_that_was_taken_away_comes_back(petra: Person, as_: As, analysis: Analysis) -> None:
    browser, case, bank = as_(petra), analysis.case, card(analysis, "Ligt")
    then = key_of(timezone.now())
    remove_element(by=petra, element=bank)
    where = url(case, "version_restore_part", "kaartje", bank.pk)
    page = browser.get(f"{where}?van={then}")
    assert "Deze verbanden komen terug" in text_of(page) and not Element.objects.filter(pk=bank.pk).exists()
    done = browser.post(where, form_in(page))
    assert done.status_code == 302 and done["Location"].endswith(f"#kaartje-{bank.pk}")
    assert Element.objects.get(pk=bank.pk).outgoing.count() == 1
    again = browser.post(where, form_in(page))
    assert again.status_code == 409


def test_a_card_that_changed_meanwhile_is_left_alone(petra: Person, as_: As, analysis: Analysis) -> None:
    browser, case, bank = as_(petra), analysis.case, card(analysis, "Ligt")
    then = key_of(timezone.now())
    change_element(by=petra, element=bank, text="Anders")
    where = url(case, "version_restore_part", "kaartje", bank.pk)
    form = form_in(browser.get(f"{where}?van={then}"))
    change_element(by=petra, element=bank, text="Nog anders")
    late = browser.post(where, form)
    assert late.status_code == 409 and "Nog niet teruggezet" in text_of(late)
    assert browser.post(where, form_in(late)).status_code == 302
    assert card(analysis, "Ligt de hele dag")


def test_now_is_nothing_to_go_back_to(petra: Person, as_: As, analysis: Analysis) -> None:
    browser, case, bank = as_(petra), analysis.case, card(analysis, "Ligt")
    assert browser.get(url(case, "version_restore", van="nu")).status_code == 404
    assert browser.get(url(case, "version_restore_part", "kaartje", bank.pk, van="nu")).status_code == 404
    new = add_element(by=petra, analysis=analysis, kind="klacht", domain="gezin", text="Ruzie")
    early = url(case, "version_restore_part", "kaartje", new.pk, van="t1000000000")
    assert browser.get(early).status_code == 404
