"""Rings: those of the invented case, where they start, their order, their class, and that the search ends."""

from time import perf_counter

import pytest

from analysis.board.graph import Edge, Graph
from analysis.board.rings import RingSet, find_rings

from .graphs import BANKZITTER, bankzitter, complete, small


def ids(found: RingSet) -> list[list[str]]:
    return [[str(node.id) for node in ring.nodes] for ring in found.rings]


def kind(*links: str) -> str:
    (ring,) = find_rings(small(*links)).rings
    return ring.kind


def test_the_invented_case() -> None:
    found = find_rings(bankzitter())
    assert ids(found) == BANKZITTER["verwacht"]["kringen"]
    assert [ring.kind for ring in found.rings] == BANKZITTER["verwacht"]["kringen_soort"]
    assert not found.more


def test_links_of_a_ring_follow_its_elements() -> None:
    (ring, _, _) = find_rings(bankzitter()).rings
    assert [(edge.source, edge.target) for edge in ring.edges] == [
        ("i2", "k1"), ("k1", "i3"), ("i3", "i1"), ("i1", "i2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        (("k1>i1", "i1>k1"), "negatief"),
        (("o1>u1", "u1>k1", "k1>o1"), "negatief"),
        (("k1-i1", "i1-k1"), "negatief"),
        (("b1>b2", "b2>b1"), "positief"),
        (("b1-b2", "b2-b1"), "positief"),
        (("b1>k1", "k1>b1"), "gemengd"),
        (("b1-k1", "k1-b1"), "gemengd"),
        (("b1-k1", "k1>b1"), "dempend"),
        (("k1-i1", "i1>k1"), "dempend"),
        (("b1-b2", "b2-b3", "b3-b1"), "dempend"),
    ],
)
def test_class_of_a_ring(links: tuple[str, ...], expected: str) -> None:
    assert kind(*links) == expected


@pytest.mark.parametrize(
    ("links", "start"),
    [
        (("k1>i1", "i1>k1"), "k1"),
        (("k1>i1", "i1>k1", "o1>i1"), "i1"),
        (("k1>i1", "i1>k1", "u1>i1"), "i1"),
        (("k1>i1", "i1>k1", "i9>i1"), "i1"),
        (("k1>i1", "i1>k1", "o1-i1"), "k1"),
        (("k1>i1", "i1>k1", "i9>k1", "o1>i1"), "i1"),
        (("k1>i1", "i1>k1", "o1>i1", "u1>k1"), "k1"),
        (("o1>i1", "i1>o1"), "o1"),
    ],
    ids=[
        "nothing enters: first on the board", "origin", "trigger", "any + link", "a damping link sets nothing off",
        "origin before another", "two origins: first on the board", "an origin inside does not enter",
    ],
)  # fmt: skip
def test_where_a_ring_was_set_off(links: tuple[str, ...], start: str) -> None:
    (ring,) = find_rings(small(*links)).rings
    assert ring.nodes[0].id == start


def test_order_in_which_the_links_were_laid() -> None:
    assert ids(find_rings(small("k3>k4", "k1>k2", "k2>k1", "k4>k3"))) == [["k3", "k4"], ["k1", "k2"]]


def test_no_rings() -> None:
    assert find_rings(Graph()) == RingSet()
    assert find_rings(small("o1>k1", "k1>k2", "o1>k2")) == RingSet()


def test_exactly_the_limit_is_all_of_them() -> None:
    assert not find_rings(complete(3), limit=5).more
    assert find_rings(complete(3), limit=4).more


def diamonds(number: int) -> Graph:
    """A ring with `number` forks: 2 to the power `number` rings, none of them short."""
    links = []
    for place in range(number):
        here, onward = f"k{place}", f"k{(place + 1) % number}"
        links += [f"{here}>i{place}", f"{here}>u{place}", f"i{place}>{onward}", f"u{place}>{onward}"]
    return small(*links)


def layers(wide: int, deep: int) -> Graph:
    links = [f"k{row}x{a}>k{row + 1}x{b}" for row in range(deep) for a in range(wide) for b in range(wide)]
    return small(*links, *(f"k{deep}x{a}>k0x0" for a in range(wide)))


@pytest.mark.parametrize(
    "graph", [complete(40), diamonds(60), layers(6, 6)], ids=["complete", "diamonds", "layers"]
)
def test_a_search_that_would_never_end_stops(graph: Graph) -> None:
    started = perf_counter()
    found = find_rings(graph)
    assert perf_counter() - started < 5
    assert found.more
    assert len(found.rings) == 500
    assert len({frozenset(edge.id for edge in ring.edges) for ring in found.rings}) == 500
    assert found == find_rings(graph)


def test_with_too_many_rings_every_link_of_a_ring_keeps_its_shortest() -> None:
    found = find_rings(diamonds(10))
    covered = {edge.id for ring in found.rings for edge in ring.edges}
    assert covered == {edge.id for edge in diamonds(10).edges}
    assert min(len(ring.nodes) for ring in find_rings(complete(12)).rings) == 2


def test_same_positions_are_read_in_the_order_given() -> None:
    graph = bankzitter()
    flat = Graph(
        tuple(graph.nodes),
        tuple(Edge(edge.id, edge.source, edge.target, edge.kind, 0) for edge in graph.edges),
    )
    assert ids(find_rings(flat)) == BANKZITTER["verwacht"]["kringen"]
