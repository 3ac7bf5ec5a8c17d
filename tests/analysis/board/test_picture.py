"""The picture: where things stand, what is said with shape and colour, and that it is a sound and safe SVG."""

from time import thread_time

import pytest
from hypothesis import HealthCheck, given, settings

from analysis.board.graph import Edge, Graph, Node
from analysis.board.picture import layout, render_picture
from analysis.board.rings import find_rings

from .drawings import SVG, behind_a_box, boxes, drawn, groups, hold_arrows_together, hold_boxes_apart, tree
from .graphs import bankzitter, complete, graphs, renamed, small


def large() -> Graph:
    """Forty elements, sixty links, in knots of five with links between the knots."""
    nodes = tuple(
        Node(
            place,
            f"Kaartje {place} met een zin van gewone lengte",
            "klacht" if place % 5 else "beschermend",
            "gezin",
            "",
            place,
        )
        for place in range(40)
    )
    pairs = [(place, place // 5 * 5 + (place + 1) % 5) for place in range(40)]
    pairs += [(place, (place + 7) % 40) for place in range(0, 40, 2)]
    return Graph(nodes, tuple(Edge(place, *pair, "versterkt", place) for place, pair in enumerate(pairs)))


def test_the_invented_case_fits_a_page() -> None:
    picture = drawn(bankzitter())
    assert picture.width == 620
    assert picture.height < 800
    assert (len(picture.nodes), len(picture.links), len(picture.rings)) == (12, 15, 3)


def test_a_ring_stands_as_a_circle() -> None:
    found = boxes(drawn(small("o1>i1", "i1>k1", "k1>i2", "i2>u2", "u2>i1")))
    assert len({round(found[name].y) for name in ("i1", "k1", "i2", "u2")}) == 3
    assert found["k1"].y == found["u2"].y


def test_problems_above_strengths() -> None:
    found = boxes(drawn(bankzitter()))
    assert found["b1"].y > found["i3"].y
    assert found["b2"].y > found["k1"].y
    assert found["o1"].y < found["i2"].y < found["k1"].y


def test_what_set_it_off_stands_above_the_ring() -> None:
    found = boxes(drawn(small("k1>i1", "i1>i2", "i2>k1", "o1>i2")))
    assert found["o1"].y < found["i2"].y < min(found["k1"].y, found["i1"].y)


@given(graphs(largest=9, most=24))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_boxes_stand_apart_and_inside(graph: Graph) -> None:
    hold_boxes_apart(drawn(graph))


@given(graphs(largest=8, most=16))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_arrow_runs_from_its_element_to_its_element(graph: Graph) -> None:
    hold_arrows_together(graph, drawn(graph))


@pytest.mark.parametrize("graph", [bankzitter(), large()], ids=["bankzitter", "large"])
def test_no_arrow_runs_behind_a_box(graph: Graph) -> None:
    assert behind_a_box(graph, drawn(graph)) == []


def test_the_same_board_gives_the_same_picture() -> None:
    graph = bankzitter()
    assert drawn(graph) == drawn(graph)
    names = {node.id: f"anders {node.id}" for node in graph.nodes}
    other = boxes(drawn(renamed(graph, names)))  # type: ignore[arg-type]
    assert {names[str(name)]: box for name, box in boxes(drawn(graph)).items()} == other


def test_a_small_change_moves_little() -> None:
    graph = bankzitter()
    before = boxes(drawn(graph))
    extra = Node("b5", "Houdt van muziek", "beschermend", "jeugdige", "", 99)
    after = boxes(drawn(Graph((*graph.nodes, extra), graph.edges)))
    assert {name: after[name] for name in before} == before
    swapped = tuple(
        Edge(e.id, e.source, e.target, "houdt_in_stand" if e.id == 3 else e.kind, e.id) for e in graph.edges
    )  # type: ignore[arg-type]
    assert boxes(drawn(Graph(graph.nodes, swapped))) == before


def test_more_is_solid_with_a_head_less_is_dashed_with_a_bar() -> None:
    root = tree(bankzitter())
    for group in groups(root, "link"):
        line = group.find(f"{SVG}path")
        assert line is not None
        less = "picture__link--dempt" in group.get("class", "")
        assert (line.get("stroke-dasharray") is not None) == less
        assert (group.find(f"{SVG}polygon") is None) == less


def colour(*links: str) -> str:
    picture = drawn(small(*links))
    return next(link.colour for link in picture.links if link.id == "v0")


def test_colour_says_what_it_does_to_whom_it_reaches() -> None:
    helps, stuck, neutral = "#2C6A4D", "#97391F", "#767C86"
    assert colour("b1-k1") == colour("b1>b2") == colour("k1>b1") == helps
    assert colour("k1>i1", "i1>k1") == colour("k1-b1") == stuck
    assert colour("o1>k1") == colour("b1>k1") == neutral


def test_every_domain_has_its_word_and_colour() -> None:
    (gezin, own) = layout(
        Graph((Node(1, "A", "klacht", "gezin"), Node(2, "B", "klacht", "eigen_lijst"))),
        find_rings(Graph()),
        {"gezin": "Het gezin"},
    ).nodes
    assert (gezin.label.text, gezin.colour) == ("Het gezin", "#8A5A2B")
    assert (own.label.text, own.colour) == ("Eigen lijst", "#5D6470")


def test_a_complaint_and_a_strength_are_told_by_shape() -> None:
    shapes = {node.id: (node.stroke, node.radius, node.bold) for node in drawn(bankzitter()).nodes}
    assert shapes["k1"][0] > shapes["i1"][0] and shapes["k1"][2]
    assert shapes["b1"][1] > shapes["i1"][1]


def test_rings_can_be_pointed_at() -> None:
    root = tree(bankzitter())
    tinted = [path for path in root.iter(f"{SVG}path") if path.get("data-ring")]
    assert {(p.get("data-ring"), p.get("fill")) for p in tinted} == {
        ("1", "#F8E6DF"),
        ("2", "#F8E6DF"),
        ("3", "#E3F0E7"),
    }
    of_element = {group.get("data-element"): group.get("data-rings") for group in groups(root, "node")}
    assert (of_element["i2"], of_element["i3"], of_element["b4"], of_element["o1"]) == ("1 2", "1", "3", "")
    of_link = {group.get("data-link"): group.get("data-rings") for group in groups(root, "link")}
    assert (of_link["5"], of_link["3"], of_link["0"]) == ("1 2", "1", "")


def test_the_legend_has_only_what_is_used() -> None:
    assert [item.word for item in drawn(small("o1>i1")).legend] == ["geeft meer"]
    words = [item.word for item in drawn(bankzitter()).legend]
    assert words == [
        "klacht", "geeft kracht", "geeft meer", "geeft minder (dempt)", "dit houdt het vast", "dit brengt vooruit",
    ]  # fmt: skip


def test_elements_without_a_link_stand_below() -> None:
    picture = drawn(small("o1>k1", loose="i7 i8"))
    found = boxes(picture)
    assert picture.loose_top is not None
    assert found["k1"].bottom < picture.loose_top < found["i7"].top
    assert "Nog zonder verband" in render_picture(picture)
    assert "Nog zonder verband" not in render_picture(drawn(bankzitter()))


def test_a_large_board_is_drawn_at_once() -> None:
    graph, times = large(), []
    drawn(bankzitter())
    for _ in range(5):
        started = thread_time()
        render_picture(drawn(graph))
        times.append(thread_time() - started)
    assert min(times) < 0.3
    assert drawn(graph).width < 1600


@pytest.mark.parametrize("size", [12, 40])
def test_a_full_graph_is_drawn_all_the_same(size: int) -> None:
    picture = drawn(complete(size))
    assert len(picture.links) == size * (size - 1)
    assert len(picture.rings) == 24
