"""Who can be the owner of an action: colleagues, and whoever is around the young person."""

from collections.abc import Sequence
from dataclasses import dataclass

from cases.casefile.models import Case
from cases.choices.queries import labels
from expertteam.access.person import Person
from expertteam.accounts.models import Role, Team, User

from .line import fold, known

NO_CASES = (Role.ADMINISTRATOR, Role.READER)


@dataclass(frozen=True)
class Owner:
    """Somebody who can do something; a stranger has a name only. `about` is what they are, in Dutch."""

    name: str
    user_id: int | None = None
    participant_id: int | None = None
    organisation: str = ""
    about: str = ""


def colleagues(team: Team) -> list[Owner]:
    """Everybody of the team who works with cases and can log in, by name."""
    users = User.objects.filter(memberships__team=team, is_active=True).exclude(is_active=False)
    mine = users.filter(memberships__role__in=[role for role in Role if role not in NO_CASES]).distinct()
    return [Owner(user.name, user_id=user.pk, about="van het team") for user in mine.order_by("name")]


def owners_of(case: Case) -> list[Owner]:
    """Everybody known here; three queries."""
    roles = labels("rol")
    around = case.participants.filter(ended_on=None).order_by("pk")
    return colleagues(case.team) + [
        Owner(one.name, participant_id=one.pk, organisation=one.organisation, about=roles.get(one.role, ""))
        for one in around
    ]


def owner_named(typed: str, owners: Sequence[Owner], by: Person) -> Owner:
    """Who is meant: a name that is known here (whole, or a first name), «ik», or a stranger. LineError when unclear."""
    name = " ".join(typed.split())
    if fold(name) in ("", "ik", "mij", "ikzelf"):
        return Owner(by.user.name, user_id=by.user.pk)
    whole = known(name, [owner.name for owner in owners])
    return next((owner for owner in owners if owner.name == whole), Owner(name[:200]))
