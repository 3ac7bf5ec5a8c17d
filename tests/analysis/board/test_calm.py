"""The picture is calm: what stood somewhere stays there when links and cards come and go."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.board.drawing.placing import connected_parts
from analysis.board.graph import Edge, Graph, Id, Node, Place
from analysis.board.picture import Picture, put_in_order
from analysis.board.rings import find_rings

from .drawings import apart, behind_a_box, boxes, drawn, hold_arrows_together, hold_boxes_apart
from .graphs import bankzitter, graphs, small

Point = tuple[float, float]


def kept(graph: Graph) -> Graph:
    """The graph with its boxes put where the picture has them."""
    return replace(graph, places=put_in_order(graph, find_rings(graph)))


def with_link(graph: Graph, source: Id, target: Id, kind: str = "versterkt") -> Graph:
    last = max((edge.position for edge in graph.edges), default=0)
    return replace(graph, edges=(*graph.edges, Edge(f"{source}→{target}", source, target, kind, last + 1)))


def middles(picture: Picture) -> dict[Id, Point]:
    return {node: (box.x, box.y) for node, box in boxes(picture).items()}


def apart_from_each_other(before: Graph, after: Graph, nodes: Sequence[Id]) -> float:
    """How many px these boxes moved towards or from each other; that all of them move together does not count."""
    old, new = middles(drawn(before)), middles(drawn(after))
    shifts = [(new[node][0] - old[node][0], new[node][1] - old[node][1]) for node in nodes]
    return max(abs(one - other) for axis in zip(*shifts, strict=True) for one in axis for other in axis)


def test_put_in_order_it_looks_as_it_would_from_nothing() -> None:
    assert drawn(kept(bankzitter())) == drawn(bankzitter())


def unlinked() -> list[tuple[Id, Id]]:
    graph = bankzitter()
    pairs = [(one.id, other.id) for one in graph.nodes for other in graph.nodes if one is not other]
    return [pair for pair in pairs if pair not in graph.edge_between][::9]


@pytest.mark.parametrize("pair", unlinked(), ids="→".join)  # type: ignore[arg-type]
def test_a_link_more_moves_no_box(pair: tuple[Id, Id]) -> None:
    graph = kept(bankzitter())
    more = with_link(graph, *pair)
    assert middles(drawn(more)) == middles(drawn(graph))
    assert behind_a_box(more, drawn(more)) == []


@pytest.mark.parametrize("place", range(15))
def test_a_link_less_moves_at_most_the_card_that_is_loose_now(place: int) -> None:
    graph = kept(bankzitter())
    less = replace(graph, edges=graph.edges[:place] + graph.edges[place + 1 :])
    joined, loose = connected_parts(less)
    for part in joined:
        assert apart_from_each_other(graph, less, part) < 20, "a row may be a line of text lower"
    assert len(joined) + len(loose) <= 2


def test_other_words_leave_every_box_in_its_row() -> None:
    graph = kept(bankzitter())
    longer = [replace(node, text=node.text + " en dat al jaren") for node in graph.nodes]
    before, after = middles(drawn(graph)), middles(drawn(replace(graph, nodes=tuple(longer))))
    assert all(abs(after[node][0] - x) < 60 for node, (x, _) in before.items())
    order = sorted(before, key=lambda node: before[node][1])
    assert all(
        after[one][1] <= after[other][1] + 1 for one, other in pairwise(order) if before[one][1] < before[other][1]
    )  # fmt: skip


def test_a_card_that_is_linked_comes_beside_the_other_end() -> None:
    graph = kept(bankzitter())
    new = Node("i9", "Slaapt slecht", "in_stand_houdend", "gezin", "", 99)
    more = with_link(replace(graph, nodes=(*graph.nodes, new)), "k1", "i9")
    assert apart_from_each_other(graph, more, [node.id for node in graph.nodes]) < 1
    after = middles(drawn(more))
    assert abs(after["i9"][0] - after["k1"][0]) < 450 and 0 < after["i9"][1] - after["k1"][1] < 250


def test_a_card_keeps_the_place_its_first_link_gave_it() -> None:
    graph = kept(small("k1>i1", "i1>k2", "k2>k1", "i1>u1"))
    new = Node("b1", "Sport", "beschermend", "gezin", "", 9)
    one = with_link(replace(graph, nodes=(*graph.nodes, new)), "b1", "k1", "dempt")
    two = with_link(one, "b1", "u1", "dempt")
    assert middles(drawn(two)) == middles(drawn(one))
    assert middles(drawn(one))["b1"][1] > middles(drawn(one))["k1"][1], "strengths below"


@pytest.mark.parametrize("x", [88.4, 56.9, -56.4, 0.1])
def test_there_is_room_for_every_card_round_one(x: float) -> None:
    names = [f"i{place}" for place in range(14)]
    known = small(*(f"{name}>k1" for name in names))
    places = (Place("k1", 0, 1, x), *(Place(name, 0, 0, x + 210 * n) for n, name in enumerate(names[:8])))
    picture = drawn(replace(known, places=places))
    found = boxes(picture).values()
    assert len(found) == 15 and all(apart(one, other) for one, other in combinations(found, 2))


def test_two_parts_that_are_joined_leave_the_larger_one_as_it_is() -> None:
    graph = kept(small("k1>i1", "i1>k2", "k2>k1", "i1>u1", "k8>i8"))
    assert apart_from_each_other(graph, with_link(graph, "u1", "k8"), ["k1", "i1", "k2", "u1"]) < 1


def test_what_mostly_is_new_is_put_in_order_as_a_whole() -> None:
    graph = small("k1>i1")
    grown = small("k1>i1", "i1>k2", "k2>k3", "k3>k4", "k4>k5", "k5>k1")
    assert middles(drawn(replace(grown, places=kept(graph).places))) == middles(drawn(grown))


@given(graphs(largest=9, most=20), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_however_it_grows_boxes_stand_apart_and_arrows_reach_them(graph: Graph, data: st.DataObject) -> None:
    known = data.draw(st.integers(0, len(graph.edges)))
    grown = replace(graph, places=kept(replace(graph, edges=graph.edges[:known])).places)
    picture = drawn(grown)
    hold_boxes_apart(picture)
    hold_arrows_together(graph, picture)


@given(graphs(largest=9, most=20), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_link_within_a_part_moves_nothing_in_it(graph: Graph, data: st.DataObject) -> None:
    graph = kept(graph)
    free = [
        (one, other)
        for part in connected_parts(graph)[0]
        for one in part
        for other in part
        if one != other and (one, other) not in graph.edge_between
    ]
    if not free:
        return
    pair = data.draw(st.sampled_from(free))
    part = next(part for part in connected_parts(graph)[0] if pair[0] in part)
    assert apart_from_each_other(graph, with_link(graph, *pair), part) < 1
