"""More of the cast, for the rooms of the monitor."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from cases.choices.models import Choice
from cases.choices.queries import forget
from expertteam.access.person import Person
from expertteam.accounts.models import Role, Team
from tests.cast import make_person


@pytest.fixture
def changed_answer() -> Iterator[Callable[..., None]]:
    """`changed_answer("verblijf", "pleeggezin", label="…")`; the process forgets it afterwards."""

    def change(question: str, code: str, **fields: Any) -> None:
        Choice.objects.filter(question=question, code=code).update(**fields)
        forget()

    yield change
    forget()


@pytest.fixture
def wytse(friesland: Team) -> Person:
    """Wytse, coördinator of another team."""
    return make_person(friesland, "Wytse Dijkstra", Role.COORDINATOR)
