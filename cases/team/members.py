"""Who of a team works on cases."""

from collections.abc import Collection

from django.db.models import QuerySet

from cases.casefile.models import Case, ConflictOfInterest
from expertteam.accounts.models import Role, Team, User

WORKING = (Role.PROCESS_DIRECTOR, Role.EXPERT, Role.CARE_ADVISOR, Role.COORDINATOR, Role.SECRETARY)


def colleagues(team: Team | int, roles: Collection[Role] = WORKING) -> QuerySet[User]:
    """Everybody of the team (or its key) whose work can be about a case, or who has one of these roles, by name.

    Whether they may see one is up to the gate.
    """
    members = User.objects.filter(memberships__team=team, memberships__role__in=roles, is_active=True)
    return members.distinct().order_by("name", "pk")


def colleagues_on(case: Case, roles: Collection[Role] = WORKING) -> QuerySet[User]:
    """The same, without who has a stake in this case: nothing of it is asked of them."""
    closed = ConflictOfInterest.objects.about(case).values("user_id")
    return colleagues(case.team_id, roles).exclude(pk__in=closed)
