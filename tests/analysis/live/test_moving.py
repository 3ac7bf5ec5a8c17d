"""The order of cards is shared: a move says after which card, so that two people who move at once both get it."""

from collections.abc import Callable

import pytest
from django.test import Client

from analysis.board import actions
from analysis.board.models import Analysis, Element
from cases.casefile.models import Case
from expertteam.access.person import Person
from tests.analysis.board.desk import HTMX, analysis_of, make_board, url
from tests.cases.at_once import all_at_once

Login = Callable[[Person], Client]


def fill(by: Person, analysis: Analysis) -> list[Element]:
    return [
        actions.add_element(by=by, analysis=analysis, kind="klacht", domain="gezin", text=letter)
        for letter in "abcdef"
    ]


def order(case: Case) -> str:
    return "".join(
        Element.objects.filter(analysis__case=case, text__regex="^.$").values_list("text", flat=True)
    )


def move(browser: Client, case: Case, one: Element, after: int | str, **more: str) -> None:
    browser.post(url(case, "move", "kaartje", one.pk), {"na": after, **more}, headers=HTMX)


def test_after_another_card(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    a, b, c, d, *_ = fill(petra, analysis_of(case))
    move(browser, case, d, a.pk)
    assert order(case) == "adbcef"
    move(browser, case, c, "")
    assert order(case) == "cadbef"
    move(browser, case, b, "onzin")
    assert order(case) == "bcadef"


def test_after_a_card_that_went_is_behind_the_others(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    a, b, c, *_ = fill(petra, analysis_of(case))
    actions.remove_element(by=petra, element=b)
    move(browser, case, a, b.pk)
    assert order(case) == "cdefa"


def test_to_another_column_after_a_card_there(petra: Person, as_: Login) -> None:
    case, browser = make_board(petra), as_(petra)
    a, b, *_ = fill(petra, analysis_of(case))
    move(browser, case, a, "", soort="in_stand_houdend")
    move(browser, case, b, a.pk, soort="in_stand_houdend")
    kept = Element.objects.filter(analysis__case=case, kind="in_stand_houdend").values_list("text", flat=True)
    assert list(kept)[:2] == ["a", "b"]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_at_once_both_stand_where_they_were_put(petra: Person) -> None:
    analysis = analysis_of(make_board(petra))
    a, b, c, d, e, f = fill(petra, analysis)
    pairs = [(f, a), (e, b)]
    all_at_once(lambda n: actions.move_element(by=petra, element=pairs[n][0], after=pairs[n][1].pk), 2)
    assert order(analysis.case) == "afbecd"
