"""One piece of the board as HTML: the same as on the page, one root with its key, nothing of who looks."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.test import Client

from analysis.board.actions import add_advice, add_explanation
from analysis.board.dissenting import add_dissent
from analysis.board.fragments import DERIVED, fragment, order_of, touched
from analysis.board.queries import Board, board_of
from cases.casefile.models import Case
from expertteam.access.person import Person
from tests.analysis.board.desk import analysis_of, board_url, make_board, text_of

pytestmark = pytest.mark.django_db
Login = Callable[[Person], Client]


@pytest.fixture
def case(petra: Person) -> Case:
    made = make_board(petra)
    analysis = analysis_of(made)
    about = add_explanation(
        by=petra, analysis=analysis, text="Druk maakt het erger <b>", certainty="hypothese"
    )
    add_dissent(
        by=petra, analysis=analysis, explanation=about, said_by="Hassan", text="Rust helpt hem juist niet"
    )
    add_advice(
        by=petra, analysis=analysis, text="Rust", life_area="wonen", elements=[analysis.elements.all()[0]]
    )
    return made


def board(case: Case) -> Board:
    return board_of(case, analysis_of(case))


def keys(case: Case) -> list[str]:
    order = order_of(board(case))
    links = [row.key for row in board(case).link_rows]
    views = [view.key for row in board(case).explanation_rows for view in row.dissents]
    return [*(key for keys in order.values() for key in keys), *links, *views, *DERIVED, "zorg"]


class Roots(HTMLParser):
    """The ids of the outermost elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.depth, self.ids = 0, list[str | None]()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("use", "path", "rect", "polygon", "br", "input"):
            return
        if self.depth == 0:
            self.ids.append(dict(attrs).get("id"))
        self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("use", "path", "rect", "polygon", "br", "input"):
            self.depth -= 1


@pytest.mark.parametrize("may_write", [True, False])
def test_every_fragment_has_one_root_with_its_key(case: Case, may_write: bool) -> None:
    for key in keys(case):
        assert Roots(fragment(board(case), key, may_write, case)).ids == [key]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_the_page_holds_the_same(case: Case, petra: Person, as_: Login) -> None:
    page = squeezed(text_of(as_(petra).get(board_url(case))))
    for key in keys(case):
        assert squeezed(fragment(board(case), key, True, case)) in page


def test_the_page_of_who_may_only_read_too(case: Case, carla: Person, as_: Login) -> None:
    page = squeezed(text_of(as_(carla).get(board_url(case))))
    for key in keys(case):
        assert squeezed(fragment(board(case), key, False, case)) in page


def test_who_may_only_read_gets_nothing_to_change_it_with(case: Case) -> None:
    for key in keys(case):
        found = fragment(board(case), key, False, case)
        assert "hx-get" not in found and "<form" not in found


def test_what_is_not_there_is_empty(case: Case) -> None:
    for key in ("kaartje-999999", "kaartje-x", "raar-1", "kaartje", ""):
        assert fragment(board(case), key, True, case) == ""


def test_texts_are_escaped(case: Case) -> None:
    key = board(case).explanation_rows[0].key
    assert "erger &lt;b&gt;" in fragment(board(case), key, True, case)


def test_a_card_shows_on_the_advice_that_hangs_on_it(case: Case) -> None:
    lies = board(case)
    (advice,) = lies.advice_rows
    assert touched(lies, "kaartje", advice.hung[0].pk) == [f"kaartje-{advice.hung[0].pk}", advice.key]


def test_of_a_link_that_is_gone_all_cards_may_differ(case: Case) -> None:
    lies = board(case)
    assert touched(lies, "verband", 0) == [f"kaartje-{one.pk}" for one in lies.elements]


def test_a_link_is_counted_on_both_its_cards(case: Case) -> None:
    lies = board(case)
    row = lies.link_rows[0]
    assert touched(lies, "verband", row.link.pk) == [f"kaartje-{row.source.pk}", f"kaartje-{row.target.pk}"]
