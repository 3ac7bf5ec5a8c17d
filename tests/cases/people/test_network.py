"""The drawn network: everybody stands somewhere, nobody over anybody else."""

from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.people.groups import TITLES, circle_of
from cases.people.network import Node, letters_of, picture_of, short_name

CIRCLES = st.sampled_from(list(TITLES))
NODES = st.builds(
    Node, st.text(min_size=1, max_size=200), CIRCLES, st.text(max_size=60), st.booleans(), st.booleans()
)


@settings(deadline=None, max_examples=40)
@given(st.lists(NODES, min_size=1, max_size=30))
def test_nobody_stands_over_anybody(nodes: list[Node]) -> None:
    picture = picture_of("Ruben Oosterhuis", nodes)
    boxes = [head.box for head in picture.heads]
    assert len(boxes) == len(nodes)
    assert not any(one.touches(other) for place, one in enumerate(boxes) for other in boxes[:place])
    assert all(picture.left <= box.left and box.right <= -picture.left for box in boxes)
    assert all(picture.top <= box.top and box.bottom <= picture.top + picture.height for box in boxes)


def test_the_same_people_give_the_same_picture() -> None:
    nodes = [Node(f"Mens {number}", "netwerk", "School") for number in range(9)]
    assert picture_of("Fenna", nodes) == picture_of("Fenna", nodes)


@pytest.mark.parametrize(
    ("names", "letters"),
    [
        (["Anja Oosterhuis", "Henk Oosterhuis"], ["AO", "HO"]),
        (["Anja Oosterhuis", "Arie Oosterhuis", "Ad Oost"], ["AO", "AO2", "AO3"]),
        (["mama", "  ", "(oma)", "محمد علي"], ["M", "?", "(", "مع"]),
    ],
)
def test_letters_tell_people_apart(names: list[str], letters: list[str]) -> None:
    assert letters_of(names) == letters


def test_a_long_name_is_short_in_the_drawing() -> None:
    assert [short_name(name) for name in ("Anja", "Bea Oosterhuis-van der Laan", "x" * 200)] == [
        "Anja", "Bea L.", "x" * 12 + "…",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("role", "organisation", "circle"),
    [
        ("ouder", "", "gezin"),
        ("ouder", "Bakkerij", "gezin"),
        ("voogd", "", "gezin"),
        ("voogd", "Jeugdbescherming Noord", "professionals"),
        ("aanmelder", "", "netwerk"),
        ("aanmelder", "Gemeente", "professionals"),
        ("ervaringsdeskundige", "ExpEx", "netwerk"),
        ("casusregisseur", "", "professionals"),
    ],
)
def test_in_which_circle(role: str, organisation: str, circle: str) -> None:
    assert circle_of(role, organisation) == circle


def test_drawn_as_well_formed_svg_with_words_for_shapes() -> None:
    nodes = [
        Node("<b>Anja</b> & co", "gezin", "Ouder", decides=True),
        Node("Jolanda Smit", "professionals", "GI", directs=True),
        Node("Mo", "netwerk", "Woordvoerder", speaks_for=("<b>Anja</b> & co",)),
    ]
    svg = render_to_string("cases/people/network.svg.html", {"picture": picture_of("Ruben", nodes)})
    root = ElementTree.fromstring(svg)
    kinds = [child.tag for child in root.iter()]
    assert (kinds.count("rect"), kinds.count("line")) == (1, 1)
    texts = [child.text for child in root.iter("text")]
    assert "gezag" in texts and "JS" in texts and root.find("title").text == "De mensen rond Ruben"
