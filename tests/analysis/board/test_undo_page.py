"""Taking a card away without fear: it is offered back, with everything that hung on it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from analysis.board import actions
from analysis.board.models import Element
from expertteam.access.person import Person
from tests.analysis.board.desk import add_card, analysis_of, board_url, card, make_board, text_of, url

Login = Callable[[Person], Client]


def test_a_card_is_taken_away_and_brought_back_with_its_links(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    one = card(case, "Ligt")
    actions.add_advice(by=petra, analysis=analysis_of(case), text="Rust", life_area="wonen", elements=[one])
    page = text_of(browser.post(url(case, "remove", "kaartje", one.pk), {"version": 1}, follow=True))
    assert "Kaartje weggehaald, met 3 verbanden." in page and "Ongedaan maken" in page
    assert not Element.objects.filter(pk=one.pk).exists()
    what = page.split('name="wat" value="')[1].split('"')[0]
    page = text_of(browser.post(url(case, "board_undo"), {"wat": what}, follow=True))
    assert one.text in page and "Ongedaan maken" not in page
    analysis = analysis_of(case)
    assert analysis.links.count() == 3
    assert [element.pk for element in analysis.advices.get().elements.all()] == [one.pk]


def test_undoing_twice_and_removing_twice_is_harmless(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    one = card(case, "Ligt")
    for _ in range(2):
        page = text_of(browser.post(url(case, "remove", "kaartje", one.pk), {"version": 1}, follow=True))
    assert "al weggehaald" in page
    what = page.split('name="wat" value="')[1].split('"')[0]
    for _ in range(2):
        browser.post(url(case, "board_undo"), {"wat": what})
    assert analysis_of(case).elements.count() == 3


def test_undo_is_offered_for_ten_minutes_and_until_the_next_change(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    with time_machine.travel(timezone.now(), tick=False) as clock:
        browser.post(url(case, "remove", "kaartje", card(case, "Ligt").pk), {"version": 1})
        clock.shift(timedelta(minutes=9))
        assert "Ongedaan maken" in text_of(browser.get(board_url(case)))
        clock.shift(timedelta(minutes=2))
        assert "Ongedaan maken" not in text_of(browser.get(board_url(case)))
        browser.post(url(case, "remove", "kaartje", card(case, "Steeds").pk), {"version": 1})
        add_card(browser, case, "Iets anders")
        assert "Ongedaan maken" not in text_of(browser.get(board_url(case)))


@pytest.mark.parametrize("what", ["", "onzin", "eyJhIjoxfQ:1abc:zzz"])
def test_an_undo_that_is_not_ours_is_refused(petra: Person, as_: Login, what: str) -> None:
    response = as_(petra).post(url(make_board(petra), "board_undo"), {"wat": what}, follow=True)
    assert "kan niet meer ongedaan" in text_of(response)


def test_a_card_changed_meanwhile_is_not_taken_away(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    actions.change_element(by=petra, element=card(case, "Ligt"), text="Ligt nu ergens anders")
    one = card(case, "Ligt nu")
    response = as_(petra).post(url(case, "remove", "kaartje", one.pk), {"version": 1}, follow=True)
    assert "kijk eerst wat er nu staat" in text_of(response)
    assert Element.objects.filter(pk=one.pk).exists()
