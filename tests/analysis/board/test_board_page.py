"""Seeing the board: who may, what stands on it, and that it costs the same for one card as for sixty."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from analysis.board import actions
from analysis.board.models import Advice, Element, Explanation, Link
from cases.casefile.actions import grant_case
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.analysis.board.desk import board_url, card, make_board, text_of, url
from tests.factories import make_case

Login = Callable[[Person], Client]


def test_the_cards_stand_in_their_columns(petra: Person, as_: Login) -> None:
    page = text_of(as_(petra).get(board_url(make_board(petra))))
    places = [page.index(words) for words in ("Wat zien we?", "Ligt de hele dag", "Waar begon het?")]
    assert places == sorted(places)
    assert "zegt een ouder" in page
    assert "Hoe het samenhangt" in page


def test_the_young_person_is_called_by_name(petra: Person, as_: Login) -> None:
    case = make_board(petra, first_name="Fenna")
    actions.change_element(by=petra, element=card(case, "Ligt"), source="jeugdige")
    assert "zegt Fenna" in text_of(as_(petra).get(board_url(case)))


def test_the_ring_is_read_out_and_numbered_as_in_the_picture(petra: Person, as_: Login) -> None:
    page = text_of(as_(petra).get(board_url(make_board(petra))))
    assert 'class="bd-ring bd-ring--negatief" data-ring="1"' in page
    assert 'class="picture__ring picture__ring--negatief" data-ring="1"' in page
    assert "Dit houdt het vast" in page


def test_what_is_not_round_is_said_with_a_way_to_it(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    page = text_of(as_(petra).get(board_url(case)))
    assert "komt in geen advies terug" in page
    assert f'href="#kaartje-{card(case, "Steeds").pk}"' in page


def test_what_is_round_is_said_too(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    analysis = actions.analysis_of(case)
    actions.add_explanation(by=petra, analysis=analysis, text="Druk", certainty="hypothese")
    hook = card(case, "Steeds")
    actions.add_advice(by=petra, analysis=analysis, text="Rust", life_area="wonen", elements=[hook])
    assert "Het is rond" in text_of(as_(petra).get(board_url(case)))


def test_an_empty_board_says_how_to_begin(petra: Person, as_: Login) -> None:
    page = text_of(as_(petra).get(board_url(make_case(petra))))
    assert "Hier komt te staan hoe het samenhangt" in page
    assert "Nieuw kaartje" in page
    assert "Nog niet rond" not in page


def test_reading_is_traced_once(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    as_(petra).get(board_url(case))
    event = AuditEvent.objects.get(event="analysis.read")
    assert (event.case_number, event.user) == (case.number, petra.user)


def test_an_expert_sees_and_changes_only_a_case_given_to_them(
    petra: Person, emre: Person, as_: Login
) -> None:
    case = make_board(petra)
    assert as_(emre).get(board_url(case)).status_code == 403
    grant_case(by=petra, case=case, user=emre.user)
    assert "Nieuw kaartje" in text_of(as_(emre).get(board_url(case)))


def test_the_secretary_is_told_no_and_an_outsider_nothing(
    petra: Person, sietske: Person, fokke: Person, as_: Login
) -> None:
    case = make_board(petra)
    assert as_(sietske).get(board_url(case)).status_code == 403
    assert as_(fokke).get(board_url(case)).status_code == 404
    assert as_(fokke).post(url(case, "new", "kaartje"), {"text": "x"}).status_code == 404


def test_the_coordinator_reads_and_finds_nothing_to_press(petra: Person, carla: Person, as_: Login) -> None:
    case = make_board(petra)
    page = text_of(as_(carla).get(board_url(case)))
    assert "Ligt de hele dag" in page
    assert "Nieuw kaartje" not in page and "Wijzig" not in page
    assert as_(carla).post(url(case, "new", "kaartje"), {"text": "x"}).status_code == 403


def test_the_list_holds_everything_in_words(petra: Person, as_: Login) -> None:
    case = make_board(petra)
    page = text_of(as_(petra).get(url(case, "board_list")))
    for words in (
        "Ligt de hele dag op de bank",
        "” dempt “",
        "Dit houdt het vast",
        "Op het bord: 3 kaartjes",
    ):
        assert words in page


def test_a_board_without_cards_is_a_list_without_words(petra: Person, as_: Login) -> None:
    page = text_of(as_(petra).get(url(make_case(petra), "board_list")))
    assert "Nog geen verbanden" in page


@pytest.mark.parametrize("name", ["board", "board_list"])
def test_one_card_costs_as_many_queries_as_sixty(
    petra: Person, as_: Login, django_assert_num_queries: Any, name: str
) -> None:
    few, many = make_case(petra), make_case(petra, first_name="Fenna")
    _fill(few, cards=1)
    _fill(many, cards=60)
    browser = as_(petra)
    browser.get(url(few, name))
    with django_assert_num_queries(_count(browser, url(few, name))):
        browser.get(url(many, name))


def _count(browser: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        browser.get(address)
    return len(queries)


def _fill(case: Any, cards: int) -> None:
    analysis = actions.analysis_of(case)
    kinds = ["klacht", "ontstaan", "in_stand_houdend", "beschermend"]
    made = Element.objects.bulk_create(
        Element(analysis=analysis, kind=kinds[n % 4], domain="gezin", text=f"Kaartje {n}", position=n)
        for n in range(cards)
    )
    Link.objects.bulk_create(
        Link(analysis=analysis, source=one, target=other, kind="dempt", position=one.position)
        for one, other in zip(made, made[1:], strict=False)
    )
    for n in range(cards):
        Advice.objects.create(analysis=analysis, text=f"Advies {n}", life_area="gezin").elements.set(
            made[n : n + 2]
        )
    Explanation.objects.bulk_create(
        Explanation(analysis=analysis, text=f"Uitleg {n}", certainty="getoetst") for n in range(cards)
    )
