"""Rings, links and the whole board in plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.board.graph import Edge, Graph, Node
from analysis.board.rings import RingSet, find_rings
from analysis.board.sentences import (
    link_sentence,
    node_sentence,
    picture_sentences,
    picture_summary,
    read_rings,
)
from analysis.board.wording import clean, quoted, shortened

from .graphs import bankzitter, complete, graphs, small


def test_a_ring_read_out() -> None:
    first = read_rings(find_rings(bankzitter()))[0]
    assert first.title == "Dit houdt het vast · 1 van 2"
    assert first.sentence == (
        "“Is het overzicht kwijt en kan niets meer besluiten” veroorzaakt "
        "“Ruben ligt de hele dag op de bank en doet niets meer”. "
        "Dat versterkt “Ouders dringen uit wanhoop steeds meer aan”. "
        "Dat versterkt “Iedere hulpverlener komt met nieuwe doelen: het moet”. "
        "En dat houdt “Is het overzicht kwijt en kan niets meer besluiten” weer in stand. "
        "Zo is de kring rond."
    )


def test_a_ring_of_two() -> None:
    third = read_rings(find_rings(bankzitter()))[2]
    assert third.title == "Dit brengt vooruit"
    assert third.sentence == (
        "“Vraagt zelf om hulp zodra er niets hoeft” helpt "
        "“Sleutelt graag aan fietsen; kan bij de fietsenmaker terecht”. "
        "En dat versterkt “Vraagt zelf om hulp zodra er niets hoeft” weer. Zo is de kring rond."
    )


def test_titles() -> None:
    assert [text.title for text in read_rings(find_rings(small("b1>k1", "k1>b1")))] == [
        "Dit werkt twee kanten op"
    ]
    (balancing,) = read_rings(find_rings(small("k1>b1", "b1-k1")))
    assert balancing.title == "Dit remt zichzelf af"
    assert balancing.sentence.endswith("En dat dempt “Tekst van k1” weer. Zo remt de kring zichzelf af.")


def test_titles_say_when_there_are_more() -> None:
    texts = read_rings(find_rings(complete(6), limit=3))
    assert [text.title for text in texts] == [
        f"Dit houdt het vast · {place} van meer dan 3" for place in (1, 2, 3)
    ]
    assert [text.number for text in texts] == [1, 2, 3]


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("veroorzaakt", "“A” veroorzaakt “B”."),
        ("lokt_uit", "“A” lokt “B” uit."),
        ("houdt_in_stand", "“A” houdt “B” in stand."),
        ("versterkt", "“A” versterkt “B”."),
        ("helpt", "“A” helpt “B”."),
        ("dempt", "“A” dempt “B”."),
    ],
)
def test_every_kind_of_link(kind: str, sentence: str) -> None:
    edge = Edge(1, 1, 2, kind)
    assert (
        link_sentence(Graph((Node(1, "A", "klacht"), Node(2, "B", "beschermend")), (edge,)), edge) == sentence
    )


def test_an_element_with_its_labels() -> None:
    node = Node(1, "Slaapt slecht.", "in_stand_houdend", "ouders", "dossier")
    assert node_sentence(node) == "In stand houdend (domein: ouders; bron: dossier): “Slaapt slecht”."
    labels = {"ouders": "Ouders en opvoeding"}
    assert node_sentence(node, labels).startswith(
        "In stand houdend (domein: ouders en opvoeding; bron: dossier)"
    )
    assert node_sentence(Node(1, "Kaal", "klacht")) == "Klacht: “Kaal”."


def test_the_whole_board() -> None:
    graph = bankzitter()
    sentences = picture_sentences(graph, find_rings(graph))
    assert sentences[0] == "Op het bord: 12 kaartjes, 15 verbanden en 3 kringen."
    assert len(sentences) == 1 + 12 + 15 + 3
    assert (
        "Klacht (domein: jeugdige; bron: ouder): “Ruben ligt de hele dag op de bank en doet niets meer”."
        in sentences
    )
    assert sentences[-1].startswith("Dit brengt vooruit: “Vraagt zelf")


def test_the_empty_board_and_the_first_card() -> None:
    assert picture_sentences(Graph(), RingSet()) == ("Er staan nog geen kaartjes op het bord.",)
    one = Graph((Node(1, "Een", "klacht"),))
    assert picture_summary(one, RingSet()) == "Op het bord: 1 kaartje, geen verbanden en geen kringen."


def test_counts_say_when_there_are_more() -> None:
    graph = complete(6)
    assert picture_summary(graph, find_rings(graph, limit=5)).endswith("meer dan 5 kringen.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Slaapt slecht.", "“Slaapt slecht”"),
        ('Zegt: "ik wil niet"', "“Zegt: ‘ik wil niet’”"),
        ("Zegt: “ik wil niet”", "“Zegt: ‘ik wil niet’”"),
        ("  twee\n regels\t", "“twee regels”"),
        ("", "“(nog leeg)”"),
        ("nul\x00byte", "“nul byte”"),
        ("أحمد", "“\u2068أحمد\u2069”"),
    ],
)
def test_quoting(text: str, said: str) -> None:
    assert quoted(text) == said


def test_long_texts_are_cut_at_a_word() -> None:
    assert shortened("een twee drie vier", 12) == "een twee…"
    assert shortened("x" * 30, 12) == "x" * 11 + "…"
    assert len(quoted("woord " * 90)) < 170


@given(st.text())
def test_clean_text_is_one_printable_line(text: str) -> None:
    assert clean(text) == clean(clean(text))
    assert not any(char < " " or char in "\x7f\u2028\u2029\ufffe\uffff" for char in clean(text))


@given(graphs(text=st.text(max_size=40)))
def test_every_ring_is_read_from_start_to_start(graph: Graph) -> None:
    for text in read_rings(find_rings(graph)):
        first = quoted(text.ring.nodes[0].text)
        assert text.sentence.startswith(first)
        assert text.sentence.count(first) >= 2
        assert text.sentence.endswith(("Zo is de kring rond.", "Zo remt de kring zichzelf af."))
