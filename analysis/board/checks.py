"""The "rond" check: what still has to be said before an analysis is round, as friendly gaps.

Pure. Behaviour is a signal, never the explanation: every complaint must be explained by something that is not
itself a complaint, and every advice must hang on an element (domain.md, §5).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from analysis.board.graph import ElementKind, Graph, Id, Node
from analysis.board.wording import quoted


class GapKind(StrEnum):
    """What is missing."""

    COMPLAINT_UNEXPLAINED = "klacht_zonder_verklaring"
    ADVICE_LOOSE = "advies_zonder_element"
    MAINTAINING_WITHOUT_ADVICE = "in_stand_houdend_zonder_advies"
    NO_EXPLANATION = "geen_verklaring"
    NO_PROTECTIVE = "geen_beschermend"


@dataclass(frozen=True)
class AdviceHook:
    """An advice and the elements it hangs on; all the check needs to know of it."""

    id: Id
    text: str
    node_ids: tuple[Id, ...] = ()


@dataclass(frozen=True)
class Gap:
    """One thing that is still missing, with the element or the advice where it is missing."""

    kind: GapKind
    sentence: str
    node_id: Id | None = None
    advice_id: Id | None = None


def klachten_zonder_verklaring(graph: Graph) -> tuple[Node, ...]:
    """The complaints that no chain of + links reaches from an element that is not itself a complaint."""
    reached = {node.id for node in graph.nodes if not node.is_complaint}
    waiting = list(reached)
    while waiting:
        for edge in graph.leaving[waiting.pop()]:
            if edge.sign > 0 and edge.target not in reached:
                reached.add(edge.target)
                waiting.append(edge.target)
    return tuple(node for node in graph.nodes if node.id not in reached)


def find_gaps(
    graph: Graph, advices: Sequence[AdviceHook] = (), explanations: Iterable[str] = ()
) -> tuple[Gap, ...]:
    """Everything that is not yet round, in the order in which a team fills it in; empty when it is round."""
    return (
        *_complaints(graph),
        *_explanation(explanations),
        *_protective(graph),
        *_loose_advices(graph, advices),
        *_maintaining(graph, advices),
    )


def _complaints(graph: Graph) -> list[Gap]:
    return [
        Gap(
            GapKind.COMPLAINT_UNEXPLAINED,
            f"Deze klacht heeft nog geen verklaring: {quoted(node.text)}. Wat zit eronder?",
            node_id=node.id,
        )
        for node in klachten_zonder_verklaring(graph)
    ]


def _explanation(explanations: Iterable[str]) -> list[Gap]:
    if any(text.strip() for text in explanations):
        return []
    return [
        Gap(
            GapKind.NO_EXPLANATION,
            "De verklaring is nog niet opgeschreven. Hoe hangt het samen, in gewone woorden?",
        )
    ]


def _protective(graph: Graph) -> list[Gap]:
    if any(node.is_protective for node in graph.nodes):
        return []
    return [
        Gap(
            GapKind.NO_PROTECTIVE,
            "Er staat nog niets wat helpt of kracht geeft. Waar en wanneer gaat het wél goed?",
        )
    ]


def _loose_advices(graph: Graph, advices: Sequence[AdviceHook]) -> list[Gap]:
    return [
        Gap(
            GapKind.ADVICE_LOOSE,
            f"Dit advies hangt nog nergens aan: {quoted(advice.text)}. Waar helpt het bij?",
            advice_id=advice.id,
        )
        for advice in advices
        if not any(node_id in graph.by_id for node_id in advice.node_ids)
    ]


def _maintaining(graph: Graph, advices: Sequence[AdviceHook]) -> list[Gap]:
    taken_up = {node_id for advice in advices for node_id in advice.node_ids}
    return [
        Gap(
            GapKind.MAINTAINING_WITHOUT_ADVICE,
            f"{quoted(node.text)} houdt het vast, maar komt in geen advies terug.",
            node_id=node.id,
        )
        for node in graph.nodes
        if node.kind == ElementKind.MAINTAINING and node.id not in taken_up
    ]
