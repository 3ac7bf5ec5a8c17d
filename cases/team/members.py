"""Who of a team works on cases."""

from django.db.models import QuerySet

from expertteam.accounts.models import Role, Team, User

WORKING = [Role.PROCESS_DIRECTOR, Role.EXPERT, Role.CARE_ADVISOR, Role.COORDINATOR, Role.SECRETARY]


def colleagues(team: Team) -> QuerySet[User]:
    """Everybody of the team whose work can be about a case, by name; whether they may see one is up to the gate."""
    members = User.objects.filter(memberships__team=team, memberships__role__in=WORKING, is_active=True)
    return members.distinct().order_by("name", "pk")
