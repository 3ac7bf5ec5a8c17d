"""The picture of an analysis: boxes, arrows and tinted rings, as one SVG for the page and for the PDF.

`layout` is pure: a graph and its rings in, a `Picture` out, always the same for the same board. `render_picture`
puts a `Picture` in the template. Without anything on the board the picture says what will come there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from analysis.board.drawing import looks
from analysis.board.drawing.boxes import DrawnNode, box_texts, draw_node
from analysis.board.drawing.canvas import fill_canvas
from analysis.board.drawing.legend import LegendItem, flowed, items_for
from analysis.board.drawing.links import DrawnLink, draw_link
from analysis.board.drawing.tints import DrawnRing, draw_ring
from analysis.board.graph import Graph, Id
from analysis.board.rings import RingSet
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
    legend_top: float = 0
    loose_top: float | None = None
    description: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.nodes


def layout(graph: Graph, ring_set: RingSet, labels: Mapping[str, str] | None = None) -> Picture:
    """Lay out the picture of a board. `labels` gives the words for the codes of domains and sources.

    The first 24 rings are tinted. Raises LayoutFailed (analysis.board.drawing.graphviz) when Graphviz fails.
    """
    if not graph.nodes:
        return Picture(description="Er staan nog geen kaartjes op het bord.")
    texts = box_texts(graph, labels)
    starts = [ring.nodes[0].id for ring in ring_set.rings]
    canvas = fill_canvas(graph, starts, {node_id: text.size for node_id, text in texts.items()})
    read = read_rings(ring_set)[:TINTED]
    rings_of = _memberships(read)
    by_number = {text.number: text.ring for text in read}
    nodes = tuple(
        draw_node(node, texts[node.id], canvas.boxes[node.id], rings_of.get(("node", node.id), ()), labels)
        for node in graph.nodes
    )
    links = tuple(
        draw_link(
            graph, edge, canvas.courses[edge.id], {n: by_number[n] for n in rings_of.get(("edge", edge.id), ())}
        )
        for edge in graph.edges
    )
    rings = [draw_ring(t.number, t.ring, canvas.boxes, f"{t.title}: {t.sentence}") for t in read]
    legend_top = canvas.height + looks.MARGIN / 2
    legend, legend_height = flowed(items_for(graph, read), canvas.width, legend_top)
    return Picture(
        width=round(canvas.width),
        height=round(legend_top + legend_height + looks.MARGIN / 2),
        nodes=nodes,
        links=links,
        rings=tuple(sorted(rings, key=lambda ring: -ring.size)),
        legend=legend,
        legend_top=legend_top,
        loose_top=canvas.loose_top,
        description=" ".join([picture_summary(graph, ring_set), *(f"{t.title}: {t.sentence}" for t in read)]),
    )


def render_picture(picture: Picture, name: str = "samenhang") -> SafeString:
    """The picture as SVG. `name` begins the ids inside it: give each picture on one page a name of its own."""
    return render_to_string("analysis/board/picture.svg.html", {"picture": picture, "name": name, "looks": looks})


def _memberships(read: Sequence[RingText]) -> dict[tuple[str, Id], tuple[int, ...]]:
    """The numbers of the rings that every element and every link is in."""
    found: dict[tuple[str, Id], tuple[int, ...]] = {}
    for text in read:
        members = [("node", node.id) for node in text.ring.nodes] + [("edge", edge.id) for edge in text.ring.edges]
        for member in members:
            found[member] = (*found.get(member, ()), text.number)
    return found
