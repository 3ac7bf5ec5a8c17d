"""More of the cast, for the rooms of the monitor."""

import pytest

from expertteam.access.person import Person
from expertteam.accounts.models import Role, Team
from tests.cast import make_person


@pytest.fixture
def wytse(friesland: Team) -> Person:
    """Wytse, coördinator of another team."""
    return make_person(friesland, "Wytse Dijkstra", Role.COORDINATOR)
