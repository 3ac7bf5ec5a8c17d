"""Rings: the feedback loops in an analysis, and what each of them does.

Pure: a graph in, rings out. The rules are those of domain.md: a ring reinforces when the product of the signs of
its links is positive. It is then negative when it holds only problem elements, positive when it holds only
protective ones, mixed otherwise. With a negative product it is balancing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from math import prod

import networkx as nx

from analysis.board.graph import Edge, ElementKind, Graph, Id, Node


class RingKind(StrEnum):
    """The class of a ring as it stands in data."""

    NEGATIVE = "negatief"
    POSITIVE = "positief"
    MIXED = "gemengd"
    BALANCING = "dempend"


@dataclass(frozen=True)
class Ring:
    """One ring: `edges[i]` runs from `nodes[i]` to the next node, the last one back to the first."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    kind: RingKind


@dataclass(frozen=True)
class RingSet:
    """The rings of a graph, in the order in which their links were laid. `more`: there are others besides these."""

    rings: tuple[Ring, ...] = ()
    more: bool = False


def find_rings(graph: Graph, limit: int = 500) -> RingSet:
    """Every ring of the graph; when there are more than `limit`, short ones first, and `more` is True.

    The number of rings can explode (a full graph of 40 elements has more than 10^46), so the search stops after
    `limit` + 1. The answer depends on the order of positions only, never on what the ids are.
    """
    ids = [node.id for node in graph.nodes]
    pairs = tuple((graph.rank[edge.source], graph.rank[edge.target]) for edge in graph.edges)
    found, more = _cycles(len(ids), pairs, limit)
    given = _given(graph)
    rings = [_ring(graph, [ids[place] for place in cycle], given) for cycle in found]
    laid = {edge.id: place for place, edge in enumerate(graph.edges)}
    return RingSet(tuple(sorted(rings, key=lambda ring: [laid[edge.id] for edge in ring.edges])), more)


# While people write, words change and the links stay as they are.
@lru_cache(maxsize=128)
def _cycles(count: int, pairs: tuple[tuple[int, int], ...], limit: int) -> tuple[list[list[int]], bool]:
    """The rings as places in the order of the board, and whether there are more than these."""
    net: nx.DiGraph[int] = nx.DiGraph()
    net.add_nodes_from(range(count))
    net.add_edges_from(pairs)
    found = list(islice(nx.simple_cycles(net), limit + 1))
    more = len(found) > limit
    return (_clearest(net, found, limit) if more else found), more


def _clearest(net: "nx.DiGraph[int]", found: list[list[int]], limit: int) -> list[list[int]]:
    """At most `limit` rings out of a graph with more: first the shortest over every link, then the shortest found.

    Long rings explain nothing to anybody, and so no link that lies on a ring is left without one. (All rings in
    order of length would be better still, but that search can take for ever.)
    """
    over_links = (_shortest_over(net, *link) for link in net.edges)
    unique = {tuple(cycle): None for cycle in over_links if cycle}
    unique |= {tuple(_from_lowest(cycle)): None for cycle in sorted(found, key=len)}
    return [list(cycle) for cycle in list(unique)[:limit]]


def _shortest_over(net: "nx.DiGraph[int]", source: int, target: int) -> list[int]:
    try:
        return _from_lowest(nx.shortest_path(net, target, source))
    except nx.NetworkXNoPath:
        return []


def _from_lowest(cycle: list[int]) -> list[int]:
    first = cycle.index(min(cycle))
    return cycle[first:] + cycle[:first]


def _ring(graph: Graph, cycle: list[Id], given: Mapping[Id, list[Node]]) -> Ring:
    first = cycle.index(_start(graph, cycle, given))
    turned = cycle[first:] + cycle[:first]
    nodes = tuple(graph.by_id[node_id] for node_id in turned)
    edges = tuple(graph.edge_between[pair] for pair in zip(turned, turned[1:] + turned[:1], strict=True))
    return Ring(nodes, edges, ring_kind(nodes, edges))


def ring_kind(nodes: Iterable[Node], edges: Iterable[Edge]) -> RingKind:
    """The class of a ring that holds these elements and links."""
    if prod(edge.sign for edge in edges) < 0:
        return RingKind.BALANCING
    protective = {node.is_protective for node in nodes}
    if protective == {True}:
        return RingKind.POSITIVE
    return RingKind.NEGATIVE if protective == {False} else RingKind.MIXED


_SETS_OFF = (ElementKind.ORIGIN, ElementKind.TRIGGER)


def _given(graph: Graph) -> dict[Id, list[Node]]:
    """For every element those that give it more."""
    return {
        node_id: [graph.by_id[edge.source] for edge in edges if edge.sign > 0]
        for node_id, edges in graph.entering.items()
    }


def _start(graph: Graph, cycle: list[Id], given: Mapping[Id, list[Node]]) -> Id:
    """Where the ring was set off: entered from outside by an origin or trigger, else by any + link, else the first."""
    inside = set(cycle)
    outside = {node_id: [node for node in given[node_id] if node.id not in inside] for node_id in cycle}
    entered = [node_id for node_id in cycle if outside[node_id]]
    set_off = [node_id for node_id in entered if any(node.kind in _SETS_OFF for node in outside[node_id])]
    return min(set_off or entered or cycle, key=lambda node_id: graph.rank[node_id])
