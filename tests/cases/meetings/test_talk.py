"""The conversation: taps, table, notes, actions, «besproken», and hours for who was there."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from cases.casefile.models import Case
from cases.followup.models import Closure
from cases.followup.proposals import proposals_of
from cases.hours.proposals import proposals_in
from cases.meetings import hooks
from cases.meetings.attending import Table, mark_guest, mark_member, set_table
from cases.meetings.inviting import invite_guest
from cases.meetings.models import AgendaItem, ItemState, Meeting
from cases.meetings.queries import first_meeting_on
from cases.meetings.talk import agree_action, go_to_step, mark_discussed
from cases.people.models import Participant
from cases.process.steps import give_steps
from cases.process.template import MEETING
from cases.steering.actions import ActionData
from expertteam.access.person import Person
from tests.post import deliver

from .conftest import THURSDAY


def here(petra: Person, meeting: Meeting) -> None:
    """Everybody who was expected is there."""
    for attendee in meeting.attendees.all():
        mark_member(by=petra, attendee=attendee, there="ja")


@pytest.mark.parametrize(
    ("ruben", "mother", "code"),
    [
        ("ja", "ja", "jeugdige_en_ouders"),
        ("nee", "ja", "alleen_ouders"),
        ("ja", "nee", "alleen_jeugdige"),
        ("nee", "nee", "niet"),
    ],
)
def test_the_taps_say_who_sat_at_the_table(
    petra: Person, item: AgendaItem, anja: Participant, ruben: str, mother: str, code: str
) -> None:
    for participant, there in ((None, ruben), (anja, mother)):
        guest = invite_guest(by=petra, item=item, participant=participant, mail=False)
        assert mark_guest(by=petra, guest=guest, there=there)
        assert not mark_guest(by=petra, guest=guest, there=there)
    item.refresh_from_db(), anja.refresh_from_db()
    assert (item.at_table, anja.at_table) == (code, mother)


def test_a_tap_is_taken_back(petra: Person, item: AgendaItem, anja: Participant) -> None:
    guest = invite_guest(by=petra, item=item, participant=anja, mail=False)
    mark_guest(by=petra, guest=guest, there="ja")
    mark_guest(by=petra, guest=guest, there="")
    item.refresh_from_db()
    assert item.at_table == ""


def test_the_closing_asks_it_no_more(petra: Person, case: Case, item: AgendaItem) -> None:
    set_table(by=petra, item=item, table=Table("alleen_ouders", "Ruben was ziek", "Oma"))
    mark_discussed(by=petra, item=item)
    found = proposals_of(case, Closure.objects.get(case=case))["at_table"]
    assert (found.value, found.source) == ("alleen_ouders", "in de bijeenkomst van 26 november 2026")


def test_the_database_knows_the_codes(item: AgendaItem) -> None:
    with pytest.raises(IntegrityError, match="no answer"), transaction.atomic():
        AgendaItem.objects.filter(pk=item.pk).update(at_table="oma")


def test_a_decision_is_an_action_at_once(petra: Person, item: AgendaItem) -> None:
    data = ActionData("Belt school", "Gea Bos")
    first = agree_action(by=petra, item=item, data=data)
    assert agree_action(by=petra, item=item, data=data) == first
    assert [one.action for one in item.agreed.all()] == [first] and first.case == item.case


def test_hours_are_proposed_to_who_was_there(
    petra: Person, emre: Person, meeting: Meeting, item: AgendaItem, clock: time_machine.Traveller
) -> None:
    mark_member(by=petra, attendee=meeting.attendees.get(user=emre.user), there="ja")
    clock.move_to(THURSDAY)
    go_to_step(by=petra, item=item, step=1)
    clock.move_to(THURSDAY + timedelta(minutes=50))
    mark_discussed(by=petra, item=item)
    [row] = proposals_in(item.case, None)
    assert (row["worker"], row["took"], row["on"]) == (emre.user.pk, 50, THURSDAY.date())


def test_an_odd_clock_gives_the_planned_time(
    petra: Person, meeting: Meeting, item: AgendaItem, clock: time_machine.Traveller
) -> None:
    here(petra, meeting)
    go_to_step(by=petra, item=item, step=2)
    clock.move_to(datetime(2026, 11, 28, 12, tzinfo=UTC))
    mark_discussed(by=petra, item=item)
    assert {one.minutes for one in item.presences.all()} == {60}


def test_discussed_once_and_others_hear_of_it(
    petra: Person, case: Case, item: AgendaItem, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[Person, Case, AgendaItem]] = []
    monkeypatch.setattr(hooks, "_discussed", [lambda by, about, one: heard.append((by, about, one))])
    assert mark_discussed(by=petra, item=item) and not mark_discussed(by=petra, item=item)
    assert heard == [(petra, case, item)] and heard[0][2].state == ItemState.DISCUSSED
    assert first_meeting_on(case) == THURSDAY.date()


def test_who_listens_and_fails_undoes_it(
    petra: Person, item: AgendaItem, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(by: Person, case: Case, one: AgendaItem) -> None:
        raise RuntimeError("version could not be fixed")

    monkeypatch.setattr(hooks, "_discussed", [fail])
    with pytest.raises(RuntimeError), transaction.atomic():
        mark_discussed(by=petra, item=item)
    item.refresh_from_db()
    assert item.is_open


def test_a_guest_who_was_there_is_asked_by_mail(petra: Person, item: AgendaItem, anja: Participant) -> None:
    for participant in (anja, None):
        guest = invite_guest(by=petra, item=item, participant=participant, mail=False)
        mark_guest(by=petra, guest=guest, there="ja")
    mark_discussed(by=petra, item=item)
    [message] = deliver()
    assert message.to == ["anja@thuis.test"] and "/antwoord/gesprek/" in str(message.body)
    assert "Ruben" not in str(message.body) and "Anja" not in str(message.body)


@pytest.mark.parametrize(("at_table", "open_left"), [("alleen_jeugdige", 0), ("niet", 1), ("", 1)])
def test_the_step_of_the_meeting_is_done_when_the_family_sat_at_the_table(
    petra: Person, item: AgendaItem, at_table: str, open_left: int
) -> None:
    give_steps(by=petra, case=item.case)
    set_table(by=petra, item=item, table=Table(at_table, "Ruben was ziek", "Oma"))
    mark_discussed(by=petra, item=item)
    assert item.case.steps.filter(text=MEETING, status="open").count() == open_left


def test_the_board_leads_back_to_the_conversation_of_today(
    as_: Callable[[Person], Client], petra: Person, item: AgendaItem, clock: time_machine.Traveller
) -> None:
    board, talk = (
        f"/casussen/{item.case.number}/analyse/",
        reverse("cases:talk", args=[item.case.number, item.pk]),
    )
    assert talk not in as_(petra).get(board).content.decode()
    clock.move_to(THURSDAY)
    assert talk in as_(petra).get(board).content.decode()
