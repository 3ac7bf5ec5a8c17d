"""Who can be the owner of an action: colleagues, and whoever is around the young person."""

from collections.abc import Sequence
from dataclasses import dataclass

from cases.casefile.models import Case
from cases.casefile.text import folded
from cases.choices.queries import labels
from cases.team.members import colleagues
from expertteam.access.person import Person

from .line import LineError, known
from .stakes import HAS_A_STAKE

SOMEBODY_ELSE = "Bedoel je iemand anders? Schrijf de hele naam."


@dataclass(frozen=True)
class Owner:
    """Somebody who can do something; a stranger has a name only. `about` is what they are, in Dutch.

    `closed`: a colleague who has a stake in the case. They are known by name, and never asked.
    """

    name: str
    user_id: int | None = None
    participant_id: int | None = None
    organisation: str = ""
    about: str = ""
    closed: bool = False


def owners_of(case: Case) -> list[Owner]:
    """Everybody known here; three queries, and one when it was not the gate that gave the case."""
    roles = labels("rol")
    around = case.participants.filter(ended_on=None).order_by("pk")
    kept_out = {user for user, _ in case.who_has_a_stake()}
    team = [
        Owner(user.name, user_id=user.pk, about="van het team", closed=user.pk in kept_out)
        for user in colleagues(case.team)
    ]
    return team + [
        Owner(one.name, participant_id=one.pk, organisation=one.organisation, about=roles.get(one.role, ""))
        for one in around
    ]


def owner_named(typed: str, owners: Sequence[Owner], by: Person, standing: int | None = None) -> Owner:
    """Who is meant: a name that is known here (whole, or a first name), «ik», or a stranger.

    LineError when unclear, or for a colleague who has a stake; the one it already stands with (their key) may stay.
    """
    name = " ".join(typed.split())
    if folded(name) in ("", "ik", "mij", "ikzelf"):
        return Owner(by.user.name, user_id=by.user.pk)
    whole = known(name, [owner.name for owner in owners])
    found = [owner for owner in owners if owner.name == whole]
    open_ones = [owner for owner in found if not owner.closed or owner.user_id == standing]
    if found and not open_ones:
        raise LineError(f"{HAS_A_STAKE.format(name=whole)} {SOMEBODY_ELSE}")
    return next(iter(open_ones), Owner(name[:200]))
