"""Who is in a team."""

from dataclasses import dataclass

from expertteam.accounts.models import Membership, Role, Team


@dataclass(frozen=True)
class Member:
    """Somebody of the team with the roles they have there."""

    name: str
    email: str
    roles: str
    active: bool


def members_of(team: Team) -> list[Member]:
    """Everybody of the team by name; one query."""
    found: dict[int, tuple[Membership, list[str]]] = {}
    for membership in team.memberships.select_related("user").order_by("user__name", "role"):
        found.setdefault(membership.user_id, (membership, []))[1].append(str(Role(membership.role).label))
    return [
        Member(one.user.name, one.user.email, ", ".join(roles), one.user.is_active)
        for one, roles in found.values()
    ]
