"""What is true of the rings of any graph."""

from itertools import permutations
from math import prod
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.board.graph import Edge, Graph, Id
from analysis.board.rings import Ring, RingKind, find_rings

from .graphs import graphs, renamed

ALL = 10_000


def turned(ids: tuple[Id, ...]) -> tuple[Id, ...]:
    """The same ring from its lowest id."""
    first = min(range(len(ids)), key=lambda place: str(ids[place]))
    return ids[first:] + ids[:first]


def sets(graph: Graph) -> set[tuple[Id, ...]]:
    return {turned(tuple(node.id for node in ring.nodes)) for ring in find_rings(graph, ALL).rings}


def by_brute_force(graph: Graph) -> set[tuple[Id, ...]]:
    """Every order of every choice of elements that the links lead round."""
    found = set()
    ids = [node.id for node in graph.nodes]
    for size in range(2, len(ids) + 1):
        for order in permutations(ids, size):
            if all(pair in graph.edge_between for pair in zip(order, order[1:] + order[:1], strict=True)):
                found.add(turned(order))
    return found


@given(graphs(largest=5))
def test_exactly_the_simple_cycles(graph: Graph) -> None:
    assert sets(graph) == by_brute_force(graph)


@given(graphs())
def test_no_ring_twice(graph: Graph) -> None:
    assert len(sets(graph)) == len(find_rings(graph, ALL).rings)


@given(graphs())
def test_a_ring_is_closed_and_simple(graph: Graph) -> None:
    for ring in find_rings(graph, ALL).rings:
        assert len({node.id for node in ring.nodes}) == len(ring.nodes) == len(ring.edges)
        ends = [node.id for node in ring.nodes[1:] + ring.nodes[:1]]
        assert [(e.source, e.target) for e in ring.edges] == list(
            zip([n.id for n in ring.nodes], ends, strict=True)
        )


def expected_kind(ring: Ring) -> RingKind:
    if prod(-1 if edge.kind == "dempt" else 1 for edge in ring.edges) == -1:
        return RingKind.BALANCING
    kinds = {node.kind for node in ring.nodes}
    if kinds == {"beschermend"}:
        return RingKind.POSITIVE
    return RingKind.MIXED if "beschermend" in kinds else RingKind.NEGATIVE


@given(graphs())
def test_the_signs_decide(graph: Graph) -> None:
    assert all(ring.kind == expected_kind(ring) for ring in find_rings(graph, ALL).rings)


@given(graphs(), st.randoms(use_true_random=False))
def test_other_ids_give_the_same_rings_in_the_same_order(graph: Graph, random: Random) -> None:
    ids = [node.id for node in graph.nodes]
    names = [f"naam {place}" for place in range(len(ids))]
    random.shuffle(names)
    other = renamed(graph, dict(zip(ids, names, strict=True)))
    here = [[(n.position, n.kind) for n in ring.nodes] for ring in find_rings(graph, ALL).rings]
    there = [[(n.position, n.kind) for n in ring.nodes] for ring in find_rings(other, ALL).rings]
    assert here == there


@given(graphs(), st.data())
def test_one_more_link_takes_no_ring_away(graph: Graph, data: st.DataObject) -> None:
    free = [
        (one.id, other.id)
        for one in graph.nodes
        for other in graph.nodes
        if one is not other and (one.id, other.id) not in graph.edge_between
    ]
    if free:
        source, target = data.draw(st.sampled_from(free))
        more = Graph(graph.nodes, (*graph.edges, Edge("erbij", source, target, "versterkt", 99)))
        assert sets(graph) <= sets(more)


@settings(max_examples=40)
@given(graphs(largest=6, most=20), st.integers(1, 12))
def test_at_most_the_limit_and_told_when_there_are_more(graph: Graph, limit: int) -> None:
    found, total = find_rings(graph, limit), len(find_rings(graph, ALL).rings)
    assert len(found.rings) == min(limit, total)
    assert found.more == (total > limit)
