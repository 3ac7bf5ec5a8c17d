"""A Monday in November 2026, a case, and a meeting on Thursday with Emre as chair."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from cases.casefile.models import Case
from cases.meetings.agenda import put_on_agenda
from cases.meetings.inviting import set_members
from cases.meetings.models import AgendaItem, Meeting
from cases.meetings.planning import MeetingData, plan_meeting
from cases.people.models import Participant
from expertteam.access.person import Person
from tests.factories import make_case

MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
THURSDAY = datetime(2026, 11, 26, 12, tzinfo=UTC)  # one in the afternoon of our own time
HOURS = timedelta(hours=3)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """It is nine in the morning of Monday 23 November 2026; `clock.move_to(moment)` goes on."""
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def case(petra: Person) -> Case:
    return make_case(petra, last_name="Oosterhuis")


@pytest.fixture
def anja(case: Case) -> Participant:
    """Ruben's mother."""
    return Participant.objects.create(
        case=case, name="Anja Oosterhuis", role="ouder", email="anja@thuis.test"
    )


@pytest.fixture
def meeting(petra: Person, emre: Person) -> Meeting:
    """Thursday from one to four; Petra and Emre come."""
    data = MeetingData(THURSDAY, THURSDAY + HOURS, "De Boei", "", emre.user, petra.user)
    found = plan_meeting(by=petra, data=data)
    set_members(by=petra, meeting=found, users=[petra.user, emre.user])
    return found


@pytest.fixture
def next_week(petra: Person) -> Meeting:
    begins = THURSDAY + timedelta(days=7)
    return plan_meeting(by=petra, data=MeetingData(begins, begins + HOURS, "Het Kompas"))


@pytest.fixture
def item(petra: Person, meeting: Meeting, case: Case) -> AgendaItem:
    return put_on_agenda(by=petra, meeting=meeting, case=case)
