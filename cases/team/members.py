"""Who of a team works on cases."""

from django.db.models import QuerySet

from cases.casefile.models import Case, ConflictOfInterest
from expertteam.accounts.models import Role, Team, User

WORKING = [Role.PROCESS_DIRECTOR, Role.EXPERT, Role.CARE_ADVISOR, Role.COORDINATOR, Role.SECRETARY]


def colleagues(team: Team) -> QuerySet[User]:
    """Everybody of the team whose work can be about a case, by name; whether they may see one is up to the gate."""
    members = User.objects.filter(memberships__team=team, memberships__role__in=WORKING, is_active=True)
    return members.distinct().order_by("name", "pk")


def colleagues_on(case: Case) -> QuerySet[User]:
    """The same, without who has a stake in this case: nothing of it is asked of them."""
    return colleagues(case.team).exclude(pk__in=ConflictOfInterest.objects.about(case).values("user_id"))
