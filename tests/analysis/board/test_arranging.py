"""When the picture of a board is put in order: when it has grown by half, and never because of words."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from analysis.board.actions import add_element, add_link, change_element, remove_element, remove_link
from analysis.board.graph import Id
from analysis.board.models import Analysis, Element
from analysis.board.queries import board_of
from analysis.live.undoing import undo_step
from cases.casefile.models import Case
from expertteam.access.person import Person
from tests.factories import make_case


class Growing:
    """A board to which cards and links are added one by one."""

    def __init__(self, by: Person, case: Case) -> None:
        self.by, self.case = by, case
        self.analysis = Analysis.objects.create(case=case)
        self.cards = [self.card(place) for place in range(8)]

    def card(self, place: int) -> Element:
        kinds = ("klacht", "in_stand_houdend", "ontstaan")
        return add_element(
            by=self.by, analysis=self.analysis, kind=kinds[place % 3], domain="gezin", source="ouder",
            text=f"Kaartje {place}",
        )  # fmt: skip

    def link(self, source: int, target: int) -> Any:
        ends = {"source": self.cards[source], "target": self.cards[target]}
        return add_link(by=self.by, analysis=self.analysis, kind="versterkt", **ends)

    @property
    def put_in_order_at(self) -> int:
        self.analysis.refresh_from_db()
        return self.analysis.arranged.get("links", 0)

    def middles(self) -> dict[Id, tuple[float, float]]:
        self.analysis.refresh_from_db()
        drawing = board_of(self.case, self.analysis).drawing
        return {node.id: (node.box.x, node.box.y) for node in drawing.nodes}


@pytest.fixture
def growing(petra: Person) -> Growing:
    return Growing(petra, make_case(petra))


CHAIN = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2), (5, 3), (6, 5), (7, 6)]


def test_it_is_put_in_order_when_there_is_half_as_much_again(growing: Growing) -> None:
    moments = []
    for pair in CHAIN:
        growing.link(*pair)
        moments.append(growing.put_in_order_at)
    assert moments == [0, 2, 2, 2, 5, 5, 5, 5, 9]


def test_in_between_nobody_has_to_look_for_a_card(growing: Growing) -> None:
    links = [growing.link(*pair) for pair in CHAIN]
    before = growing.middles()
    growing.link(0, 4)
    growing.link(7, 0)
    assert growing.middles() == before
    remove_link(by=growing.by, link=links[3])
    assert growing.middles() == before
    undo_step(by=growing.by, analysis=growing.analysis)
    assert growing.middles() == before
    assert growing.put_in_order_at == 9


def test_words_ask_nothing_of_the_picture(
    growing: Growing, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for pair in CHAIN:
        growing.link(*pair)
    with django_assert_max_num_queries(30) as asked:
        change_element(by=growing.by, element=growing.cards[0], text="Andere woorden", version=1)
    written = [one["sql"] for one in asked if one["sql"].startswith("UPDATE")]
    assert written and not any("arranged" in sql for sql in written)
    assert not any("COUNT(*)" in one["sql"] for one in asked)


def test_a_board_that_lost_half_is_put_in_order_again(growing: Growing) -> None:
    for pair in CHAIN:
        growing.link(*pair)
    remove_element(by=growing.by, element=growing.cards[2])
    assert growing.put_in_order_at == 9, "five of nine are left"
    remove_element(by=growing.by, element=growing.cards[3])
    assert growing.put_in_order_at == 3
    gone = {growing.cards[2].pk, growing.cards[3].pk}
    growing.analysis.refresh_from_db()
    assert gone.isdisjoint(node for node, *_ in growing.analysis.arranged["places"])


def test_a_board_without_links_asks_nothing(growing: Growing) -> None:
    remove_element(by=growing.by, element=growing.cards[7])
    growing.analysis.refresh_from_db()
    assert growing.analysis.arranged == {}


def test_a_board_that_was_never_put_in_order_is_drawn_all_the_same(growing: Growing) -> None:
    for pair in CHAIN:
        growing.link(*pair)
    before = growing.middles()
    Analysis.objects.update(arranged={})
    assert growing.middles() == before
    growing.analysis.refresh_from_db()
    growing.link(0, 4)
    assert growing.middles() == before, "nor does its first new link move anything"
