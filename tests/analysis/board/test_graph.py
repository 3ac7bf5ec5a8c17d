"""The graph refuses what cannot be, and a link that may not be laid is told why."""

import pytest

from analysis.board.graph import Edge, Graph, Node, validate_link

ONE, OTHER = Node(1, "Een", "klacht"), Node(2, "Ander", "beschermend")


@pytest.mark.parametrize(
    ("nodes", "edges"),
    [
        ((ONE, ONE), ()),
        ((ONE,), (Edge(1, 1, 1, "versterkt"),)),
        ((ONE,), (Edge(1, 1, 2, "versterkt"),)),
        ((ONE, OTHER), (Edge(1, 1, 2, "versterkt"), Edge(2, 1, 2, "dempt"))),
    ],
    ids=["id twice", "to itself", "to nothing", "same pair twice"],
)
def test_a_graph_that_cannot_be(nodes: tuple[Node, ...], edges: tuple[Edge, ...]) -> None:
    with pytest.raises(ValueError):
        Graph(nodes, edges)


def test_unknown_kinds() -> None:
    with pytest.raises(ValueError):
        Node(1, "Een", "gedrag")
    with pytest.raises(ValueError):
        Edge(1, 1, 2, "raakt")


def test_there_and_back_is_two_links() -> None:
    graph = Graph((ONE, OTHER), (Edge(1, 1, 2, "helpt"), Edge(2, 2, 1, "dempt")))
    assert [edge.sign for edge in graph.edges] == [1, -1]


def test_order_of_positions() -> None:
    late, early = Node("a", "Laat", "klacht", position=9), Node("b", "Vroeg", "klacht", position=2)
    assert [node.text for node in Graph((late, early)).nodes] == ["Vroeg", "Laat"]


def test_a_link_that_may_be_laid() -> None:
    assert validate_link("in_stand_houdend", "klacht", "versterkt", same=False) == []
    assert validate_link("klacht", "beschermend", "helpt", same=False) == []
    assert validate_link("beschermend", "klacht", "dempt", same=False) == []


@pytest.mark.parametrize("target", ["klacht", "ontstaan", "uitlokkend", "in_stand_houdend"])
def test_helps_only_what_protects(target: str) -> None:
    (wrong,) = validate_link("beschermend", target, "helpt", same=False)
    assert "kan alleen wijzen naar iets wat beschermt" in wrong
    assert "dempt" in wrong


def test_not_to_itself_and_not_twice() -> None:
    assert "zichzelf" in validate_link("klacht", "klacht", "versterkt", same=True)[0]
    assert "ligt al een verband" in validate_link("klacht", "klacht", "versterkt", same=False, exists=True)[0]


def test_unknown_link_and_element() -> None:
    assert len(validate_link("gedrag", "klacht", "raakt", same=False)) == 2
