"""The acting person: a user in one team with the roles they have there."""

from dataclasses import dataclass, field

from expertteam.accounts.models import Membership, Role, Team, User
from expertteam.connections.asked_often import AskedOften

from .rules import rule

IN_TEAM = AskedOften(lambda user, team: Membership.objects.filter(user=user, team=team))
MEMBERSHIPS = AskedOften(
    lambda user: Membership.objects.filter(user=user).select_related("team").order_by("team__region")
)


@dataclass(frozen=True)
class Person:
    """Who does something, in which team, with which roles, from where.

    `address` is the client's network address (for the trace), empty for work that no browser asked for. `traced`
    holds the numbers of the cases about which the trace has a line of this request.
    """

    user: User
    team: Team
    roles: frozenset[Role]
    address: str = field(default="", compare=False)
    traced: set[str] = field(default_factory=set, compare=False, repr=False)

    def has(self, *roles: Role) -> bool:
        """Whether this person has at least one of the roles in this team."""
        return not self.roles.isdisjoint(roles)

    def may(self, rule_name: str) -> bool:
        """Whether one of the roles gives this right at team level; an unknown rule is an error, never a yes."""
        return self.has(*rule(rule_name).roles)

    @property
    def role_names(self) -> str:
        return ", ".join(sorted(role.label for role in self.roles))

    def __str__(self) -> str:
        return self.user.name


def person_in(user: User, team: Team, *, address: str = "") -> Person | None:
    """The person a user is in a team, or None when they are not in it."""
    roles = frozenset(Role(one.role) for one in IN_TEAM.all(user=user.pk, team=team.pk))
    return Person(user, team, roles, address) if roles else None


def person_for(user: User, *, team_id: int | None = None, address: str = "") -> Person | None:
    """The person a user is in the chosen team, or else in the first of their teams; None without any team."""
    memberships = MEMBERSHIPS.all(user=user.pk)
    if not memberships:
        return None
    chosen = next((m for m in memberships if m.team_id == team_id), memberships[0])
    roles = frozenset(Role(m.role) for m in memberships if m.team_id == chosen.team_id)
    return Person(user, chosen.team, roles, address)
