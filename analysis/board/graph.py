"""The causal graph of an analysis: elements, the links between them, and the rules for a link.

Pure: no models and no database. Whoever reads the board from the database hands over a `Graph`;
rings, checks, sentences and the picture are made from it. Codes are the Dutch slugs of the choice lists.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

Id = int | str


class ElementKind(StrEnum):
    """What an element is in the explanation."""

    COMPLAINT = "klacht"
    ORIGIN = "ontstaan"
    TRIGGER = "uitlokkend"
    MAINTAINING = "in_stand_houdend"
    PROTECTIVE = "beschermend"


class LinkKind(StrEnum):
    """What one element does to another."""

    CAUSES = "veroorzaakt"
    TRIGGERS = "lokt_uit"
    MAINTAINS = "houdt_in_stand"
    STRENGTHENS = "versterkt"
    HELPS = "helpt"
    DAMPS = "dempt"


@dataclass(frozen=True)
class Node:
    """An element. `position` is its place on the board; it breaks ties, so that the same board reads the same."""

    id: Id
    text: str
    kind: str
    domain: str = ""
    source: str = ""
    position: int = 0

    def __post_init__(self) -> None:
        ElementKind(self.kind)

    @property
    def is_protective(self) -> bool:
        return self.kind == ElementKind.PROTECTIVE

    @property
    def is_complaint(self) -> bool:
        return self.kind == ElementKind.COMPLAINT


@dataclass(frozen=True)
class Edge:
    """A link from one element to another. `position` is the order in which the links were laid."""

    id: Id
    source: Id
    target: Id
    kind: str
    position: int = 0

    def __post_init__(self) -> None:
        LinkKind(self.kind)

    @property
    def sign(self) -> int:
        """+1 when more of the one gives more of the other, −1 when it gives less."""
        return -1 if self.kind == LinkKind.DAMPS else 1


@dataclass(frozen=True)
class Place:
    """Where the box of an element stood when the picture was last put in order.

    In which part that hangs together, in which row of it from above, and how far its middle is to the right (px).
    """

    node: Id
    part: int
    row: int
    x: float


@dataclass(frozen=True)
class Graph:
    """Elements and links, put in the order of their positions. `places`: where the picture keeps boxes, if anywhere.

    Raises ValueError for an unknown kind, an id used twice, a link to an unknown element, a link to itself and
    a second link over the same ordered pair: the database refuses these too, so here they are a mistake in code.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    places: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "nodes", tuple(sorted(self.nodes, key=lambda node: node.position)))
        object.__setattr__(self, "edges", tuple(sorted(self.edges, key=lambda edge: edge.position)))
        _refuse_broken(self)

    @cached_property
    def by_id(self) -> Mapping[Id, Node]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def edge_between(self) -> Mapping[tuple[Id, Id], Edge]:
        """The link over an ordered pair of element ids."""
        return {(edge.source, edge.target): edge for edge in self.edges}

    @cached_property
    def rank(self) -> Mapping[Id, int]:
        """The place of every element in the order of the board, counted from 0, without ties."""
        return {node.id: place for place, node in enumerate(self.nodes)}

    @cached_property
    def entering(self) -> Mapping[Id, tuple[Edge, ...]]:
        """The links that point to each element."""
        found: dict[Id, tuple[Edge, ...]] = {node.id: () for node in self.nodes}
        for edge in self.edges:
            found[edge.target] += (edge,)
        return found

    @cached_property
    def leaving(self) -> Mapping[Id, tuple[Edge, ...]]:
        """The links that start at each element."""
        found: dict[Id, tuple[Edge, ...]] = {node.id: () for node in self.nodes}
        for edge in self.edges:
            found[edge.source] += (edge,)
        return found


def _refuse_broken(graph: Graph) -> None:
    known = {node.id for node in graph.nodes}
    if len(known) < len(graph.nodes):
        raise ValueError("two elements have the same id")
    pairs = [(edge.source, edge.target) for edge in graph.edges]
    if len(set(pairs)) < len(pairs):
        raise ValueError("two links over the same ordered pair")
    for source, target in pairs:
        if source == target:
            raise ValueError(f"link from {source!r} to itself")
        if source not in known or target not in known:
            raise ValueError(f"link between unknown elements: {source!r} and {target!r}")


def validate_link(
    source_kind: str, target_kind: str, link_kind: str, same: bool, exists: bool = False
) -> list[str]:
    """What is wrong with a link somebody wants to lay, in Dutch; an empty list when it may be laid.

    `same`: it starts and ends at one element. `exists`: this ordered pair has a link already.
    The rules are those of domain.md, "Link rules".
    """
    wrong = []
    kinds = set(ElementKind)
    if source_kind not in kinds or target_kind not in kinds:
        wrong.append("Dit soort kaartje kennen we niet.")
    if link_kind not in set(LinkKind):
        wrong.append("Dit soort verband kennen we niet.")
    if same:
        wrong.append("Een kaartje kan geen verband met zichzelf hebben. Kies een ander kaartje.")
    if exists:
        wrong.append("Tussen deze twee kaartjes ligt al een verband in deze richting. Pas dat verband aan.")
    if link_kind == LinkKind.HELPS and target_kind != ElementKind.PROTECTIVE:
        wrong.append(
            "“Helpt” kan alleen wijzen naar iets wat beschermt. Wordt een probleem er minder van? Kies dan “dempt”."
        )
    return wrong
