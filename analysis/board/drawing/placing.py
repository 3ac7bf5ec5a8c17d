"""Where the boxes stand. No text of people goes to Graphviz, only numbers."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from math import ceil

import networkx as nx

from analysis.board.drawing.graphviz import Layout, LayoutFailed, lay_out
from analysis.board.drawing.placed import PER_INCH, WIDE, Placed, Row, Size
from analysis.board.drawing.routing import lay_in_rows
from analysis.board.drawing.standing import stood
from analysis.board.drawing.turning import Turned, turned_by_rings, turned_by_rows
from analysis.board.graph import Graph, Id

logger = logging.getLogger(__name__)

# With 400 links Graphviz takes half a second, with 1,200 six, and everybody else waits for it.
MOST_LINKS = 500
_ROW = 620
# Only where boxes stand is asked: `routing` leads the links.
_GRAPH = "rankdir=TB, splines=none, nodesep=0.38, ranksep=0.66, nslimit=4, nslimit1=4, mclimit=1.5"
_STACK = 3
_ROOM = 36


def connected_parts(graph: Graph) -> tuple[list[list[Id]], list[Id]]:
    """The parts that hang together, in the order of the board, parts of strengths only last; and the loose ones."""
    net: nx.Graph[Id] = nx.Graph()
    net.add_nodes_from(node.id for node in graph.nodes)
    net.add_edges_from((edge.source, edge.target) for edge in graph.edges)
    parts = [sorted(part, key=graph.rank.__getitem__) for part in nx.connected_components(net)]
    loose = [part[0] for part in parts if len(part) == 1]
    joined = [part for part in parts if len(part) > 1]
    joined.sort(key=lambda part: (all(graph.by_id[i].is_protective for i in part), graph.rank[part[0]]))
    return joined, loose


def place_part(graph: Graph, part: Sequence[Id], starts: Sequence[Id], sizes: Mapping[Id, Size]) -> Placed:
    """Lay out one connected part. `starts`: where its rings were set off, the first ring first.

    Boxes that stood somewhere stay there, see `stood`; otherwise the part is put in order from nothing.
    """
    rows = stood(graph, part) or rows_of(graph, part, starts, sizes)
    inside = set(part)
    return lay_in_rows([edge for edge in graph.edges if edge.source in inside], rows, sizes)


def rows_of(graph: Graph, part: Sequence[Id], starts: Sequence[Id], sizes: Mapping[Id, Size]) -> list[Row]:
    """One connected part put in order: its rows from above, with the x of the middle of every box.

    A part too wide to read on a page is laid out again with its long rows cut into shorter ones. Should Graphviz
    fail, or would it keep everybody waiting, then the boxes stand in plain rows: a plain picture is better than no
    page.
    """
    links = turned_by_rings(graph, part, starts)
    if len(links) > MOST_LINKS:
        return plain_rows(part, sizes)
    try:
        return _by_graphviz(graph, part, links, sizes)
    except (LayoutFailed, KeyError):
        logger.exception("Graphviz could not lay out a part of %d elements", len(part))
        return plain_rows(part, sizes)


def plain_rows(part: Sequence[Id], sizes: Mapping[Id, Size]) -> list[Row]:
    """The boxes in rows of three, in the order given."""
    width = max(sizes[node_id].width for node_id in part) + _ROOM
    return [
        {node_id: x * width for x, node_id in enumerate(part[place : place + _STACK])}
        for place in range(0, len(part), _STACK)
    ]


def _by_graphviz(
    graph: Graph, part: Sequence[Id], links: list[Turned], sizes: Mapping[Id, Size]
) -> list[Row]:
    layout = lay_out(_dot(graph, part, links, sizes, _fan_lines(graph, links)))
    rows = _rows_in(graph, part, layout)
    if layout.width > WIDE:
        cut = _cut(graph, rows, links, sizes)
        numbers = {node_id: place for place, row in enumerate(cut) for node_id in row}
        turned = turned_by_rows((link.edge for link in links), numbers)
        narrower = lay_out(_dot(graph, part, turned, sizes, _row_lines(graph, cut)))
        if narrower.width < layout.width:
            rows = _rows_in(graph, part, narrower)
    return rows


def _rows_in(graph: Graph, part: Sequence[Id], layout: Layout) -> list[Row]:
    rows: dict[int, Row] = {}
    for node_id in part:
        x, y = layout.middles[_name(graph, node_id)]
        rows.setdefault(round(y), {})[node_id] = x
    return [row for _, row in sorted(rows.items())]


def _name(graph: Graph, node_id: Id) -> str:
    return f"n{graph.rank[node_id]}"


def _dot(
    graph: Graph, part: Sequence[Id], links: Sequence[Turned], sizes: Mapping[Id, Size], order: Sequence[str]
) -> str:
    """The part for Graphviz; `order`: what keeps rows apart. Within one cluster Graphviz draws it together."""
    lines = [
        f"digraph {{ graph [{_GRAPH}]",
        "subgraph cluster_all { margin=0; peripheries=0",
        'node [shape=box, fixedsize=true, label=""]; edge [arrowhead=none]',
        *_boxes(graph, part, links, sizes),
        *order,
    ]
    for place, link in enumerate(links):
        ends = [link.upper, link.lower]
        if link.flat:
            ends.sort(key=graph.rank.__getitem__)
        first, second = (_name(graph, node_id) for node_id in ends)
        lines.append(f"{first} -> {second} [id=e{place}]")
        if link.flat:
            lines.append(f"{{rank=same; {first}; {second}}}")
    return "\n".join([*lines, "}}"])


def _boxes(graph: Graph, part: Iterable[Id], links: Iterable[Turned], sizes: Mapping[Id, Size]) -> list[str]:
    """The boxes, a little wider where an arrow runs sideways."""
    sideways = {node_id for link in links if link.flat for node_id in (link.upper, link.lower)}
    lines = []
    for node_id in part:
        width, height = sizes[node_id].width + (_ROOM if node_id in sideways else 0), sizes[node_id].height
        lines.append(
            f"{_name(graph, node_id)} [width={width / PER_INCH:.4f}, height={height / PER_INCH:.4f}]"
        )
    return lines


def _row_lines(graph: Graph, rows: Sequence[Sequence[Id]]) -> list[str]:
    """The rows, held one under the other by a link that is not drawn."""
    names = [[_name(graph, node_id) for node_id in row] for row in rows]
    same = [f"{{rank=same; {'; '.join(row)}}}" for row in names]
    return same + [
        f"{row[0]} -> {under[0]} [style=invis, weight=0]"
        for row, under in zip(names, names[1:], strict=False)
    ]


def _cut(
    graph: Graph, rows: Sequence[Row], links: Sequence[Turned], sizes: Mapping[Id, Size]
) -> list[list[Id]]:
    """The rows, the long ones cut; in a cut row those with more links downwards come lower."""
    downward = dict.fromkeys((node_id for row in rows for node_id in row), 0)
    for link in links:
        downward[link.upper] += 1
        downward[link.lower] -= 1
    short: list[list[Id]] = []
    for row in rows:
        number = ceil(sum(sizes[node_id].width for node_id in row) / _ROW)
        ordered = sorted(row, key=lambda node_id: (downward[node_id], graph.rank[node_id]))
        size = ceil(len(row) / number)
        short += [ordered[place : place + size] for place in range(0, len(row), size)]
    return short


def _fan_lines(graph: Graph, links: Sequence[Turned]) -> list[str]:
    """Longer lines for every next three elements with one link only to the same element: a wide fan becomes rows."""
    fans: dict[tuple[Id, bool, bool], list[Turned]] = {}
    for link in links:
        for tip, hub in ((link.upper, link.lower), (link.lower, link.upper)):
            if len(graph.leaving[tip]) + len(graph.entering[tip]) == 1:
                key = (hub, tip == link.upper, graph.by_id[tip].is_protective)
                fans.setdefault(key, []).append(link)
    return [
        f"{_name(graph, link.upper)} -> {_name(graph, link.lower)}"
        f" [style=invis, weight=0, minlen={1 + place // _STACK}]"
        for fan in fans.values()
        if len(fan) > _STACK + 1
        for place, link in enumerate(fan)
    ]
