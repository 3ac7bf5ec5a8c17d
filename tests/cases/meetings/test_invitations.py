"""Invitations: a calendar file that names nobody, counts its changes, and is called off."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.mail import EmailMessage
from icalendar import Calendar

from cases.casefile.models import Case
from cases.meetings.agenda import move_item
from cases.meetings.calendar import PUBLISH, Appointment, calendar_file
from cases.meetings.inviting import ConsentNeeded, invite_guest, invite_members, set_members, withdraw_guest
from cases.meetings.models import AgendaItem, Meeting
from cases.meetings.planning import MeetingData, cancel_meeting, change_meeting
from cases.people.models import Participant
from expertteam.access.person import Person
from tests.factories import make_case
from tests.post import deliver

from .conftest import HOURS, THURSDAY


def calendar_in(message: EmailMessage) -> Calendar:
    [text] = [one.content for one in message.alternatives]  # type: ignore[attr-defined]
    found = Calendar.from_ical(text)
    assert isinstance(found, Calendar)
    return found


def event_in(message: EmailMessage):  # type: ignore[no-untyped-def]
    [event] = calendar_in(message).walk("VEVENT")
    return event


def test_a_member_is_asked_once(petra: Person, emre: Person, meeting: Meeting) -> None:
    assert (invite_members(by=petra, meeting=meeting), invite_members(by=petra, meeting=meeting)) == (2, 0)
    first, _ = deliver()
    assert first.to == [emre.user.email] and calendar_in(first)["METHOD"] == "REQUEST"
    event = event_in(first)
    assert event["DTSTART"].dt == THURSDAY and event["DTEND"].dt == THURSDAY + HOURS
    assert (event["SEQUENCE"], event["SUMMARY"], event["LOCATION"]) == (
        0,
        "Bijeenkomst expertteam",
        "De Boei",
    )
    assert str(event["UID"]).startswith(str(meeting.uid))


def test_a_new_time_is_the_same_appointment_with_a_higher_number(petra: Person, meeting: Meeting) -> None:
    invite_members(by=petra, meeting=meeting)
    before = event_in(deliver()[0])
    later = THURSDAY + timedelta(hours=1)
    change_meeting(by=petra, meeting=meeting, data=MeetingData(later, later + HOURS, "De Boei"))
    after = event_in(deliver()[0])
    assert before["UID"] == after["UID"] and after["SEQUENCE"] == 1 and after["DTSTART"].dt == later


def test_who_is_taken_off_hears_it(petra: Person, emre: Person, meeting: Meeting) -> None:
    invite_members(by=petra, meeting=meeting)
    deliver()
    meeting.chair = None
    meeting.save()
    set_members(by=petra, meeting=meeting, users=[petra.user])
    [message] = deliver()
    assert message.to == [emre.user.email] and calendar_in(message)["METHOD"] == "CANCEL"


def test_calling_off_reaches_members_and_guests(
    petra: Person, meeting: Meeting, item: AgendaItem, anja: Participant
) -> None:
    invite_members(by=petra, meeting=meeting)
    invite_guest(by=petra, item=item, participant=anja, mail=True)
    deliver()
    cancel_meeting(by=petra, meeting=meeting)
    messages = deliver()
    assert {str(calendar_in(one)["METHOD"]) for one in messages} == {"CANCEL"} and len(messages) == 3
    assert all(event_in(one)["SEQUENCE"] == 1 for one in messages)


def test_a_guest_comes_for_one_case(petra: Person, item: AgendaItem, anja: Participant) -> None:
    invite_guest(by=petra, item=item, participant=anja, mail=True)
    invite_guest(by=petra, item=item, participant=anja, mail=True)
    [message] = deliver()
    event = event_in(message)
    assert message.to == ["anja@thuis.test"] and event["DTEND"].dt == THURSDAY + timedelta(hours=1)
    anja.refresh_from_db()
    assert anja.invited == "ja", "Mensen says so too"


def test_moving_changes_the_appointment_of_the_guest(
    petra: Person, item: AgendaItem, anja: Participant, next_week: Meeting
) -> None:
    invite_guest(by=petra, item=item, participant=anja, mail=True)
    before = event_in(deliver()[0])
    move_item(by=petra, item=item, to=next_week)
    [message] = deliver()
    after = event_in(message)
    assert before["UID"] == after["UID"] and after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTART"].dt == next_week.starts_at and after["LOCATION"] == "Het Kompas"


def test_nobody_is_named(petra: Person, case: Case, item: AgendaItem, anja: Participant) -> None:
    invite_guest(by=petra, item=item, participant=anja, mail=True)
    [message] = deliver()
    told = f"{message.subject} {message.body} {calendar_in(message).to_ical().decode()}"
    for secret in ("Ruben", "Oosterhuis", "Anja", case.number, "Petra", "Emre"):
        assert secret not in told


def test_a_withdrawn_invitation_that_still_waited_never_goes(
    petra: Person, item: AgendaItem, anja: Participant
) -> None:
    guest = invite_guest(by=petra, item=item, participant=anja, mail=True)
    assert withdraw_guest(by=petra, guest=guest) and not withdraw_guest(by=petra, guest=guest)
    assert [str(calendar_in(one)["METHOD"]) for one in deliver()] == ["CANCEL"]


def test_school_is_asked_only_when_sharing_is_allowed(petra: Person, meeting: Meeting) -> None:
    case = make_case(petra, consent=False, birth_date=date(2015, 2, 1))
    item = AgendaItem.objects.create(meeting=meeting, case=case, slot=2, starts_at=THURSDAY)
    gea = Participant.objects.create(case=case, name="Gea Bos", role="school", email="gea@school.test")
    with pytest.raises(ConsentNeeded):
        invite_guest(by=petra, item=item, participant=gea, mail=True)
    assert deliver() == [] and not item.guests.exists()


def test_a_guest_of_another_case_is_refused_by_the_database(petra: Person, item: AgendaItem) -> None:
    other = make_case(petra)
    stranger = Participant.objects.create(case=other, name="Bea", role="ouder")
    with pytest.raises(Exception, match="another case"):
        item.guests.create(case=item.case, participant=stranger)


def test_a_file_to_fetch_names_nobody_and_is_whole() -> None:
    appointment = Appointment(
        uid := uuid4(), 3, THURSDAY, THURSDAY + HOURS, "Zaal; 2, «De Boei» 🙂", "https://meet.example/x"
    )
    [event] = Calendar.from_ical(calendar_file(appointment, method=PUBLISH)).walk("VEVENT")
    assert event["LOCATION"] == "Zaal; 2, «De Boei» 🙂" and event["DTSTART"].dt == THURSDAY
    assert "ATTENDEE" not in event and "ORGANIZER" not in event and str(event["UID"]).startswith(str(uid))
