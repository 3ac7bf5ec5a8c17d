"""A case stands on one open agenda at most, and takes its invitations along when it moves."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.casefile.models import Case, CaseGrant, Phase
from cases.casefile.over import CaseIsOver
from cases.meetings.agenda import (
    AgendaFull,
    NoRoom,
    OnAnotherAgenda,
    change_time,
    drop_item,
    move_item,
    put_on_agenda,
)
from cases.meetings.inviting import invite_guest
from cases.meetings.models import AgendaItem, ItemState, Meeting
from cases.meetings.planning import MeetingData, NotPlanned, cancel_meeting, change_meeting
from cases.people.models import Participant
from cases.process.closing import open_ends
from cases.retention.hooks import run_hooks
from expertteam.access.person import Person
from tests.factories import make_case

from .conftest import HOURS, THURSDAY


def test_cases_follow_each_other(petra: Person, meeting: Meeting, item: AgendaItem) -> None:
    second = put_on_agenda(by=petra, meeting=meeting, case=make_case(petra), minutes=30)
    assert item.starts_at == THURSDAY and second.starts_at == THURSDAY + timedelta(hours=1)


def test_a_double_click_adds_one(petra: Person, meeting: Meeting, case: Case, item: AgendaItem) -> None:
    assert put_on_agenda(by=petra, meeting=meeting, case=case) == item
    assert AgendaItem.objects.count() == 1


def test_never_on_two_agendas(petra: Person, case: Case, item: AgendaItem, next_week: Meeting) -> None:
    with pytest.raises(OnAnotherAgenda):
        put_on_agenda(by=petra, meeting=next_week, case=case)
    with pytest.raises(IntegrityError, match="case_on_one_open_agenda"), transaction.atomic():
        AgendaItem.objects.create(meeting=next_week, case=case, slot=1, starts_at=next_week.starts_at)


def test_four_is_the_most(petra: Person, meeting: Meeting) -> None:
    for _ in range(4):
        put_on_agenda(by=petra, meeting=meeting, case=make_case(petra), minutes=20)
    with pytest.raises(AgendaFull):
        put_on_agenda(by=petra, meeting=meeting, case=make_case(petra), minutes=20)
    with pytest.raises(IntegrityError, match="agenda_at_most_four"), transaction.atomic():
        AgendaItem.objects.create(meeting=meeting, case=make_case(petra), slot=5, starts_at=THURSDAY)


def test_what_does_not_fit(petra: Person, meeting: Meeting, item: AgendaItem) -> None:
    with pytest.raises(NoRoom) as left:
        put_on_agenda(by=petra, meeting=meeting, case=make_case(petra), minutes=150)
    assert left.value.args == (120,)
    with pytest.raises(CaseIsOver):
        put_on_agenda(by=petra, meeting=meeting, case=make_case(petra, phase=Phase.DECLINED))


def test_moving_takes_the_guests_along(
    petra: Person, item: AgendaItem, anja: Participant, meeting: Meeting, next_week: Meeting
) -> None:
    guest = invite_guest(by=petra, item=item, participant=anja, mail=True)
    moved = move_item(by=petra, item=item, to=next_week)
    guest.refresh_from_db()
    assert (moved.pk, moved.meeting, moved.uid) == (item.pk, next_week, item.uid)
    assert guest.item == moved and guest.withdrawn_at is None and moved.sequence == item.sequence + 1
    stays = meeting.items.get()
    assert (stays.state, stays.moved_to) == (ItemState.MOVED, next_week)
    assert move_item(by=petra, item=moved, to=next_week) == moved and AgendaItem.objects.count() == 2


def test_a_call_off_frees_the_case(petra: Person, meeting: Meeting, case: Case, next_week: Meeting) -> None:
    put_on_agenda(by=petra, meeting=meeting, case=case)
    assert cancel_meeting(by=petra, meeting=meeting) and not cancel_meeting(by=petra, meeting=meeting)
    assert put_on_agenda(by=petra, meeting=next_week, case=case).is_open
    with pytest.raises(NotPlanned):
        put_on_agenda(by=petra, meeting=meeting, case=make_case(petra))


def test_a_new_time_takes_the_agenda_along(petra: Person, meeting: Meeting, item: AgendaItem) -> None:
    later = THURSDAY + timedelta(hours=2)
    data = MeetingData(later, later + HOURS, "De Boei")
    assert change_meeting(by=petra, meeting=meeting, data=data)
    assert not change_meeting(by=petra, meeting=meeting, data=data)
    item.refresh_from_db(), meeting.refresh_from_db()
    assert (item.starts_at, item.sequence, meeting.sequence) == (later, 1, 1)


def test_another_time_within_the_meeting(petra: Person, item: AgendaItem) -> None:
    assert change_time(by=petra, item=item, starts_at=THURSDAY + timedelta(hours=1), minutes=45)
    with pytest.raises(NoRoom):
        change_time(by=petra, item=item, starts_at=THURSDAY + HOURS, minutes=45)


def test_the_case_opens_to_the_experts_who_come(
    petra: Person, emre: Person, case: Case, item: AgendaItem
) -> None:
    grant = CaseGrant.objects.get(case=case, ended_at=None)
    assert (grant.user, grant.agenda_item) == (emre.user, item)
    drop_item(by=petra, item=item)
    assert not case.grants.filter(ended_at=None).exists()


def test_what_the_procesregisseur_gave_stays(
    petra: Person, emre: Person, case: Case, meeting: Meeting
) -> None:
    case.grants.create(user=emre.user, granted_by=petra.user)
    item = put_on_agenda(by=petra, meeting=meeting, case=case)
    drop_item(by=petra, item=item)
    assert case.grants.filter(user=emre.user, ended_at=None).exists()


def test_without_consent_nobody_is_let_in(petra: Person, emre: Person, meeting: Meeting) -> None:
    case = make_case(petra, consent=False)
    put_on_agenda(by=petra, meeting=meeting, case=case)
    assert not case.grants.exists() and not Case.objects.visible_to(emre).exists()


def test_a_case_on_an_agenda_is_not_closed_by_accident(case: Case, item: AgendaItem) -> None:
    assert [one.text for one in open_ends(case)] == ["Staat op de agenda van 26 november 2026"]


def test_where_it_was_is_forgotten_with_the_case(petra: Person, meeting: Meeting, item: AgendaItem) -> None:
    run_hooks(petra, item.case)
    meeting.refresh_from_db()
    assert (meeting.place, meeting.starts_at) == ("", THURSDAY)
