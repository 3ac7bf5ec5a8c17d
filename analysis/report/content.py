"""What stands in an advice report, frozen as a JSON value: everything in words, nothing to look up afterwards.

The builder reads the database; what it gives holds texts and numbers only, so that a report made tomorrow from the
content of today is the report of today.
"""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils import timezone

from analysis.board.models import Analysis
from analysis.board.picture import layout, render_picture
from analysis.board.queries import Board, board_of, words
from analysis.board.rings import RingKind
from analysis.board.sentences import link_sentence, picture_sentences
from analysis.sharing.queries import role_in_words, shared_of
from cases.casefile.models import Case
from cases.casefile.overview import voices_of
from cases.choices.queries import label, labels
from cases.people.page import cards_of
from cases.steering.models import ActionStatus
from expertteam.ui.dates import age_on

from .models import Edition
from .paper import paper_for
from .plans import plans_content

LAYOUT = 1
NOT_COMPARED = frozenset({"picture"})
SHOWN_RINGS = 24


class NothingToReport(Exception):
    """There is no analysis yet, so a report would be empty."""


def content_of(case: Case, edition: Edition, *, draw: bool = True) -> dict[str, Any]:
    """The content of a report as the case stands today. Raises NothingToReport.

    Reads more than once: call it while the analysis is held, or for a preview only. `draw=False` leaves the drawing
    empty, for who only wants to know what will be in the report.
    """
    analysis = Analysis.objects.filter(case=case).first()
    board = board_of(case, analysis) if analysis else None
    if board is None or board.is_empty:
        raise NothingToReport
    content = {
        "layout": LAYOUT,
        "edition": edition.value,
        **about(case, board.analysis, timezone.localdate()),
        "explanations": explanations_of(board),
        "picture": picture_of(board, draw) if board.elements else None,
        "rings": rings_of(board),
        "advices": advices_of(board),
        "actions": actions_of(case),
        "shared": sharing_of(case, board.analysis),
        **plans_content(case, edition),
    }
    return {**content, **for_professionals(case, board)} if edition == Edition.PROFESSIONALS else content


def fingerprint_of(content: dict[str, Any]) -> str:
    """SHA-256 of what a report says; the drawing follows from the rest and is left out."""
    compared = {key: value for key, value in content.items() if key not in NOT_COMPARED}
    return hashlib.sha256(json.dumps(compared, sort_keys=True).encode()).hexdigest()


def about(case: Case, analysis: Analysis, today: date) -> dict[str, Any]:
    """Who it is about, what was asked, and which analysis it is."""
    person, referral = case.young_person, case.referral
    return {
        "case": {
            "number": case.number,
            "team": str(case.team),
            "referred_on": referral.referred_on.isoformat(),
        },
        "young_person": {
            "name": str(person),
            "first_name": person.first_name,
            "birth_date": person.birth_date.isoformat(),
            "age": age_on(person.birth_date, today),
        },
        "people": [
            {"name": one.main.name, "role": one.roles, "organisation": one.main.organisation}
            for one in cards_of(list(case.participants.all()))
            if one.current and not one.is_child
        ],
        "question": {
            "kind": label("wat_is_de_vraag", referral.question_kind),
            "line": referral.question_line,
            "voices": voices_of(case),
            "tried": referral.tried_before,
        },
        "analysis": {
            "version": analysis.version,
            "changed_at": analysis.changed_at.isoformat() if analysis.changed_at else "",
        },
    }


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


def picture_of(board: Board, draw: bool) -> dict[str, str]:
    """The picture as it is drawn now, told in full for who cannot see it, and on which paper it fits."""
    if not draw:
        return {"svg": "", "paper": ""}
    told = " ".join(picture_sentences(board.graph, board.ring_set, words()))
    drawn = replace(layout(board.graph, board.ring_set, words()), description=told)
    return {"svg": str(render_picture(drawn, "rapport")), "paper": paper_for(drawn.width, drawn.height)}


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


def actions_of(case: Case) -> list[dict[str, str]]:
    """The agreements that still count, by day."""
    return [
        {
            "text": one.text,
            "who": one.owner_name,
            "due_on": one.due_on.isoformat() if one.due_on else "",
            "status": ActionStatus(one.status).label,
            "result": one.result,
        }
        for one in case.actions.exclude(status=ActionStatus.DROPPED)
    ]


def sharing_of(case: Case, analysis: Analysis) -> dict[str, Any]:
    """Whether everybody stands behind it, in words and by name."""
    shared = shared_of(case, analysis)
    return {
        "state": shared.state.value,
        "name": shared.state_name,
        "sentences": list(shared.sentences),
        "answers": [
            {
                "name": one.name,
                "role": role_in_words(one),
                "verdict": one.given.verdict if one.given else "",
                "verdict_words": one.verdict_words,
                "words": one.given.words if one.given else "",
            }
            for one in shared.answers
            if one.asked
        ],
    }


def for_professionals(case: Case, board: Board) -> dict[str, Any]:
    """What the edition for professionals has besides: every element and link, the situation, and the care."""
    return {
        "columns": [
            {"title": column.title, "cards": [_card(card) for card in column.cards]}
            for column in board.columns
            if column.cards
        ],
        "links": [link_sentence(board.graph, edge) for edge in board.graph.edges],
        "situation": situation_of(case),
        "care": care_of(board.analysis),
    }


def _card(card: Any) -> dict[str, str]:
    element = card.element
    return {
        "text": element.text,
        "kind": label("element_soort", element.kind),
        "domain": label("domein", element.domain),
        "domain_code": element.domain,
        "says": card.says,
    }


@dataclass(frozen=True)
class Fact:
    """A field of the referral under the name people know it by, and the question its code answers."""

    name: str
    field: str
    question: str


SITUATION = (
    Fact("Gemeente", "municipality", "gemeente"),
    Fact("Woont", "residence", "verblijf"),
    Fact("Type onderwijs", "education", "type_onderwijs"),
    Fact("Problemen op school", "school_problems", "problemen_op_school"),
    Fact("Juridisch kader", "legal_frame", "juridisch_kader"),
    Fact("Verklarende analyse vooraf", "prior_analysis", "va_vooraf"),
)


def situation_of(case: Case) -> list[dict[str, str]]:
    """How it was on the day of referral, as far as it was recorded."""
    referral = case.referral
    facts = [
        {"name": one.name, "value": label(one.question, getattr(referral, one.field))} for one in SITUATION
    ]
    stuck = [label("knelpunten_vooraf", code) for code in referral.bottlenecks]
    facts.append({"name": "Knelpunten vooraf", "value": "; ".join(stuck)})
    return [fact for fact in facts if fact["value"]]


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
