"""How rows of this room are called in the history."""

from collections.abc import Callable
from typing import Any

from cases.people.models import Participant
from expertteam.accounts.models import User

LONG = 60


def first_words(field: str) -> Callable[[list[Any]], dict[int, str]]:
    """Title: the first words of a long text."""

    def titles(rows: list[Any]) -> dict[int, str]:
        texts = {row.history_id: " ".join(getattr(row, field).split()) for row in rows}
        return {key: text if len(text) <= LONG else f"{text[: LONG - 1]}…" for key, text in texts.items()}

    return titles


def names_of_members(rows: list[Any]) -> dict[int, str]:
    """Title: the name of somebody of the core team; who is not there any more is «iemand». Two queries."""
    around = dict(
        Participant.objects.filter(pk__in={row.participant_id for row in rows}).values_list("pk", "name")
    )
    team = dict(User.objects.filter(pk__in={row.user_id for row in rows}).values_list("pk", "name"))
    return {row.history_id: around.get(row.participant_id) or team.get(row.user_id, "iemand") for row in rows}
