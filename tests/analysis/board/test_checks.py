"""The "rond" check: what is still missing, named where it is missing."""

from hypothesis import HealthCheck, given, settings

from analysis.board.checks import AdviceHook, GapKind, find_gaps, klachten_zonder_verklaring
from analysis.board.graph import Graph

from .graphs import BANKZITTER, bankzitter, graphs, small

ADVICES = [
    AdviceHook(one["volgorde"], one["tekst"], tuple(one["elementen"])) for one in BANKZITTER["adviezen"]
]
EXPLANATION = BANKZITTER["analyse"]["verklaring"]


def unexplained(*links: str, loose: str = "") -> list[str]:
    return [str(node.id) for node in klachten_zonder_verklaring(small(*links, loose=loose))]


def test_the_invented_case_is_round() -> None:
    assert (
        list(klachten_zonder_verklaring(bankzitter())) == BANKZITTER["verwacht"]["klachten_zonder_verklaring"]
    )
    assert find_gaps(bankzitter(), ADVICES, [EXPLANATION]) == ()


def test_a_complaint_without_links_has_no_explanation() -> None:
    assert unexplained("o1>i1", loose="k1") == ["k1"]


def test_behaviour_does_not_explain_behaviour() -> None:
    assert unexplained("k1>k2", "k2>k1") == ["k1", "k2"]


def test_an_explanation_reaches_through_other_complaints() -> None:
    assert unexplained("o1>k1", "k1>k2", "k2>k3") == []


def test_damping_explains_nothing() -> None:
    assert unexplained("o1-k1") == ["k1"]
    assert unexplained("o1>k1", "k1-k2") == ["k2"]


def test_a_link_away_from_a_complaint_explains_nothing() -> None:
    assert unexplained("k1>i1") == ["k1"]


def test_a_chain_must_not_pass_through_what_it_damps() -> None:
    assert unexplained("o1-k1", "k1>k2") == ["k1", "k2"]


def test_the_complaint_is_quoted() -> None:
    (gap,) = [gap for gap in find_gaps(small("k1>k2", "o1>k2")) if gap.kind == GapKind.COMPLAINT_UNEXPLAINED]
    assert gap.sentence.startswith("Deze klacht heeft nog geen verklaring: “Tekst van k1”.")
    assert (gap.node_id, gap.advice_id) == ("k1", None)


def test_what_keeps_it_going_must_come_back_in_an_advice() -> None:
    graph = small("i1>k1", "i2>k1", "o1>k1", "b1-k1")
    (gap,) = find_gaps(graph, [AdviceHook(1, "Rust", ("i1",))], ["Zo zit het."])
    assert gap.kind == GapKind.MAINTAINING_WITHOUT_ADVICE
    assert gap.node_id == "i2"
    assert gap.sentence == "“Tekst van i2” houdt het vast, maar komt in geen advies terug."


def test_an_advice_must_hang_on_an_element() -> None:
    graph = small("o1>k1", "b1-k1")
    advices = [
        AdviceHook(4, "Een dagje weg.", ()),
        AdviceHook(5, "Weg ermee", ("weggehaald",)),
        AdviceHook(6, "Goed", ("o1",)),
    ]
    gaps = find_gaps(graph, advices, ["Zo zit het."])
    assert [(gap.kind, gap.advice_id) for gap in gaps] == [
        (GapKind.ADVICE_LOOSE, 4),
        (GapKind.ADVICE_LOOSE, 5),
    ]
    assert "“Een dagje weg”" in gaps[0].sentence


def test_the_explanation_and_what_protects() -> None:
    assert [gap.kind for gap in find_gaps(small("o1>k1"), [], ["  \n"])] == [
        GapKind.NO_EXPLANATION,
        GapKind.NO_PROTECTIVE,
    ]
    assert find_gaps(small("o1>k1", "b1-k1"), [], ["", "Omdat het zo is."]) == ()


def test_an_empty_board_asks_for_the_first_things() -> None:
    assert [gap.kind for gap in find_gaps(Graph())] == [GapKind.NO_EXPLANATION, GapKind.NO_PROTECTIVE]


def walked(graph: Graph, node_id: int, seen: frozenset[int]) -> bool:
    """Whether + links can be followed back from here to something that is not a complaint."""
    for edge in graph.edges:
        if edge.target == node_id and edge.kind != "dempt" and edge.source not in seen:
            source = graph.by_id[edge.source]
            if source.kind != "klacht" or walked(graph, source.id, seen | {source.id}):  # type: ignore[arg-type]
                return True
    return False


@given(graphs())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_explained_is_what_can_be_followed_back(graph: Graph) -> None:
    expected = [
        n.id for n in graph.nodes if n.kind == "klacht" and not walked(graph, n.id, frozenset({n.id}))
    ]  # type: ignore[arg-type]
    assert [node.id for node in klachten_zonder_verklaring(graph)] == expected
