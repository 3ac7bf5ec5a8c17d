"""Where boxes come to stand, and that there is a picture when Graphviz fails."""

from itertools import combinations, pairwise

from analysis.board.drawing.curves import Box, draw_links
from analysis.board.drawing.placed import Size
from analysis.board.drawing.placing import MOST_LINKS, connected_parts, place_part, plain_rows
from analysis.board.drawing.routing import lay_in_rows
from analysis.board.drawing.turning import turned_by_rings
from analysis.board.graph import Graph, Id

from ..graphs import bankzitter, small

SIZE = Size(170, 80)


def sizes(graph: Graph) -> dict[Id, Size]:
    return {node.id: SIZE for node in graph.nodes}


def test_parts_of_strengths_come_last() -> None:
    parts, loose = connected_parts(small("b1>b2", "k1>k2", "b3-i3", loose="k9"))
    assert parts == [["k1", "k2"], ["b3", "i3"], ["b1", "b2"]]
    assert loose == ["k9"]


def test_a_wide_fan_stands_in_rows() -> None:
    graph = small(*(f"o{place}>k1" for place in range(12)))
    placed = place_part(graph, [node.id for node in graph.nodes], [], sizes(graph))
    xs = [x for x, _ in placed.middles.values()]
    assert max(xs) - min(xs) + SIZE.width < 900  # next to each other they would take 2000


def test_without_graphviz_there_are_plain_rows() -> None:
    graph = bankzitter()
    part = [node.id for node in graph.nodes]
    placed = lay_in_rows(graph.edges, plain_rows(part, sizes(graph)), sizes(graph))
    boxes = [Box(x, y, SIZE.width, SIZE.height) for x, y in placed.middles.values()]
    assert len(boxes) == 12
    assert all(
        abs(a.x - b.x) >= SIZE.width or abs(a.y - b.y) >= SIZE.height for a, b in combinations(boxes, 2)
    )
    assert set(draw_links(placed, sizes(graph))) == {edge.id for edge in graph.edges}


def test_what_would_keep_everybody_waiting_stands_in_plain_rows() -> None:
    names = [f"k{place}" for place in range(24)]
    graph = small(*(f"{a}>{b}" for a in names for b in names if a != b))
    assert len(graph.edges) > MOST_LINKS
    placed = place_part(graph, names, [], sizes(graph))
    assert placed.courses == {} and len({x for x, _ in placed.middles.values()}) == 3


def test_long_links_go_round_boxes_unless_there_are_very_many() -> None:
    for count, led in ((140, True), (160, False)):
        names = [f"k{place}" for place in range(count)]
        graph = small(*(f"{a}>{b}" for a, b in pairwise(names)), f"{names[0]}>{names[-1]}")
        rows = [{name: 0.0} for name in names]
        placed = lay_in_rows(graph.edges, rows, sizes(graph))
        assert bool(placed.courses) == led


def test_links_of_a_ring_lead_away_from_its_start() -> None:
    graph = small("k1>k2", "k2>k3", "k3>k1", "b1-k1")
    turned = {link.edge.id: link for link in turned_by_rings(graph, ["k1", "k2", "k3", "b1"], ["k1"])}
    assert [(turned[key].upper, turned[key].lower, turned[key].flat) for key in ("v0", "v1", "v2", "v3")] == [
        ("k1", "k2", False),
        ("k2", "k3", True),
        ("k1", "k3", False),
        ("k1", "b1", False),
    ]
