"""A state of then as a board of now, so that it is drawn and told by the same code. Nothing of it is saved."""

from analysis.board.models import Advice, Analysis, Dissent, Element, Explanation, Link
from analysis.board.queries import Board
from cases.casefile.models import Case

from .state import AdviceState, ExplanationState, State


def board_from(case: Case, state: State) -> Board:
    """The board as this state says; no query. A link is called by its pair."""
    cards = {one.pk: Element(**vars(one)) for one in state.cards}
    return Board(
        case=case,
        analysis=_analysis(case, state),
        elements=list(cards.values()),
        links=[
            Link(pk=f"{one.source}-{one.target}", source_id=one.source, target_id=one.target, kind=one.kind)
            for one in state.links
            if one.source in cards and one.target in cards
        ],
        explanations=[_explanation(one, state) for one in state.explanations],
        advices=[_advice(one, cards) for one in state.advices],
    )


def _analysis(case: Case, state: State) -> Analysis:
    care = {name: list(got) if isinstance(got, tuple) else got for name, got in vars(state.care).items()}
    return Analysis(case=case, **care)


def _explanation(one: ExplanationState, state: State) -> Explanation:
    """An explanation of which `dissents.all()` gives those of this state."""
    explanation, about = Explanation(**vars(one)), [d for d in state.dissents if d.explanation == one.pk]
    rows = [Dissent(pk=d.pk, explanation_id=one.pk, said_by=d.said_by, text=d.text) for d in about]
    explanation._prefetched_objects_cache = {"dissents": rows}  # type: ignore[attr-defined]
    return explanation


def _advice(one: AdviceState, cards: dict[int, Element]) -> Advice:
    """An advice of which `elements.all()` gives the cards of this state, as after a prefetch."""
    values = {name: value for name, value in vars(one).items() if name != "elements"}
    advice = Advice(**values)
    hung = [cards[pk] for pk in one.elements if pk in cards]
    advice._prefetched_objects_cache = {"elements": hung}  # type: ignore[attr-defined]
    return advice
