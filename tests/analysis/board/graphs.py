"""Graphs for tests: the invented case, small ones in one line, and any graph at all for property tests."""

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from analysis.board.graph import Edge, ElementKind, Graph, Id, LinkKind, Node

BANKZITTER = json.loads(
    (Path(__file__).parents[2] / "data/casus/bankzitter.json").read_text(encoding="utf-8")
)
KINDS = {"k": "klacht", "o": "ontstaan", "u": "uitlokkend", "i": "in_stand_houdend", "b": "beschermend"}
SIGNS = {">": "versterkt", "-": "dempt"}
DOMAINS = ("jeugdige", "ouders", "gezin", "school", "netwerk", "hulpverlening", "")


def slug(label: str) -> str:
    return label.lower().replace(" ", "_")


def bankzitter() -> Graph:
    """The graph of the invented case, with the ids of the file."""
    analysis: dict[str, Any] = BANKZITTER["analyse"]
    nodes = [
        Node(
            one["id"],
            one["tekst"],
            slug(one["soort"]),
            slug(one["domein"]).split("_")[0],
            slug(one["bron"]),
            place,
        )
        for place, one in enumerate(analysis["elementen"])
    ]
    edges = [
        Edge(place, one["van"], one["naar"], slug(one["soort"]), place)
        for place, one in enumerate(analysis["verbanden"])
    ]
    return Graph(tuple(nodes), tuple(edges))


def small(*links: str, loose: str = "") -> Graph:
    """A graph out of links such as "k1>i1" (versterkt) and "b1-k1" (dempt); the first letter is the kind.

    Elements get their positions in the order in which they are first named; `loose` names more of them first.
    """
    names = loose.split()
    edges = []
    for place, link in enumerate(links):
        sign = ">" if ">" in link else "-"
        source, target = link.split(sign)
        names += [source, target]
        edges.append(Edge(f"v{place}", source, target, SIGNS[sign], place))
    nodes = [
        Node(name, f"Tekst van {name}", KINDS[name[0]], "gezin", "ouder", place)
        for place, name in enumerate(dict.fromkeys(names))
    ]
    return Graph(tuple(nodes), tuple(edges))


def complete(size: int) -> Graph:
    """Everything linked with everything."""
    pairs = [(one, other) for one in range(size) for other in range(size) if one != other]
    return Graph(
        tuple(Node(place, f"Kaartje {place}", "klacht", "gezin", "", place) for place in range(size)),
        tuple(Edge(place, one, other, "versterkt", place) for place, (one, other) in enumerate(pairs)),
    )


def renamed(graph: Graph, names: dict[Id, Id]) -> Graph:
    """The same graph with other ids, handed over in the reverse order."""
    nodes = [Node(names[n.id], n.text, n.kind, n.domain, n.source, n.position) for n in graph.nodes]
    edges = [Edge(f"nieuw {e.id}", names[e.source], names[e.target], e.kind, e.position) for e in graph.edges]
    return Graph(tuple(reversed(nodes)), tuple(reversed(edges)))


@st.composite
def graphs(
    draw: st.DrawFn, largest: int = 6, most: int = 12, text: st.SearchStrategy[str] | None = None
) -> Graph:
    """Any graph: elements of every kind, at most one link over an ordered pair."""
    size = draw(st.integers(0, largest))
    kinds = draw(st.lists(st.sampled_from(list(ElementKind)), min_size=size, max_size=size))
    texts = draw(st.lists(st.just("Een kaartje") if text is None else text, min_size=size, max_size=size))
    domains = draw(st.lists(st.sampled_from(DOMAINS), min_size=size, max_size=size))
    pairs = [(one, other) for one in range(size) for other in range(size) if one != other]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=most)) if pairs else []
    signs = draw(st.lists(st.sampled_from(list(LinkKind)), min_size=len(chosen), max_size=len(chosen)))
    return Graph(
        tuple(Node(place, texts[place], kinds[place], domains[place], "", place) for place in range(size)),
        tuple(
            Edge(place, *pair, kind, place)
            for place, (pair, kind) in enumerate(zip(chosen, signs, strict=True))
        ),
    )
