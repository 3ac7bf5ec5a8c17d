"""What an organisation leaves lying goes to its manager: once, named, visible."""

from dataclasses import replace
from datetime import date

import pytest

from cases.casefile.models import Case
from cases.consent.models import OtherBasis
from cases.steering.actions import change_action, known, snooze_action
from cases.steering.escalation import escalate_late_actions, escalate_now
from cases.steering.models import Action, ReminderSettings
from cases.steering.reminders import CannotRemind
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.post import deliver

from .conftest import FRIDAY, Clock, after, more

HENK = {"manager_name": "Henk Smit", "manager_organisation": "De Toren", "manager_email": "henk@school.test"}
LATE = after(FRIDAY, 14)


@pytest.fixture
def lying(petra: Person, asked: Action) -> Action:
    """Gea's action, with a manager."""
    change_action(by=petra, action=asked, data=replace(known(asked), **HENK))
    asked.refresh_from_db()
    return asked


def run(clock: Clock, day: date) -> int:
    clock(day)
    return escalate_late_actions(day)


def test_once_and_on_its_day(lying: Action, clock: Clock) -> None:
    assert [run(clock, day) for day in (after(LATE, -1), LATE, LATE, after(LATE, 1))] == [0, 1, 0, 0]
    lying.refresh_from_db()
    assert lying.escalated_on == LATE and AuditEvent.objects.filter(event="action.escalated").count() == 1
    [message] = deliver()
    assert message.to == ["henk@school.test"] and "/antwoord/leiding/" in str(message.body)
    assert not any(word in str(message.body) for word in ("Gea", "Ruben", "Rooster", "Henk"))


def test_after_nights_off(lying: Action, clock: Clock) -> None:
    assert run(clock, after(LATE, 5)) == 1 and len(deliver()) == 1


def test_one_mail_for_two_actions(petra: Person, lying: Action, case: Case, clock: Clock) -> None:
    more(petra, case, "Cijfers sturen", **HENK)
    assert run(clock, LATE) == 2
    [message] = deliver()
    assert str(message.body).count("/antwoord/leiding/") == 2


@pytest.mark.parametrize(
    "hindrance",
    ["no manager", "snoozed", "no consent", "the team waits longer", "a colleague", "another day"],
)
def test_what_is_not_put_before_anybody(
    hindrance: str, petra: Person, lying: Action, case: Case, clock: Clock
) -> None:
    data = known(lying)
    match hindrance:
        case "no manager":
            change_action(by=petra, action=lying, data=replace(data, manager_name="", manager_email=""))
        case "snoozed":
            snooze_action(by=petra, action=lying, until=after(LATE, 1))
        case "no consent":
            OtherBasis.objects.filter(purpose="delen").delete()
        case "the team waits longer":
            ReminderSettings.objects.create(team=petra.team, escalate_after=30)
        case "a colleague":
            change_action(
                by=petra, action=lying, data=replace(data, owner_user_id=petra.user.pk, owner_email="")
            )
        case "another day":
            change_action(by=petra, action=lying, data=replace(data, due_on=LATE))
    assert run(clock, LATE) == 0 and deliver() == []


def test_without_an_address_it_is_written_down(petra: Person, lying: Action, clock: Clock) -> None:
    change_action(by=petra, action=lying, data=replace(known(lying), manager_email=""))
    assert run(clock, LATE) == 1 and deliver() == []


def test_without_waiting(petra: Person, lying: Action, asked: Action, clock: Clock) -> None:
    assert [escalate_now(by=petra, action=lying), escalate_now(by=petra, action=Action.objects.get(pk=lying.pk))] == [
        True, False,
    ]  # fmt: skip
    assert len(deliver()) == 1 and run(clock, LATE) == 0


def test_nobody_to_put_it_before(petra: Person, asked: Action) -> None:
    with pytest.raises(CannotRemind, match="wie de leidinggevende is"):
        escalate_now(by=petra, action=asked)
