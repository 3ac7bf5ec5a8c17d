"""Reading the answers: one query for all of them, kept in the process for a minute."""

import time
from collections import defaultdict

from django.conf import settings

from expertteam.accounts.models import Team

from .models import Choice

_kept: tuple[float, dict[str, list[Choice]]] = (0.0, {})


def all_answers() -> dict[str, list[Choice]]:
    """Question → its answers in order, retired ones included."""
    global _kept
    made, answers = _kept
    if not answers or time.monotonic() - made > settings.CHOICES_KEPT_SECONDS:
        answers = defaultdict(list)
        for choice in Choice.objects.order_by("question", "position"):
            answers[choice.question].append(choice)
        _kept = (time.monotonic(), dict(answers))
    return _kept[1]


def forget() -> None:
    """Read the answers again at the next question (after a change, and between tests)."""
    global _kept
    _kept = (0.0, {})


def labels(question: str) -> dict[str, str]:
    """Code → label of one question, in order; KeyError when the question does not exist."""
    return {choice.code: choice.label for choice in all_answers()[question]}


def label(question: str, code: str) -> str:
    """The label of a code, or an empty text for no answer."""
    return labels(question).get(code, code) if code else ""


def selectable(
    question: str, *, only: list[str] | None = None, team: Team | None = None
) -> list[tuple[str, str]]:
    """(code, label) of the answers one can still choose; `only` narrows to these codes.

    An answer that a team added for itself is offered to that team alone.
    """
    own = {None, team.pk if team else None}
    answers = [
        choice for choice in all_answers()[question] if choice.retired_on is None and choice.team_id in own
    ]
    return [(c.code, c.label) for c in answers if only is None or c.code in only]
