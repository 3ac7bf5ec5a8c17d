"""Where the boxes stand: problems above, strengths below, a ring as a circle and not as a long chain.

Graphviz draws a ring as a chain with one long line back. To get a circle, the links inside a knot of rings are
handed over as if they all led away from the place where the ring was set off, halfway round on either side; a link
from a strength to a problem is handed over upside down. Only the placing is turned: the arrow keeps its direction.
No text of people goes to Graphviz, only numbers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from analysis.board.drawing.graphviz import Point, lay_out
from analysis.board.graph import Edge, Graph, Id

PER_INCH = 72
_GRAPH = "graph [rankdir=TB, nodesep=0.38, ranksep=0.66, nslimit=4, nslimit1=4, mclimit=1.5]"
_MANY_LINKS = 220
_STACK = 3
_ROOM = 36


@dataclass(frozen=True)
class Size:
    width: float
    height: float


@dataclass(frozen=True)
class Turned:
    """A link as Graphviz gets it: from the upper element to the lower one, or flat when both stand side by side."""

    edge: Edge
    upper: Id
    lower: Id
    flat: bool = False


@dataclass(frozen=True)
class Placed:
    """One connected part of the picture: its size, the middles of its boxes, and the course of its links."""

    width: float
    height: float
    middles: Mapping[Id, Point]
    links: tuple[Turned, ...]
    courses: Mapping[Id, tuple[Point, ...]]

    def edge_back(self, link: Turned) -> Id | None:
        """The link between the same two elements the other way round, if there is one."""
        ends = (link.edge.target, link.edge.source)
        return next((other.edge.id for other in self.links if (other.edge.source, other.edge.target) == ends), None)


def connected_parts(graph: Graph) -> tuple[list[list[Id]], list[Id]]:
    """The parts that hang together, in the order of the board, parts of strengths only last; and the loose ones."""
    net = nx.Graph()
    net.add_nodes_from(node.id for node in graph.nodes)
    net.add_edges_from((edge.source, edge.target) for edge in graph.edges)
    parts = [sorted(part, key=graph.rank.__getitem__) for part in nx.connected_components(net)]
    loose = [part[0] for part in parts if len(part) == 1]
    joined = [part for part in parts if len(part) > 1]
    joined.sort(key=lambda part: (all(graph.by_id[i].is_protective for i in part), graph.rank[part[0]]))
    return joined, loose


def place_part(graph: Graph, part: list[Id], starts: Iterable[Id], sizes: Mapping[Id, Size]) -> Placed:
    """Lay out one connected part. `starts`: where its rings were set off, the first ring first."""
    inside = set(part)
    edges = [edge for edge in graph.edges if edge.source in inside]
    links = _turned(graph, part, edges, [start for start in starts if start in inside])
    layout = lay_out(_dot(graph, part, links, sizes))
    names = {f"n{graph.rank[node_id]}": node_id for node_id in part}
    courses = {link.edge.id: layout.courses[f"e{place}"] for place, link in enumerate(links) if f"e{place}" in layout.courses}
    middles = {names[name]: middle for name, middle in layout.middles.items() if name in names}
    return Placed(layout.width, layout.height, middles, tuple(links), courses)


def _turned(graph: Graph, part: list[Id], edges: list[Edge], starts: list[Id]) -> list[Turned]:
    levels = _levels(graph, part, starts)
    links = []
    for edge in edges:
        (knot, level), (other_knot, other_level) = levels[edge.source], levels[edge.target]
        upward = graph.by_id[edge.source].is_protective and not graph.by_id[edge.target].is_protective
        upward = upward or (knot == other_knot and level > other_level)
        ends = (edge.target, edge.source) if upward else (edge.source, edge.target)
        links.append(Turned(edge, *ends, flat=knot == other_knot and level == other_level))
    return links


def _levels(graph: Graph, part: list[Id], starts: list[Id]) -> dict[Id, tuple[int, int]]:
    """For every element its knot of rings (a number) and how many steps it stands from where that knot starts."""
    levels: dict[Id, tuple[int, int]] = {}
    for protective in (False, True):
        same = [node_id for node_id in part if graph.by_id[node_id].is_protective == protective]
        net = nx.DiGraph()
        net.add_nodes_from(same)
        chosen = set(same)
        net.add_edges_from((e.source, e.target) for e in graph.edges if {e.source, e.target} <= chosen)
        for knot in nx.strongly_connected_components(net):
            number = min(graph.rank[node_id] for node_id in knot)
            start = next((s for s in starts if s in knot), graph.nodes[number].id)
            steps = nx.single_source_shortest_path_length(net.subgraph(knot).to_undirected(), start)
            levels |= {node_id: (number, step) for node_id, step in steps.items()}
    return levels


def _dot(graph: Graph, part: list[Id], links: list[Turned], sizes: Mapping[Id, Size]) -> str:
    lines = [_GRAPH, "node [shape=box, fixedsize=true, label=\"\"]", "edge [arrowhead=none]"]
    if len(links) > _MANY_LINKS:
        lines.append("graph [splines=line]")
    sideways = {node_id for link in links if link.flat for node_id in (link.upper, link.lower)}
    for node_id in part:
        width, height = sizes[node_id].width + (_ROOM if node_id in sideways else 0), sizes[node_id].height
        lines.append(f"n{graph.rank[node_id]} [width={width / PER_INCH:.4f}, height={height / PER_INCH:.4f}]")
    lengths = _stacked(graph, part)
    drawn_flat: set[frozenset[Id]] = set()
    for place, link in enumerate(links):
        upper, lower = (f"n{graph.rank[node_id]}" for node_id in (link.upper, link.lower))
        if link.flat:
            lines.append(f"{{rank=same; {upper}; {lower}}}")
            pair = frozenset((link.upper, link.lower))
            if pair in drawn_flat:
                continue
            drawn_flat.add(pair)
        lines.append(f"{upper} -> {lower} [id=e{place}, minlen={lengths.get(link.edge.id, 1)}]")
    return "digraph {\n" + "\n".join(lines) + "\n}"


def _stacked(graph: Graph, part: list[Id]) -> dict[Id, int]:
    """Longer lines for every next three elements with one link only to the same element: a wide fan becomes rows."""
    fans: dict[tuple[Id, bool], list[Edge]] = {}
    for node_id in part:
        links = graph.leaving[node_id] + graph.entering[node_id]
        if len(links) == 1:
            edge = links[0]
            away = edge.source == node_id
            fans.setdefault((edge.target if away else edge.source, graph.by_id[node_id].is_protective), []).append(edge)
    return {
        edge.id: 1 + place // _STACK for fan in fans.values() for place, edge in enumerate(fan) if len(fan) > _STACK + 1
    }
