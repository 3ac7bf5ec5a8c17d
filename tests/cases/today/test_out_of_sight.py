"""Uit beeld: four weeks in which nobody did anything; what counts as doing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cases.casefile.actions import YoungPersonData, open_case
from cases.casefile.models import Case, Phase
from cases.process.journal import add_entry
from cases.steering.actions import ActionData, add_action
from cases.today.queries import untouched
from expertteam.access.command_line import somebody_with_a_link, the_machine
from expertteam.access.person import Person
from expertteam.audit.actions import record

TODAY = timezone.localdate()


def imported(by: Person) -> Case:
    """A running case as a register brings it, today."""
    young_person = YoungPersonData("Fenna", "Hoekstra", TODAY - timedelta(days=15 * 365))
    return open_case(
        by=by, young_person=young_person, referral={"referred_on": TODAY - timedelta(days=700)},
        event="case.imported", phase=Phase.FOLLOWING, earlier_number="2020-001",
    )  # fmt: skip


def test_the_day_of_the_import_is_no_touch(carla: Person, petra: Person) -> None:
    case = imported(carla)
    (row,) = untouched(petra, TODAY)
    assert (row, row.last_touch) == (case, None)


@pytest.mark.parametrize(
    "event", ["case.import_overwritten", "case.earlier_linked", "case.read", "access.refused"]
)
def test_what_is_no_touch_either(event: str, carla: Person, petra: Person) -> None:
    case = imported(carla)
    record(carla, event, case_number=case.number)
    assert list(untouched(petra, TODAY)) == [case]


def test_what_goes_by_itself_is_no_touch(carla: Person, petra: Person) -> None:
    case = imported(carla)
    record(
        the_machine(petra.team),
        "followup.planned",
        case_number=case.number,
        details={"begins_on": "2026-01-01"},
    )
    assert list(untouched(petra, TODAY)) == [case]


def test_a_journal_line_and_an_action_are(carla: Person, petra: Person) -> None:
    case = imported(carla)
    add_entry(by=petra, case=case, kind="bellen", text="Moeder gesproken")
    assert list(untouched(petra, TODAY)) == []
    later = TODAY + timedelta(days=29)
    assert [row.last_touch is not None for row in untouched(petra, later)] == [True]


def test_an_agreement_is(carla: Person, petra: Person) -> None:
    case = imported(carla)
    add_action(by=petra, case=case, data=ActionData(text="Bellen", owner_name="Petra"))
    assert list(untouched(petra, TODAY)) == []


def test_an_answer_from_outside_is(carla: Person, petra: Person) -> None:
    case = imported(carla)
    record(somebody_with_a_link(petra.team), "outside.answered", case_number=case.number)
    assert list(untouched(petra, TODAY)) == []


def test_the_longest_ago_comes_first(carla: Person, petra: Person) -> None:
    first = imported(carla)
    record(petra, "people.changed", case_number=first.number)
    never = imported(carla)
    later = TODAY + timedelta(days=40)
    assert list(untouched(petra, later)) == [never, first]
