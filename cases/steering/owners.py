"""Who can be the owner of an action: colleagues, and whoever is around the young person."""

from collections.abc import Sequence
from dataclasses import dataclass

from cases.casefile.models import Case
from cases.casefile.text import folded
from cases.choices.queries import labels
from cases.team.members import colleagues
from expertteam.access.person import Person

from .line import known


@dataclass(frozen=True)
class Owner:
    """Somebody who can do something; a stranger has a name only. `about` is what they are, in Dutch."""

    name: str
    user_id: int | None = None
    participant_id: int | None = None
    organisation: str = ""
    about: str = ""


def owners_of(case: Case) -> list[Owner]:
    """Everybody known here; three queries."""
    roles = labels("rol")
    around = case.participants.filter(ended_on=None).order_by("pk")
    team = [Owner(user.name, user_id=user.pk, about="van het team") for user in colleagues(case.team)]
    return team + [
        Owner(one.name, participant_id=one.pk, organisation=one.organisation, about=roles.get(one.role, ""))
        for one in around
    ]


def owner_named(typed: str, owners: Sequence[Owner], by: Person) -> Owner:
    """Who is meant: a name that is known here (whole, or a first name), «ik», or a stranger. LineError when unclear."""
    name = " ".join(typed.split())
    if folded(name) in ("", "ik", "mij", "ikzelf"):
        return Owner(by.user.name, user_id=by.user.pk)
    whole = known(name, [owner.name for owner in owners])
    return next((owner for owner in owners if owner.name == whole), Owner(name[:200]))
