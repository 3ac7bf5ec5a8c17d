"""Who acts when a command does: somebody of the team when there is one, so that trace and history always say who."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.contrib.auth.hashers import make_password
from django.http import HttpRequest
from simple_history.models import HistoricalRecords

from expertteam.accounts.models import Membership, Role, Team, User

from .person import Person, person_in

SYSTEM_EMAIL = "systeem@expertteam.invalid"
SYSTEM_NAME = "Systeem (opdrachtregel)"
MACHINE_EMAIL = "vanzelf@expertteam.invalid"
MACHINE_NAME = "Vanzelf (elke dag)"
OUTSIDER_EMAIL = "link@expertteam.invalid"
OUTSIDER_NAME = "Iemand met een link"
ROLES = (Role.PROCESS_DIRECTOR, Role.COORDINATOR)


class NobodyActs(ValueError):
    """The team or the person named on the command line cannot do this; the text says why, in Dutch."""


def person_on_command_line(team_code: str, email: str | None = None, roles: Sequence[Role] = ROLES) -> Person:
    """The person a command acts as, in the team with this code.

    `email` names somebody of the team with one of the roles. Without it: the first active person of the team with
    the first of the roles, else with the next; when there is none, a user of the system that cannot log in.
    Raises NobodyActs.
    """
    team = Team.objects.filter(code=team_code).first()
    if team is None:
        raise NobodyActs(_unknown_team(team_code))
    user = _named(team, email, roles) if email else _first(team, roles)
    return (person_in(user, team) if user else None) or Person(
        _user_without_door(SYSTEM_EMAIL, SYSTEM_NAME), team, frozenset()
    )


def the_machine(team: Team) -> Person:
    """Who acts when work of every day does something in a team; it has no role and cannot log in."""
    return Person(machine_user(), team, frozenset())


def machine_user() -> User:
    """The user behind `the_machine`, where there is no team (a mail for who forgot a password)."""
    return _user_without_door(MACHINE_EMAIL, MACHINE_NAME)


def somebody_with_a_link(team: Team, address: str = "") -> Person:
    """Who acts on a page for people without an account; which link it was stands in the details of the trace."""
    return Person(_user_without_door(OUTSIDER_EMAIL, OUTSIDER_NAME), team, frozenset(), address)


@contextmanager
def history_of(by: Person) -> Iterator[None]:
    """In this block the history of every changed row names this person, as a request in the browser does."""
    request = HttpRequest()
    request.user = by.user
    before = getattr(HistoricalRecords.context, "request", None)
    HistoricalRecords.context.request = request
    try:
        yield
    finally:
        if before is None:
            del HistoricalRecords.context.request
        else:
            HistoricalRecords.context.request = before


def _unknown_team(code: str) -> str:
    known = ", ".join(Team.objects.order_by("code").values_list("code", flat=True))
    return f"Team “{code}” bestaat niet. Teams hier: {known or 'nog geen'}."


def _named(team: Team, email: str, roles: Sequence[Role]) -> User:
    user = User.objects.filter(email=email.strip().lower(), is_active=True, memberships__team=team).first()
    if user is None:
        raise NobodyActs(f"In {team} is niemand met e-mailadres {email}.")
    if not user.memberships.filter(team=team, role__in=roles).exists():
        wanted = " of ".join(role.label for role in roles)
        raise NobodyActs(f"{email} mag dit niet: daarvoor moet je {wanted} zijn.")
    return user


def _first(team: Team, roles: Sequence[Role]) -> User | None:
    for role in roles:
        found = Membership.objects.filter(team=team, role=role, user__is_active=True).order_by("pk").first()
        if found is not None:
            return found.user
    return None


def _user_without_door(email: str, name: str) -> User:
    """A user without password who is not active: nobody can log in as it."""
    fields = {"name": name, "is_active": False, "password": make_password(None)}
    return User.objects.get_or_create(email=email, defaults=fields)[0]
