"""A fourteen-year-old with two parents who share authority, on a day that stays the same."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine

from cases.casefile.models import Case
from cases.people.models import Participant
from expertteam.access.person import Person
from tests.factories import make_case

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def today() -> Iterator[date]:
    with time_machine.travel("2026-11-23 11:00 +0100", tick=False):
        yield TODAY


@pytest.fixture
def case(petra: Person) -> Case:
    """Nobody was asked anything yet."""
    return make_case(petra, first_name="Ruben", birth_date=date(2012, 3, 14), consent=False)


@pytest.fixture
def anja(case: Case) -> Participant:
    return parent(case, "Anja Oosterhuis")


@pytest.fixture
def henk(case: Case) -> Participant:
    return parent(case, "Henk Oosterhuis")


def parent(case: Case, name: str, authority: str = "gedeeld") -> Participant:
    return Participant.objects.create(case=case, name=name, role="ouder", parental_authority=authority)
