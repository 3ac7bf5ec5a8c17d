"""The pieces of an analysis as they stood at one moment. Pure: no models and no database.

A state comes from the board of now, from the history, or from a fixed version; the same pieces give equal states,
so any two can be laid beside each other. Pieces are called by the numbers they have in the database.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import Any

from analysis.board.graph import Edge, ElementKind, Graph, Node

_COLUMNS = {
    ElementKind.COMPLAINT: 0,
    ElementKind.ORIGIN: 1,
    ElementKind.TRIGGER: 1,
    ElementKind.MAINTAINING: 2,
    ElementKind.PROTECTIVE: 3,
}


def column_of(kind: str) -> int:
    """The column of the board in which cards of this kind lie, counted from 0."""
    return _COLUMNS[ElementKind(kind)]


@dataclass(frozen=True)
class CardState:
    """A card; kind, domain and source are codes."""

    pk: int
    kind: str
    domain: str
    source: str
    said_by: str
    text: str


@dataclass(frozen=True)
class LinkState:
    """A link between two cards. What it is, is its pair: between two cards lies one link at most."""

    source: int
    target: int
    kind: str


@dataclass(frozen=True)
class ExplanationState:
    """An explanation; certainty is a code."""

    pk: int
    text: str
    certainty: str
    test: str


@dataclass(frozen=True)
class DissentState:
    """Somebody who sees an explanation (by number) differently."""

    pk: int
    explanation: int
    said_by: str
    text: str


@dataclass(frozen=True)
class AdviceState:
    """An advice with the cards it hangs on, by number."""

    pk: int
    text: str
    life_area: str
    owner_name: str
    variant: str
    elements: tuple[int, ...] = ()


@dataclass(frozen=True)
class CareState:
    """The four answers about care, as codes."""

    harmful_care: tuple[str, ...] = ()
    positive_pattern: tuple[str, ...] = ()
    profile: str = ""
    climate: tuple[str, ...] = ()


@dataclass(frozen=True)
class State:
    """Everything on the board, in order."""

    cards: tuple[CardState, ...] = ()
    links: tuple[LinkState, ...] = ()
    explanations: tuple[ExplanationState, ...] = ()
    dissents: tuple[DissentState, ...] = ()
    advices: tuple[AdviceState, ...] = ()
    care: CareState = field(default_factory=CareState)

    @property
    def is_empty(self) -> bool:
        return self == State()

    @property
    def graph(self) -> Graph:
        """The causal graph; a link of which an end is missing is left out. A link is called by its pair."""
        known = {one.pk for one in self.cards}
        nodes = (
            Node(one.pk, one.text, one.kind, one.domain, one.source, place)
            for place, one in enumerate(self.cards)
        )
        edges = (
            Edge(f"{one.source}-{one.target}", one.source, one.target, one.kind, place)
            for place, one in enumerate(self.links)
            if {one.source, one.target} <= known
        )
        return Graph(tuple(nodes), tuple(edges))

    def as_json(self) -> dict[str, Any]:
        """As a JSON value that `state_from` reads."""
        value: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return value

    @property
    def fingerprint(self) -> str:
        """SHA-256 of all one sees: cards in the order of their column, advice in order, the rest in any order."""
        value = self.as_json()
        value["cards"].sort(key=lambda card: column_of(card["kind"]))
        value["dissents"].sort(key=lambda one: (one["explanation"], one["pk"]))
        value["links"].sort(key=lambda link: (link["source"], link["target"]))
        return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()

    def is_same(self, other: "State") -> bool:
        """Whether two states say the same."""
        return self.fingerprint == other.fingerprint


def state_from(value: dict[str, Any]) -> State:
    """The state that `as_json` wrote."""
    care: dict[str, Any] = {
        name: tuple(got) if isinstance(got, list) else got for name, got in value["care"].items()
    }
    return State(
        cards=tuple(CardState(**one) for one in value["cards"]),
        links=tuple(LinkState(**one) for one in value["links"]),
        explanations=tuple(ExplanationState(**one) for one in value["explanations"]),
        dissents=tuple(DissentState(**one) for one in value["dissents"]),
        advices=tuple(AdviceState(**{**one, "elements": tuple(one["elements"])}) for one in value["advices"]),
        care=CareState(**care),
    )
