"""What lies on a board as plain words and numbers, to be kept: for a report and for a fixed version of the analysis."""

from dataclasses import replace
from typing import Any

from cases.choices.queries import label, labels

from .models import Analysis
from .paper import paper_for
from .picture import layout, render_picture
from .queries import Board, Card, words
from .rings import RingKind
from .sentences import link_sentence, picture_sentences

SHOWN_RINGS = 24


def explanations_of(board: Board) -> list[dict[str, str]]:
    """The explanations with how certain they are, in words."""
    return [
        {
            "text": one.text,
            "certainty": one.certainty,
            "words": label("zekerheid", one.certainty),
            "test": one.test,
        }
        for one in board.explanations
    ]


def picture_of(board: Board, draw: bool, name: str = "rapport") -> dict[str, str]:
    """The picture as it is drawn now, told in full for who cannot see it, and on which paper it fits.

    `name` begins the ids inside the drawing.
    """
    if not draw:
        return {"svg": "", "paper": ""}
    told = " ".join(picture_sentences(board.graph, board.ring_set, words()))
    drawn = replace(layout(board.graph, board.ring_set, words()), description=told)
    return {"svg": str(render_picture(drawn, name)), "paper": paper_for(drawn.width, drawn.height)}


def rings_of(board: Board) -> dict[str, Any]:
    """The rings read out, those that hold it stuck first."""
    shown = [text for group in board.ring_groups for text in (*group.shown, *group.opened)]
    texts = [
        {"kind": text.kind.value, "title": text.title, "sentence": text.sentence}
        for text in shown[:SHOWN_RINGS]
    ]
    return {
        "texts": texts,
        "left_out": len(board.rings) - len(texts),
        "more": board.ring_set.more,
        "stuck": sum(text.kind == RingKind.NEGATIVE for text in board.rings),
        "out": sum(text.kind == RingKind.POSITIVE for text in board.rings),
    }


def advices_of(board: Board) -> list[dict[str, Any]]:
    """The advice in order, each with who takes it up and what it hangs on.

    Versions B and C come in the place of the A before them, so they keep its number.
    """
    numbers = advice_numbers([one.variant for one in board.advices])
    return [
        {
            "number": number,
            "text": one.text,
            "area": label("leefgebied", one.life_area),
            "area_code": one.life_area,
            "owner": one.owner_name,
            "variant": one.variant,
            "because": [element.text for element in one.elements.all()],
        }
        for number, one in zip(numbers, board.advices, strict=True)
    ]


def advice_numbers(variants: list[str]) -> list[str]:
    """«1», «2A», «2B», «3»: a later version has the number of the version before it."""
    numbers, last, before = [], 0, ""
    for variant in variants:
        if not (variant and before and variant > before):
            last += 1
        numbers.append(f"{last}{variant}")
        before = variant
    return numbers


def card_in_words(card: Card) -> dict[str, str]:
    """A card with its kind and domain in words, and who says it."""
    element = card.element
    return {
        "text": element.text,
        "kind": label("element_soort", element.kind),
        "domain": label("domein", element.domain),
        "domain_code": element.domain,
        "says": card.says,
    }


def links_of(board: Board) -> list[str]:
    """Every link as a sentence."""
    return [link_sentence(board.graph, edge) for edge in board.graph.edges]


def care_of(analysis: Analysis) -> list[dict[str, Any]]:
    """Profile, climate, harmful care and the positive pattern, as far as they were answered."""
    parts = [
        ("Profiel", "profiel", [analysis.profile] if analysis.profile else []),
        ("Klimaat waarin het goed gaat", "klimaat", analysis.climate),
        ("Positief patroon", "positief_patroon", analysis.positive_pattern),
        ("Schadelijke zorg die we zagen", "schadelijke_zorg", analysis.harmful_care),
    ]
    known = {question: labels(question) for _, question, _ in parts}
    return [
        {"name": name, "values": [known[question][code] for code in codes], "question": question}
        for name, question, codes in parts
        if codes
    ]
