"""The board in words: a ring read out, a link as a sentence, and the whole picture for who cannot see it. Pure.

People's own texts are never changed or inflected: they stand between quotation marks in short sentences.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.board.graph import Edge, Graph, Id, LinkKind, Node
from analysis.board.rings import Ring, RingKind, RingSet
from analysis.board.wording import quoted

_VERBS: Mapping[str, tuple[str, str]] = {
    LinkKind.CAUSES: ("veroorzaakt", ""),
    LinkKind.TRIGGERS: ("lokt", "uit"),
    LinkKind.MAINTAINS: ("houdt", "in stand"),
    LinkKind.STRENGTHENS: ("versterkt", ""),
    LinkKind.HELPS: ("helpt", ""),
    LinkKind.DAMPS: ("dempt", ""),
}
_TITLES = {
    RingKind.NEGATIVE: "Dit houdt het vast",
    RingKind.POSITIVE: "Dit brengt vooruit",
    RingKind.MIXED: "Dit werkt twee kanten op",
    RingKind.BALANCING: "Dit remt zichzelf af",
}
_ENDINGS = {RingKind.BALANCING: "Zo remt de kring zichzelf af."}
_ROUND = "Zo is de kring rond."
_IN_A_RING = 110


@dataclass(frozen=True)
class RingText:
    """A ring read out: `number` counts all rings from 1; `title` says which of its kind it is, when there are more."""

    number: int
    kind: RingKind
    title: str
    sentence: str
    ring: Ring


def ring_title(kind: RingKind) -> str:
    """What a ring of this kind does, as a heading."""
    return _TITLES[kind]


def ring_sentence(ring: Ring, said: Mapping[Id, str] | None = None) -> str:
    """The ring read out from where it was set off until it is round. `said`: texts that are quoted already."""
    texts = [(said or {}).get(node.id) or quoted(node.text, _IN_A_RING) for node in ring.nodes]
    following = texts[1:] + texts[:1]
    sentences = []
    for place, edge in enumerate(ring.edges):
        last = place == len(ring.edges) - 1
        subject = texts[0] if place == 0 else "En dat" if last else "Dat"
        sentences.append(_clause(subject, edge.kind, following[place], "weer" if last else ""))
    return " ".join([*sentences, _ENDINGS.get(ring.kind, _ROUND)])


def read_rings(ring_set: RingSet, most: int | None = None) -> tuple[RingText, ...]:
    """Every ring, or the first `most`, with its heading ("Dit houdt het vast · 1 van 2") and its sentences."""
    kinds = [ring.kind for ring in ring_set.rings]
    said = {
        node.id: quoted(node.text, _IN_A_RING)
        for node in {n.id: n for r in ring_set.rings for n in r.nodes}.values()
    }
    texts = []
    for place, ring in enumerate(ring_set.rings[:most]):
        title, of_kind = ring_title(ring.kind), kinds.count(ring.kind)
        if of_kind > 1 or ring_set.more:
            title += f" · {kinds[: place + 1].count(ring.kind)} van {'meer dan ' * ring_set.more}{of_kind}"
        texts.append(RingText(place + 1, ring.kind, title, ring_sentence(ring, said), ring))
    return tuple(texts)


def link_sentence(graph: Graph, edge: Edge) -> str:
    """A link as a sentence: “A” houdt “B” in stand."""
    return _clause(quoted(graph.by_id[edge.source].text), edge.kind, quoted(graph.by_id[edge.target].text))


def node_sentence(node: Node, labels: Mapping[str, str] | None = None) -> str:
    """An element as a sentence: Klacht (domein: jeugdige; bron: ouder): “…”.

    `labels` gives the words for codes of domains and sources; a code without a label is shown as its own words.
    """
    known = (("domein", node.domain), ("bron", node.source))
    facts = "; ".join(f"{name}: {label(code, labels).lower()}" for name, code in known if code)
    return f"{label(node.kind, labels)}{f' ({facts})' if facts else ''}: {quoted(node.text)}."


def label(code: str, labels: Mapping[str, str] | None = None) -> str:
    """The words for a code: its label, or the code with spaces and a capital ("in_stand_houdend")."""
    words = (labels or {}).get(code) or code.replace("_", " ")
    return words[:1].upper() + words[1:]


def picture_summary(graph: Graph, ring_set: RingSet) -> str:
    """One sentence that counts what the picture holds."""
    rings = _count(len(ring_set.rings), "kring", "kringen")
    parts = (
        _count(len(graph.nodes), "kaartje", "kaartjes"),
        _count(len(graph.edges), "verband", "verbanden"),
        f"meer dan {rings}" if ring_set.more else rings,
    )
    return f"Op het bord: {parts[0]}, {parts[1]} en {parts[2]}."


def picture_sentences(
    graph: Graph, ring_set: RingSet, labels: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """The whole picture in words: a count, every element, every link, every ring."""
    if not graph.nodes:
        return ("Er staan nog geen kaartjes op het bord.",)
    return (
        picture_summary(graph, ring_set),
        *(node_sentence(node, labels) for node in graph.nodes),
        *(link_sentence(graph, edge) for edge in graph.edges),
        *(f"{text.title}: {text.sentence}" for text in read_rings(ring_set)),
    )


def _clause(subject: str, kind: str, thing: str, adverb: str = "") -> str:
    verb, rest = _VERBS[kind]
    return " ".join(word for word in (subject, verb, thing, adverb, rest) if word) + "."


def _count(number: int, one: str, many: str) -> str:
    return f"{'geen' if number == 0 else number} {one if number == 1 else many}"
