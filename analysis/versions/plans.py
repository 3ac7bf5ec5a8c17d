"""What will happen when one piece comes back as it was: told beforehand, and then done exactly so. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from analysis.board.graph import ElementKind, LinkKind, validate_link
from analysis.board.sentences import link_sentence

from .field_diffs import FieldDiff, Say, advice_fields, card_fields, dissent_fields, explanation_fields
from .state import AdviceState, CardState, DissentState, LinkState, State

PLURAL = {"kaartje": "cards", "verklaring": "explanations", "kijk": "dissents", "advies": "advices"}
HELPED = (
    "Naar dit kaartje wijst nu een verband “helpt”. Dat kan alleen bij iets wat helpt of kracht geeft, en dat was dit "
    "kaartje toen niet. Haal dat verband eerst weg."
)


NO_EXPLANATION = "De verklaring waar dit bij hoort is weg. Zet eerst die terug: dan komt dit mee."


@dataclass(frozen=True)
class PartPlan:
    """What bringing back one piece does.

    `now` is None when the piece is gone. `dissents` come back with an explanation that is gone. `links` come back
    with a card (`sentences` says them), `hung` are the numbers of the advices under which it comes to hang again
    (`told` says them), or of the cards an advice will hang on. `left` says what will not come back, and why;
    `blocked` why nothing can.
    """

    piece: str
    then: Any
    now: Any
    fields: tuple[FieldDiff, ...] = ()
    links: tuple[LinkState, ...] = ()
    sentences: tuple[str, ...] = ()
    dissents: tuple[DissentState, ...] = ()
    hung: tuple[int, ...] = ()
    told: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    blocked: str = ""

    @property
    def changes_nothing(self) -> bool:
        """It stands there as it was."""
        return self.now is not None and not (self.fields or self.links or self.told)


def piece_in(state: State, piece: str, pk: int) -> Any:
    """The piece of this kind and number in a state; None when it was not there."""
    return next((one for one in getattr(state, PLURAL[piece]) if one.pk == pk), None)


def plan_part(now: State, then: State, piece: str, pk: int, say: Say) -> PartPlan | None:
    """What bringing back this piece as it was `then` will do; None when it was not there then."""
    wanted = piece_in(then, piece, pk)
    if wanted is None:
        return None
    current = piece_in(now, piece, pk)
    if piece == "kaartje":
        return _plan_card(now, then, wanted, current, say)
    if piece == "advies":
        return _plan_advice(now, then, wanted, current, say)
    if piece == "kijk":
        there = any(one.pk == wanted.explanation for one in now.explanations)
        fields = dissent_fields(current, wanted) if current else ()
        return PartPlan(piece, wanted, current, fields, blocked="" if there else NO_EXPLANATION)
    fields = explanation_fields(current, wanted, say) if current else ()
    dissents = () if current else tuple(one for one in then.dissents if one.explanation == pk)
    return PartPlan(piece, wanted, current, fields, dissents=dissents)


def _plan_card(now: State, then: State, wanted: CardState, current: CardState | None, say: Say) -> PartPlan:
    links: list[tuple[LinkState, str]] = []
    left = []
    for link, sentence in _around(then, wanted.pk):
        why = why_not(now, wanted, link)
        if why:
            left.append(f"{sentence} {why}")
        elif why is None:
            links.append((link, sentence))
    advices = {one.pk: one for one in now.advices}
    hung = [
        advices[one.pk]
        for one in then.advices
        if wanted.pk in one.elements and one.pk in advices and wanted.pk not in advices[one.pk].elements
    ]
    return PartPlan(
        "kaartje", wanted, current, card_fields(current, wanted, say) if current else (),
        links=tuple(link for link, _ in links), sentences=tuple(sentence for _, sentence in links),
        hung=tuple(one.pk for one in hung), told=tuple(one.text for one in hung), left=tuple(left),
        blocked=HELPED if _is_helped(now, wanted) else "",
    )  # fmt: skip


def _around(state: State, pk: int) -> Iterator[tuple[LinkState, str]]:
    """The links of a card, each with its sentence."""
    graph, kinds = state.graph, {(one.source, one.target): one for one in state.links}
    for edge in graph.edges:
        if pk in (edge.source, edge.target):
            yield kinds[int(edge.source), int(edge.target)], link_sentence(graph, edge)


def why_not(now: State, wanted: CardState, link: LinkState) -> str | None:
    """Why a link of a card that comes back cannot lie there; empty when it lies there already, None when it can."""
    kinds = {one.pk: one.kind for one in now.cards} | {wanted.pk: wanted.kind}
    lying = {(one.source, one.target): one.kind for one in now.links}
    pair = (link.source, link.target)
    if pair in lying:
        return "" if lying[pair] == link.kind else "Er ligt nu een ander verband. Dat blijft liggen."
    if not {link.source, link.target} <= kinds.keys():
        return "Het andere kaartje is er niet meer."
    return " ".join(validate_link(kinds[link.source], kinds[link.target], link.kind, False)) or None


def _is_helped(now: State, wanted: CardState) -> bool:
    return wanted.kind != ElementKind.PROTECTIVE and any(
        one.target == wanted.pk and one.kind == LinkKind.HELPS for one in now.links
    )


def _plan_advice(
    now: State, then: State, wanted: AdviceState, current: AdviceState | None, say: Say
) -> PartPlan:
    texts = {one.pk: one.text for state in (then, now) for one in state.cards}
    there = {one.pk for one in now.cards}
    hung = tuple(pk for pk in wanted.elements if pk in there)
    left = [f"“{texts[pk]}” is er niet meer: het advies hangt er straks niet aan."
            for pk in wanted.elements if pk not in there]  # fmt: skip
    reached = AdviceState(**{**vars(wanted), "elements": hung})
    fields = advice_fields(current, reached, texts, say) if current else ()
    return PartPlan("advies", wanted, current, fields, hung=hung, left=tuple(left))
