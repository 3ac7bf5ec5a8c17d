"""Reading an analysis: the graph, and the board with everything on it, in a fixed number of queries."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from django.db.models import Prefetch
from django.utils.safestring import SafeString

from cases.casefile.models import Case
from cases.choices.queries import label, labels

from .checks import AdviceHook, Gap, find_gaps
from .graph import Edge, ElementKind, Graph, Node, Place
from .models import Advice, Analysis, Dissent, Element, Explanation, Link
from .picture import Picture, layout, render_picture
from .rings import RingKind, RingSet, find_rings
from .says import who_says
from .sentences import RingText, link_sentence, picture_summary, read_rings, ring_title

SHOWN_RINGS = {RingKind.NEGATIVE: 4, RingKind.POSITIVE: 4, RingKind.MIXED: 2, RingKind.BALANCING: 2}
OPENED_RINGS = 24
LARGE = 900
RING_ORDER = (RingKind.NEGATIVE, RingKind.POSITIVE, RingKind.MIXED, RingKind.BALANCING)


def graph_of(analysis: Analysis) -> Graph:
    """The causal graph; two queries."""
    return as_graph(analysis, analysis.elements.all(), analysis.links.all())


def as_graph(analysis: Analysis, elements: Iterable[Element], links: Iterable[Link]) -> Graph:
    """Rows that are already read as a graph; equal positions follow the order in which they were made."""
    return Graph(
        tuple(
            Node(one.pk, one.text, one.kind, one.domain, one.source, place)
            for place, one in enumerate(elements)
        ),
        tuple(Edge(one.pk, one.source_id, one.target_id, one.kind, place) for place, one in enumerate(links)),
        tuple(Place(*one) for one in analysis.arranged.get("places", ())),
    )


def words() -> dict[str, str]:
    """Code → label for the picture and the sentences; a domain comes before a source with the same code."""
    return {**labels("bron"), **labels("element_soort"), **labels("domein")}


@dataclass(frozen=True)
class Card:
    """An element as it lies on the board; `links` counts both directions."""

    element: Element
    says: str
    links: int

    @property
    def key(self) -> str:
        return f"kaartje-{self.element.pk}"

    @property
    def domain(self) -> str:
        """The first word of the domain, as it fits under a card: «School» of «School en dagbesteding»."""
        return label("domein", self.element.domain).split(" en ")[0]


@dataclass(frozen=True)
class Column:
    """A column of the board: one or two kinds of elements under one question."""

    code: str
    title: str
    intro: str
    kinds: tuple[str, ...]
    cards: list[Card] = field(default_factory=list)


COLUMNS = (
    Column("klacht", "Wat zien we?", "Klachten en gedrag, zoals mensen ze zeggen", (ElementKind.COMPLAINT,)),
    Column(
        "ontstaan",
        "Waar begon het?",
        "Ontstaan, en wat het uitlokte",
        (ElementKind.ORIGIN, ElementKind.TRIGGER),
    ),
    Column(
        "in_stand_houdend",
        "Wat houdt het vast?",
        "Waarom het niet vanzelf overgaat",
        (ElementKind.MAINTAINING,),
    ),
    Column(
        "beschermend",
        "Wat helpt en geeft kracht?",
        "Waar en wanneer gaat het wél goed",
        (ElementKind.PROTECTIVE,),
    ),
)


def column_of(kind: str) -> Column:
    """The column (without cards) where a kind of element belongs."""
    return next(column for column in COLUMNS if kind in column.kinds)


@dataclass(frozen=True)
class LinkRow:
    """A link with its two cards and what it says in one sentence."""

    link: Link
    source: Element
    target: Element
    sentence: str

    @property
    def key(self) -> str:
        return f"verband-{self.link.pk}"


@dataclass(frozen=True)
class DissentRow:
    """Somebody who sees an explanation differently."""

    one: Dissent

    @property
    def key(self) -> str:
        return f"kijk-{self.one.pk}"


@dataclass(frozen=True)
class ExplanationRow:
    """An explanation as it stands under the board, with who sees it differently."""

    one: Explanation

    @property
    def dissents(self) -> list[DissentRow]:
        return [DissentRow(one) for one in self.one.dissents.all()]

    @property
    def new_key(self) -> str:
        """The id of the place where a dissent is written."""
        return f"kijk-nieuw-{self.one.pk}"

    @property
    def key(self) -> str:
        return f"verklaring-{self.one.pk}"

    @property
    def colour(self) -> str:
        """The kind of badge for its certainty."""
        return {"hypothese": "attention", "betwist": "stuck"}.get(self.one.certainty, "good")


@dataclass(frozen=True)
class AdviceRow:
    """An advice with the cards it hangs on."""

    one: Advice
    hung: list[Element]

    @property
    def key(self) -> str:
        return f"advies-{self.one.pk}"


@dataclass(frozen=True)
class RingGroup:
    """The rings of one kind: some at once, some behind «meer», and how many there are besides."""

    kind: RingKind
    title: str
    shown: list[RingText]
    opened: list[RingText]
    left_out: int


@dataclass
class Board:
    """Everything that lies on the board of one case."""

    case: Case
    analysis: Analysis
    elements: list[Element]
    links: list[Link]
    explanations: list[Explanation]
    advices: list[Advice]

    @cached_property
    def graph(self) -> Graph:
        return as_graph(self.analysis, self.elements, self.links)

    @cached_property
    def ring_set(self) -> RingSet:
        return find_rings(self.graph)

    @cached_property
    def rings(self) -> tuple[RingText, ...]:
        return read_rings(self.ring_set)

    @cached_property
    def drawing(self) -> Picture:
        return layout(self.graph, self.ring_set, words())

    @property
    def picture(self) -> SafeString:
        return render_picture(self.drawing)

    @property
    def picture_is_large(self) -> bool:
        """Too large to be read beside the cards without moving it."""
        return self.drawing.width > LARGE

    @cached_property
    def columns(self) -> list[Column]:
        name = self.case.young_person.first_name
        count = Counter(end for link in self.links for end in (link.source_id, link.target_id))
        cards = [Card(one, who_says(one, name), count[one.pk]) for one in self.elements]
        return [
            Column(
                c.code, c.title, c.intro, c.kinds, [card for card in cards if card.element.kind in c.kinds]
            )
            for c in COLUMNS
        ]

    @cached_property
    def link_rows(self) -> list[LinkRow]:
        by_id = {one.pk: one for one in self.elements}
        sentences = {edge.id: link_sentence(self.graph, edge) for edge in self.graph.edges}
        return [
            LinkRow(one, by_id[one.source_id], by_id[one.target_id], sentences[one.pk]) for one in self.links
        ]

    @cached_property
    def explanation_rows(self) -> list[ExplanationRow]:
        return [ExplanationRow(one) for one in self.explanations]

    @cached_property
    def advice_rows(self) -> list[AdviceRow]:
        return [AdviceRow(one, list(one.elements.all())) for one in self.advices]

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        hooks = [
            AdviceHook(row.one.pk, row.one.text, tuple(e.pk for e in row.hung)) for row in self.advice_rows
        ]
        return find_gaps(self.graph, hooks, [one.text for one in self.explanations])

    @cached_property
    def ring_groups(self) -> list[RingGroup]:
        """The rings per kind, what holds it stuck first; only as many as one can read."""
        by_kind = {kind: list(group) for kind, group in groupby(sorted(self.rings, key=_kind), key=_kind)}
        return [_group(kind, by_kind[kind]) for kind in RING_ORDER if kind in by_kind]

    @property
    def summary(self) -> str:
        return picture_summary(self.graph, self.ring_set)

    @property
    def is_empty(self) -> bool:
        return not (self.elements or self.explanations or self.advices)


def _kind(text: RingText) -> str:
    return text.kind.value


def _group(kind: RingKind, rings: list[RingText]) -> RingGroup:
    left_out = max(len(rings) - OPENED_RINGS, 0)
    first = SHOWN_RINGS[kind]
    return RingGroup(kind, ring_title(kind), rings[:first], rings[first:OPENED_RINGS], left_out)


def board_of(case: Case, analysis: Analysis) -> Board:
    """The board of a case; six queries, however much lies on it."""
    hung = Prefetch("elements", queryset=Element.objects.only("pk", "text", "domain"))
    return Board(
        case=case,
        analysis=analysis,
        elements=list(analysis.elements.all()),
        links=list(analysis.links.all()),
        explanations=list(analysis.explanations.prefetch_related("dissents")),
        advices=list(analysis.advices.prefetch_related(hung)),
    )
