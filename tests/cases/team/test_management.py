"""Beheer: the team and the machinery, and nothing of any case."""

from collections.abc import Callable

from django.test import Client

from cases.team.queries import members_of
from expertteam.access.person import Person
from expertteam.accounts.models import Membership, Role
from tests.factories import make_case

As = Callable[[Person], Client]


def test_members_with_all_their_roles_by_name(petra: Person, bas: Person, fokke: Person) -> None:
    Membership.objects.create(user=petra.user, team=petra.team, role=Role.COORDINATOR)
    members = members_of(petra.team)
    assert [(member.name, member.roles) for member in members] == [
        ("Bas Beheer", "functioneel beheerder"),
        ("Petra Nijboer", "coördinator, procesregisseur"),
    ]


def test_page_says_what_works_and_shows_no_case(petra: Person, bas: Person, as_: As) -> None:
    make_case(petra, first_name="Ruben", last_name="Oosterhuis")
    page = as_(bas).get("/beheer/")
    assert page.status_code == 200 and page.context["state"].database == "ok"
    text = page.content.decode()
    assert "Petra Nijboer" in text and "Ruben" not in text and "2026-001" not in text
