"""What a fixed version holds, as a JSON value: everything in words, the drawing, and the pieces as they stood."""

from typing import Any

from django.utils.safestring import mark_safe

from analysis.board.in_words import (
    advices_of,
    card_in_words,
    care_of,
    explanations_of,
    links_of,
    picture_of,
    rings_of,
)
from analysis.board.models import Advice, Analysis, Dissent, Element, Explanation, Link
from analysis.board.queries import Board

from .models import FixedVersion
from .state import AdviceState, CardState, CareState, DissentState, ExplanationState, LinkState, State

LAYOUT = 1
RING_LOOKS = {"negatief": "stuck", "positief": "helps", "gemengd": "attention", "dempend": "plain"}
FITS_TOGETHER = 1500


def content_of(board: Board, state: State) -> dict[str, Any]:
    """The content of a version of this board, of which `state` are the pieces.

    Explanations, advice and cards have the `id` of their piece, so that somebody can answer about one of them.
    """
    return {
        "layout": LAYOUT,
        "first_name": board.case.young_person.first_name,
        "explanations": _with_dissents(board),
        "picture": picture_of(board, True, "versie") if board.elements else None,
        "rings": rings_of(board),
        "columns": columns_of(board),
        "links": links_of(board),
        "advices": _numbered(board.advices, advices_of(board)),
        "care": care_of(board.analysis),
        "state": state.as_json(),
    }


def _numbered(rows: list[Any], told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"id": row.pk, **one} for row, one in zip(rows, told, strict=True)]


def _with_dissents(board: Board) -> list[dict[str, Any]]:
    """The explanations, each with who sees it differently."""
    told = _numbered(board.explanations, explanations_of(board))
    return [
        {
            **one,
            "dissents": [{"id": d.pk, "said_by": d.said_by, "text": d.text} for d in row.dissents.all()],
        }
        for row, one in zip(board.explanations, told, strict=True)
    ]


def columns_of(board: Board) -> list[dict[str, Any]]:
    """The cards in words, by the columns of the board; empty columns are left out."""
    return [
        {
            "title": column.title,
            "cards": [{"id": card.element.pk, **card_in_words(card)} for card in column.cards],
        }
        for column in board.columns
        if column.cards
    ]


def reading_of(version: FixedVersion, *, full: bool = True) -> dict[str, Any]:
    """The context `reading` of `analysis/versions/reading.html`.

    `full=False` leaves out what the report for the family leaves out as well: profile, climate and harmful care.
    """
    told = {"number": version.number, "fixed_at": version.fixed_at}
    return {**_shown(version.content), **told, **({} if full else {"care": []})}


def reading_of_board(board: Board, state: State) -> dict[str, Any]:
    """The same for what was never fixed: how it stood at some moment."""
    return _shown(content_of(board, state))


def _shown(content: dict[str, Any]) -> dict[str, Any]:
    picture = content["picture"]
    return {
        **content,
        # Our own template drew it, with every text escaped; it was kept as it was drawn.
        "picture": {**picture, "svg": mark_safe(picture["svg"])} if picture else None,  # noqa: S308  # nosec B308 B703
        "rings": {**content["rings"], "texts": [with_look(one) for one in content["rings"]["texts"]]},
        "short_explanations": sum(len(one["text"]) for one in content["explanations"]) < FITS_TOGETHER,
    }


def with_look(ring: dict[str, str]) -> dict[str, str]:
    """A ring with the look that goes with its kind."""
    return {**ring, "look": RING_LOOKS[ring["kind"]]}


def state_of(board: Board) -> State:
    """The pieces of a board as it stands now."""
    return State(
        cards=tuple(card_state(one) for one in board.elements),
        links=tuple(link_state(one) for one in board.links),
        explanations=tuple(explanation_state(one) for one in board.explanations),
        dissents=tuple(dissent_state(d) for one in board.explanations for d in one.dissents.all()),
        advices=tuple(advice_state(one, [e.pk for e in one.elements.all()]) for one in board.advices),
        care=care_state(board.analysis),
    )


def card_state(row: Element) -> CardState:
    """A card, of now or of the history."""
    return CardState(row.id, row.kind, row.domain, row.source, row.said_by, row.text)


def link_state(row: Link) -> LinkState:
    """A link, of now or of the history."""
    return LinkState(row.source_id, row.target_id, row.kind)


def explanation_state(row: Explanation) -> ExplanationState:
    """An explanation, of now or of the history."""
    return ExplanationState(row.id, row.text, row.certainty, row.test)


def dissent_state(row: Dissent) -> DissentState:
    """Who sees an explanation differently, now or then."""
    return DissentState(row.id, row.explanation_id, row.said_by, row.text)


def advice_state(row: Advice, elements: list[int]) -> AdviceState:
    """An advice, of now or of the history, with the numbers of the cards it hangs on."""
    key: int = row.id
    return AdviceState(
        key, row.text, row.life_area, row.owner_name, row.variant, tuple(sorted(set(elements)))
    )


def care_state(row: Analysis) -> CareState:
    """The four answers about care, of now or of the history."""
    return CareState(
        tuple(row.harmful_care or ()),
        tuple(row.positive_pattern or ()),
        row.profile or "",
        tuple(row.climate or ()),
    )
