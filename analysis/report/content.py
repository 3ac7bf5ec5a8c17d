"""What stands in an advice report, frozen as a JSON value: everything in words, nothing to look up afterwards.

The builder reads the database; what it gives holds texts and numbers only, so that a report made tomorrow from the
content of today is the report of today.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from analysis.board.in_words import (
    advices_of,
    card_in_words,
    care_of,
    explanations_of,
    links_of,
    picture_of,
    rings_of,
)
from analysis.board.models import Analysis
from analysis.board.queries import Board, board_of
from analysis.sharing.beside import parts_in_words
from analysis.sharing.queries import role_in_words, shared_of
from cases.casefile.models import Case
from cases.casefile.overview import voices_of
from cases.choices.queries import label
from cases.people.page import cards_of
from cases.steering.models import ActionStatus
from expertteam.ui.dates import age_on

from .models import Edition
from .plans import plans_content

LAYOUT = 1
NOT_COMPARED = frozenset({"picture"})


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
    parts = parts_in_words([one.given.pk for one in shared.answers if one.given])
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
                "statement": one.given.statement if one.given else "",
                "helper": one.given.helper if one.given else "",
                "parts": parts[one.given.pk] if one.given else [],
            }
            for one in shared.answers
            if one.asked
        ],
    }


def for_professionals(case: Case, board: Board) -> dict[str, Any]:
    """What the edition for professionals has besides: every element and link, the situation, and the care."""
    return {
        "explanations": with_dissents(board),
        "columns": [
            {"title": column.title, "cards": [card_in_words(card) for card in column.cards]}
            for column in board.columns
            if column.cards
        ],
        "links": links_of(board),
        "situation": situation_of(case),
        "care": care_of(board.analysis),
    }


def with_dissents(board: Board) -> list[dict[str, Any]]:
    """The explanations, each with who sees it differently; where nobody does they are as the family reads them."""
    told = []
    for row, one in zip(board.explanations, explanations_of(board), strict=True):
        others = [{"said_by": other.said_by, "text": other.text} for other in row.dissents.all()]
        told.append({**one, "dissents": others} if others else one)
    return told


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
