"""A case of November 2026 that may be shared, with an action for somebody of school."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from cases.casefile.models import Case
from cases.people.models import Participant
from cases.steering.actions import ActionData, add_action
from cases.steering.models import Action
from expertteam.access.person import Person
from tests.factories import make_case

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 11, 27)
FOR_GEA = ActionData(
    "Rooster sturen", "Gea Bos", FRIDAY, owner_email="gea@school.test", owner_organisation="De Toren"
)
Clock = Callable[[date], None]


@pytest.fixture
def clock() -> Iterator[Clock]:
    """`clock(day)`: from now on it is nine in the morning of that day; it starts on Monday 23 November 2026."""
    with time_machine.travel(datetime(2026, 11, 23, 8, tzinfo=UTC), tick=False) as traveller:
        yield lambda day: traveller.move_to(datetime(day.year, day.month, day.day, 8, tzinfo=UTC))


@pytest.fixture
def case(clock: Clock, petra: Person) -> Case:
    return make_case(petra)


@pytest.fixture
def asked(case: Case, petra: Person) -> Action:
    """Gea of school sends the timetable before Friday."""
    return add_action(by=petra, case=case, data=FOR_GEA)


@pytest.fixture
def mother(case: Case) -> Participant:
    return Participant.objects.create(
        case=case, name="Anja Oosterhuis", role="ouder", parental_authority="ja", email="anja@thuis.test"
    )


def more(by: Person, case: Case, text: str, **given: object) -> Action:
    """Another action of Gea, or of whoever is given."""
    return add_action(by=by, case=case, data=replace(FOR_GEA, text=text, **given))  # type: ignore[arg-type]


def after(day: date, days: int) -> date:
    return day + timedelta(days=days)
