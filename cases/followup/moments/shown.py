"""How it is now, as heard at the last moment: on the overview, and in a summary."""

from typing import Any

from cases.casefile.models import Case
from cases.choices.queries import label
from cases.followup.models import FollowUp
from expertteam.access.person import Person
from expertteam.ui.dates import long_date

from .queries import COLOURS


def last_heard(moments: list[FollowUp]) -> FollowUp | None:
    """The moment that was asked last."""
    asked = [one for one in moments if one.done_on]
    return max(asked, key=lambda one: (one.done_on, one.pk)) if asked else None


def section_of(person: Person, case: Case) -> dict[str, Any] | None:
    """What was heard last and when we ask again; None before anything was planned. One query."""
    moments = list(case.followups.all())
    heard = last_heard(moments)
    waiting = next((one for one in moments if one.is_open), None)
    if heard is None and waiting is None:
        return None
    followed = label("advies_gevolgd", heard.followed) if heard else ""
    colour = COLOURS.get(heard.followed, "") if heard else ""
    return {"heard": heard, "followed": followed, "colour": colour, "waiting": waiting}


def heard_in_short(case: Case) -> str:
    """The same in plain text, for who takes the case over or thinks along; empty when nobody was asked yet."""
    heard = last_heard(list(case.followups.all()))
    if heard is None or heard.done_on is None:
        return ""
    followed = label("advies_gevolgd", heard.followed).lower()
    lines = [f"{long_date(heard.done_on)}, {heard.months} maanden na het advies: gevolgd? {followed}."]
    if heard.how_now:
        lines.append(f"{heard.told_by or case.young_person.first_name}: {heard.how_now}")
    return "\n".join([*lines, *([heard.why_not] if heard.why_not else [])])
