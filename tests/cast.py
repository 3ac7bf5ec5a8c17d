"""The named cast: everybody a test may send to do something. Loaded as a pytest plugin by conftest.py."""

from collections.abc import Callable

import pytest
from django.test import Client

from expertteam.access.person import Person, person_in
from expertteam.accounts.models import Membership, Role, Team, User

PASSWORD = "toets-wachtwoord-1"


def make_person(team: Team, name: str, *roles: Role) -> Person:
    """A user with these roles in the team."""
    user = User.objects.create_user(f"{name.split()[0].lower()}@{team.code}.test", PASSWORD, name=name)
    Membership.objects.bulk_create(Membership(user=user, team=team, role=role) for role in roles)
    person = person_in(user, team)
    assert person is not None
    return person


@pytest.fixture
def groningen(db: None) -> Team:
    codes = [
        "GM1979",
        "GM0014",
        "GM1966",
        "GM1952",
        "GM1895",
        "GM0765",
        "GM0037",
        "GM0047",
        "GM1969",
        "GM1950",
    ]
    return Team.objects.create(code="groningen", region="Groningen", municipalities=codes)


@pytest.fixture
def friesland(db: None) -> Team:
    return Team.objects.create(code="friesland", region="Friesland", municipalities=["GM0080", "GM0074"])


@pytest.fixture
def petra(groningen: Team) -> Person:
    """Petra, procesregisseur of Groningen."""
    return make_person(groningen, "Petra Nijboer", Role.PROCESS_DIRECTOR)


@pytest.fixture
def emre(groningen: Team) -> Person:
    """Emre, expert: sees the cases that were given to him."""
    return make_person(groningen, "Emre Kaya", Role.EXPERT)


@pytest.fixture
def zora(groningen: Team) -> Person:
    """Zora, zorgadviseur: sees cases with a request for matching."""
    return make_person(groningen, "Zora Adelaar", Role.CARE_ADVISOR)


@pytest.fixture
def carla(groningen: Team) -> Person:
    """Carla, coördinator."""
    return make_person(groningen, "Carla Wiersma", Role.COORDINATOR)


@pytest.fixture
def sietske(groningen: Team) -> Person:
    """Sietske, secretaris: plans and files, reads no analyses."""
    return make_person(groningen, "Sietske Bos", Role.SECRETARY)


@pytest.fixture
def bas(groningen: Team) -> Person:
    """Bas, functioneel beheerder: settings and accounts, no case content."""
    return make_person(groningen, "Bas Beheer", Role.ADMINISTRATOR)


@pytest.fixture
def lies(groningen: Team) -> Person:
    """Lies, lezer van de monitor: figures only."""
    return make_person(groningen, "Lies Lezer", Role.READER)


@pytest.fixture
def fokke(friesland: Team) -> Person:
    """Fokke, procesregisseur of another team: the outsider."""
    return make_person(friesland, "Fokke Hoekema", Role.PROCESS_DIRECTOR)


@pytest.fixture
def as_(db: None) -> Callable[[Person], Client]:
    """`as_(petra).get("/casussen/")`: a browser in which that person is logged in."""

    def login(person: Person) -> Client:
        client = Client()
        client.force_login(person.user)
        return client

    return login
