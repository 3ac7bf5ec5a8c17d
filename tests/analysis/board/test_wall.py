"""The board on a big screen: the same analysis, nothing to change it with, only for who may read it."""

from collections.abc import Callable

import pytest
from django.test import Client

from analysis.board.actions import add_explanation
from cases.casefile.models import Case
from expertteam.access.person import Person
from tests.analysis.board.desk import analysis_of, board_url, make_board, text_of, url

pytestmark = pytest.mark.django_db
Login = Callable[[Person], Client]


@pytest.fixture
def case(petra: Person) -> Case:
    made = make_board(petra)
    add_explanation(by=petra, analysis=analysis_of(made), text="Druk maakt het erger", certainty="hypothese")
    return made


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("", "Hoe het samenhangt"),
        ("beeld", "Dit houdt het vast"),
        ("kaartjes", "Wat houdt het vast?"),
        ("verklaring", "Druk maakt het erger"),
        ("'; DROP", "Hoe het samenhangt"),
    ],
)
def test_it_shows_what_was_asked(case: Case, petra: Person, as_: Login, shown: str, words: str) -> None:
    assert words in text_of(as_(petra).get(url(case, "wall"), {"toon": shown}))


@pytest.mark.parametrize("shown", ["beeld", "kaartjes", "verklaring"])
def test_nothing_on_it_can_be_changed(case: Case, petra: Person, as_: Login, shown: str) -> None:
    page = text_of(as_(petra).get(url(case, "wall"), {"toon": shown}))
    assert "<form" not in page and "hx-post" not in page and "bd-new" not in page


def test_the_room_reads_a_first_name_only(case: Case, petra: Person, as_: Login) -> None:
    page = text_of(as_(petra).get(url(case, "wall")))
    assert case.young_person.first_name in page
    assert case.young_person.last_name not in page


def test_the_board_leads_to_it(case: Case, petra: Person, as_: Login) -> None:
    assert url(case, "wall") in text_of(as_(petra).get(board_url(case)))
