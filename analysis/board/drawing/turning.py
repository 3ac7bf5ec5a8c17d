"""Which end of a link stands above: what makes a ring a circle and puts problems above strengths.

Graphviz draws a ring as a chain with one long line back. To get a circle, the links inside a knot of rings are
handed over as if they all led away from the place where the ring was set off, halfway round on either side; a link
from a strength to a problem is handed over upside down. Only the placing is turned: the arrow keeps its direction.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from analysis.board.graph import Edge, Graph, Id


@dataclass(frozen=True)
class Turned:
    """A link as Graphviz gets it: from the upper element to the lower one, or flat when both stand side by side."""

    edge: Edge
    upper: Id
    lower: Id
    flat: bool = False


def turned_by_rings(graph: Graph, part: Sequence[Id], starts: Sequence[Id]) -> list[Turned]:
    """The links of a connected part. `starts`: where its rings were set off, the first ring first."""
    inside = set(part)
    levels = _levels(graph, part, [start for start in starts if start in inside])
    links = []
    for edge in graph.edges:
        if edge.source not in inside:
            continue
        (knot, level), (other_knot, other_level) = levels[edge.source], levels[edge.target]
        upward = is_upside_down(graph, edge) or (knot == other_knot and level > other_level)
        links.append(_turned(edge, upward, flat=knot == other_knot and level == other_level))
    return links


def is_upside_down(graph: Graph, edge: Edge) -> bool:
    """Whether a link leads from a strength to a problem: problems stand above."""
    return graph.by_id[edge.source].is_protective and not graph.by_id[edge.target].is_protective


def turned_by_rows(edges: Iterable[Edge], rows: Mapping[Id, int]) -> list[Turned]:
    """Links for boxes whose rows (a number, the upper one first) are given."""
    return [
        _turned(edge, rows[edge.source] > rows[edge.target], flat=rows[edge.source] == rows[edge.target])
        for edge in edges
    ]


def _turned(edge: Edge, upward: bool, flat: bool) -> Turned:
    upper, lower = (edge.target, edge.source) if upward else (edge.source, edge.target)
    return Turned(edge, upper, lower, flat)


def _levels(graph: Graph, part: Sequence[Id], starts: Sequence[Id]) -> dict[Id, tuple[int, int]]:
    """For every element its knot of rings (a number) and how many steps it stands from where that knot starts."""
    levels: dict[Id, tuple[int, int]] = {}
    for protective in (False, True):
        chosen = [node_id for node_id in part if graph.by_id[node_id].is_protective == protective]
        net: nx.DiGraph[Id] = nx.DiGraph()
        net.add_nodes_from(chosen)
        net.add_edges_from((e.source, e.target) for e in graph.edges if e.source in net and e.target in net)
        for knot in nx.strongly_connected_components(net):
            number = min(graph.rank[node_id] for node_id in knot)
            start = next((start for start in starts if start in knot), graph.nodes[number].id)
            steps = nx.single_source_shortest_path_length(net.subgraph(knot).to_undirected(), start)
            levels |= {node_id: (number, step) for node_id, step in steps.items()}
    return levels
