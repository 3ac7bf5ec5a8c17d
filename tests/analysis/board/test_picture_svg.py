"""The picture as SVG: sound and safe whatever people write, and read out for who cannot see it."""

from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.board.graph import Edge, Graph, Node

from .drawings import SVG, groups, tree
from .graphs import bankzitter, graphs

NASTY = [
    "<script>alert(1)</script>", 'Zegt "nee" & \\ gaat\\n', "}; n0 -> n1 [label=x]", "مرحبا أحمد يساعد", "👩‍👩‍👧 en 😀",
    "woord " * 83, "X" * 500, "", "met\x00nul\nen\x1bteken", "中文字符也可以放在这里",
]  # fmt: skip


def test_an_empty_board_is_friendly() -> None:
    root = tree(Graph())
    words = " ".join(root.itertext())
    assert "Hier komt te staan hoe het samenhangt" in words
    assert "Schrijf eerst wat je ziet op een kaartje." in words


def test_readers_hear_what_it_shows() -> None:
    root = tree(bankzitter(), "rapport")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "rapport-titel rapport-uitleg"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and description is not None
    assert (title.get("id"), description.get("id")) == ("rapport-titel", "rapport-uitleg")
    assert title.text == "Hoe het samenhangt. Op het bord: 12 kaartjes, 15 verbanden en 3 kringen."
    assert "Dit brengt vooruit: “Vraagt zelf om hulp" in (description.text or "")
    assert "“Steeds wisselende begeleiders” versterkt" in " ".join(root.itertext())


def assert_safe(root: ET.Element) -> None:
    """Nothing that a strict content security policy refuses, and no element or address from people's texts."""
    allowed = {"svg", "title", "desc", "g", "rect", "path", "polygon", "text"}
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in allowed
        assert not [
            name for name in element.attrib if name == "style" or name.startswith("on") or "href" in name
        ]


def test_texts_of_people_stay_text() -> None:
    nodes = tuple(Node(place, text, "klacht", '"><b>', "", place) for place, text in enumerate(NASTY))
    edges = tuple(
        Edge(place, place, (place + 1) % len(nodes), "versterkt", place) for place in range(len(nodes))
    )
    root = tree(Graph(nodes, edges))
    assert_safe(root)
    assert "<script>alert(1)</script>" in " ".join(root.itertext())


@given(graphs(largest=4, text=st.text(max_size=60)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_a_sound_svg(graph: Graph) -> None:
    root = tree(graph)
    assert_safe(root)
    assert len(groups(root, "node")) == len(graph.nodes)
    assert len(groups(root, "link")) == len(graph.edges)


def test_numbers_are_numbers_in_a_dutch_page() -> None:
    root = tree(bankzitter())
    for element in root.iter():
        for name in ("x", "y", "width", "height", "rx", "stroke-width"):
            assert "," not in element.get(name, "")
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
