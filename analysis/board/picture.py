"""The picture of an analysis: boxes, arrows and tinted rings, as one SVG for the page and for the PDF.

`layout` is pure: a graph and its rings in, a `Picture` out, always the same for the same board. `render_picture`
puts a `Picture` in the template. Without anything on the board the picture says what will come there.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from analysis.board.drawing import looks
from analysis.board.drawing.boxes import BoxText, DrawnNode, box_texts, draw_node
from analysis.board.drawing.canvas import Canvas, arrange, fill_canvas
from analysis.board.drawing.legend import LegendItem, flowed, items_for
from analysis.board.drawing.links import DrawnLink, draw_link
from analysis.board.drawing.placed import Size
from analysis.board.drawing.tints import DrawnRing, draw_ring
from analysis.board.graph import Graph, Id, Place
from analysis.board.rings import Ring, RingSet
from analysis.board.sentences import RingText, picture_summary, read_rings

TINTED = 24


@dataclass(frozen=True)
class Picture:
    """Everything the template needs. Sizes and places are px of the picture itself, which is 620 px wide or more."""

    width: float = looks.PAGE
    height: float = 210
    nodes: tuple[DrawnNode, ...] = ()
    links: tuple[DrawnLink, ...] = ()
    rings: tuple[DrawnRing, ...] = ()
    legend: tuple[LegendItem, ...] = ()
    loose_top: float | None = None
    summary: str = "Er staan nog geen kaartjes op het bord."
    description: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.nodes

    @property
    def link_shapes(self) -> list[SafeString]:
        return [_shape("link", one) for one in self.links]

    @property
    def node_shapes(self) -> list[SafeString]:
        return [_shape("node", one) for one in self.nodes]


# While people write, nearly all of a picture is as it was a moment ago.
@lru_cache(maxsize=4096)
def _shape(name: str, one: DrawnLink | DrawnNode) -> SafeString:
    return render_to_string(f"analysis/board/picture_{name}.svg.html", {name: one, "looks": looks})


def layout(graph: Graph, ring_set: RingSet, labels: Mapping[str, str] | None = None) -> Picture:
    """Lay out the picture of a board. `labels` gives the words for the codes of domains and sources.

    The first 24 rings are tinted.
    """
    if not graph.nodes:
        return Picture()
    read = read_rings(ring_set, TINTED)
    texts = box_texts(graph, labels)
    canvas = fill_canvas(graph, _starts(ring_set), _sizes(texts))
    legend_top = canvas.height + looks.MARGIN / 2
    legend, legend_height = flowed(items_for(graph, read), canvas.width, legend_top)
    rings = [draw_ring(t.number, t.ring, canvas.boxes, f"{t.title}: {t.sentence}") for t in read]
    return Picture(
        width=round(canvas.width),
        height=round(legend_top + legend_height + looks.MARGIN / 2),
        nodes=_nodes(graph, canvas, texts, read, labels),
        links=_links(graph, canvas, read),
        rings=tuple(sorted(rings, key=lambda ring: -ring.size)),
        legend=legend,
        loose_top=canvas.loose_top,
        summary=picture_summary(graph, ring_set),
        description=" ".join(f"{t.title}: {t.sentence}" for t in read),
    )


def put_in_order(
    graph: Graph, ring_set: RingSet, labels: Mapping[str, str] | None = None
) -> tuple[Place, ...]:
    """Where boxes stand when the picture is laid out from nothing, for `Graph.places`."""
    return arrange(graph, _starts(ring_set), _sizes(box_texts(graph, labels)))


def _starts(ring_set: RingSet) -> list[Id]:
    """Where the rings were set off, the first ring first."""
    return [ring.nodes[0].id for ring in ring_set.rings]


def _sizes(texts: Mapping[Id, BoxText]) -> dict[Id, Size]:
    return {node_id: text.size for node_id, text in texts.items()}


def _nodes(
    graph: Graph,
    canvas: Canvas,
    texts: Mapping[Id, BoxText],
    read: Sequence[RingText],
    labels: Mapping[str, str] | None,
) -> tuple[DrawnNode, ...]:
    rings: dict[Id, list[int]] = defaultdict(list)
    for text in read:
        for node in text.ring.nodes:
            rings[node.id].append(text.number)
    return tuple(
        draw_node(node, texts[node.id], canvas.boxes[node.id], tuple(rings[node.id]), labels)
        for node in graph.nodes
    )


def _links(graph: Graph, canvas: Canvas, read: Sequence[RingText]) -> tuple[DrawnLink, ...]:
    drawn = []
    along: dict[Id, dict[int, Ring]] = defaultdict(dict)
    for text in read:
        for edge in text.ring.edges:
            along[edge.id][text.number] = text.ring
    for edge in graph.edges:
        rings = along[edge.id]
        drawn.append(draw_link(graph, edge, canvas.courses[edge.id], rings))
    return tuple(drawn)


def render_picture(picture: Picture, name: str = "samenhang") -> SafeString:
    """The picture as SVG. `name` begins the ids inside it: give each picture on one page a name of its own."""
    return render_to_string(
        "analysis/board/picture.svg.html", {"picture": picture, "name": name, "looks": looks}
    )
