"""Rings and picture of a large board against the invented case."""

from collections.abc import Iterator
from random import Random

from analysis.board.graph import Edge, Graph, Node
from analysis.board.picture import layout
from analysis.board.rings import find_rings
from tests.analysis.loading.files import bankzitter, read

from .lines import Line, both, quickest
from .sizes import Sizes


def boards(sizes: Sizes) -> Iterator[Line]:
    """Finding the rings and laying out the picture."""
    known, large = invented_case(), board_of(sizes.elements, sizes.links)
    grown = {
        "kaartjes": [len(known.nodes), len(large.nodes)],
        "verbanden": [len(known.edges), len(large.edges)],
        "kringen": [len(find_rings(known).rings), len(find_rings(large).rings)],
    }
    finding = [quickest(lambda graph=graph: find_rings(graph), sizes.repeats) for graph in (known, large)]
    yield from both("kringen vinden", *finding, "de bankzitter", grown)
    drawing = [
        quickest(lambda graph=graph: layout(graph, find_rings(graph)), sizes.repeats)
        for graph in (known, large)
    ]
    yield from both("plaatje opmaken", *drawing, "de bankzitter", grown)


def invented_case() -> Graph:
    """The board of the invented case, without a database."""
    case = read(bankzitter()).case
    assert case is not None
    nodes = [Node(e.key, e.text, e.kind, e.domain, e.source, place) for place, e in enumerate(case.elements)]
    edges = [Edge(place, one.source, one.target, one.kind, place) for place, one in enumerate(case.links)]
    return Graph(tuple(nodes), tuple(edges))


def board_of(elements: int, links: int) -> Graph:
    """A board as a long meeting makes it: a chain that closes, and links at random; always the same."""
    pick = Random(elements * links)  # nosec B311
    kinds = ["klacht", "ontstaan", "uitlokkend", "in_stand_houdend"]
    nodes = [
        Node(
            place,
            f"Kaartje {place} over wat er thuis en op school gebeurt",
            kinds[place % 4],
            "jeugdige",
            "ouder",
            place,
        )
        for place in range(elements)
    ]
    pairs = {(place, (place + 1) % elements) for place in range(elements)}
    while len(pairs) < links:
        source, target = pick.sample(range(elements), 2)
        pairs.add((source, target))
    ordered = sorted(pairs)
    edges = [
        Edge(place, source, target, "versterkt", place) for place, (source, target) in enumerate(ordered)
    ]
    return Graph(tuple(nodes), tuple(edges))
