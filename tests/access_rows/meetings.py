"""Bijeenkomsten: planning, the agenda, the conversation, calendar files, minutes, conflicts of interest."""

from datetime import UTC, datetime, timedelta
from typing import Any

from cases.casefile.models import ConflictOfInterest
from cases.meetings.agenda import put_on_agenda
from cases.meetings.inviting import invite_guest, set_members
from cases.meetings.models import AgendaItem
from cases.meetings.planning import MeetingData, plan_meeting
from cases.meetings.talk import CHECK_OUT
from cases.meetings.talk_models import AgreedAction, CaseMinutes, CheckOut, Presence
from cases.outside.actions import give_link
from expertteam.jobs.models import JobStatus
from tests.access_world import World

from .row import CASE_READ, EVERYBODY, ONLY_P, P_AND_S, Row, case

#             P E e Z C S B L F V
LIST = "+ + + + + + - - + >"
MEETING = "+ + + + + + - - 0 >"
PLAN = "+ - - - - + - - 0 >"
PLAN_NEW = "+ - - - - + - - + >"
LEAD = "+ + - - - - - - 0 >"
MARK = "+ + - - - + - - 0 >"
TALK = "+ + - + + - - - 0 >"
THERE = "+ + - - - - - - 0 >"
LIFT = "+ - - - + - - - 0 >"
PATTERN = "+ - - - + - - - + >"
BEGINS = datetime(2027, 3, 4, 12, 0, tzinfo=UTC)


def furnish(world: World) -> None:
    """A coming meeting with Emre as chair and the mother asked; and an earlier one with minutes."""
    petra, emre, noor = world.people["P"], world.people["E"], world.people["e"]
    assert petra and emre and noor
    data = MeetingData(BEGINS, BEGINS + timedelta(hours=3), "De Boei", chair=emre.user)
    meeting = plan_meeting(by=petra, data=data)
    set_members(by=petra, meeting=meeting, users=[petra.user, emre.user])
    item = put_on_agenda(by=petra, meeting=meeting, case=world.case)
    guest = invite_guest(by=petra, item=item, participant=world.mother, mail=False)
    world.things |= {"meeting": meeting, "item": item, "guest": guest}
    world.things["attendee"] = meeting.attendees.get(user=emre.user)
    world.things["stake"] = ConflictOfInterest.objects.create(
        case=world.case, user=noor.user, reason="Werkt bij De Boei", declared_by=petra.user
    )
    earlier(world)


def earlier(world: World) -> None:
    """A conversation that was, with its minutes and a link to look back on it."""
    petra, emre = world.people["P"], world.people["E"]
    assert petra and emre
    before = BEGINS - timedelta(days=370)
    past = plan_meeting(by=petra, data=MeetingData(before, before + timedelta(hours=2), chair=emre.user))
    item = AgendaItem.objects.create(
        meeting=past, case=world.case, slot=1, starts_at=before, state="besproken", discussed_at=before,
        notes="Zijn opa mag elke zondag komen vissen",
    )  # fmt: skip
    for one in (petra, emre):
        Presence.objects.create(case=world.case, item=item, user=one.user, minutes=60)
    CaseMinutes.objects.create(
        case=world.case, item=item, content={"notes": "Zijn opa mag elke zondag komen vissen"}, pdf=b"%PDF-",
        status=JobStatus.DONE, requested_by=petra.user,
    )  # fmt: skip
    CheckOut.objects.create(
        case=world.case, item=item, user=emre.user, heard="ja", about="nee", words="Zijn opa mag erbij"
    )
    AgreedAction.objects.create(item=item, action=world.action)
    world.things["past_item"] = item
    guest = item.guests.create(case=world.case, participant=world.mother)
    given = give_link(by=petra, case=world.case, purpose=CHECK_OUT, subject_id=guest.pk)
    world.things["talk_token"] = given.path.rstrip("/").rpartition("/")[2]


def key(name: str):  # type: ignore[no-untyped-def]
    return lambda w: w.things[name].pk


def meeting(signs: str, **more: Any) -> Row:
    return Row(signs, pk=key("meeting"), **more)


def item(signs: str, **more: Any) -> Row:
    return case(signs, pk=key("item"), **more)


def past(signs: str, **more: Any) -> Row:
    return case(signs, pk=key("past_item"), **more)


ROWS: dict[str, Row] = {
    "cases:meetings": Row(LIST),
    "cases:meeting_new": Row(PLAN_NEW),
    "cases:talk_steps": Row(PATTERN),
    "cases:talk_step_add": Row(PATTERN, only_post=True),
    "cases:talk_step_change": Row(PATTERN, only_post=True),
    "cases:meeting": meeting(MEETING),
    "cases:meeting_change": meeting(PLAN),
    "cases:meeting_cancel": meeting(PLAN, only_post=True),
    "cases:agenda_add": meeting(PLAN, only_post=True),
    "cases:meeting_invite": meeting(PLAN, only_post=True),
    "cases:meeting_there": meeting(MARK, only_post=True, attendee=key("attendee")),
    "cases:meeting_close": meeting(LEAD, only_post=True),
    "cases:meeting_calendar": meeting(MEETING),
    "cases:case_meetings": case(CASE_READ),
    "cases:case_on_agenda": case(P_AND_S, only_post=True, data=lambda w: {"meeting": w.things["meeting"].pk}),
    "cases:conflict": case(TALK),
    "cases:conflict_lift": case(LIFT, only_post=True, pk=key("stake")),
    "cases:talk": item(TALK),
    "cases:talk_step": item(LEAD, only_post=True, data=lambda w: {"step": "2"}),
    "cases:talk_guest": item(LEAD, only_post=True, guest=key("guest"), data=lambda w: {"there": "ja"}),
    "cases:talk_table": item(LEAD, only_post=True, data=lambda w: {"at_table": "alleen_ouders"}),
    "cases:talk_notes": item(LEAD, only_post=True, data=lambda w: {"notes": "Anja vertelt", "version": "0"}),
    "cases:talk_action": item(LEAD, only_post=True, data=lambda w: {"line": "Gea belt school, vrijdag"}),
    "cases:talk_discussed": item(LEAD, only_post=True),
    "cases:talk_back": past(THERE),
    "cases:minutes": past(TALK),
    "cases:minutes_again": past("+ + - + + - - - 0 >", only_post=True),
    "cases:minutes_pdf": past(TALK),
    "cases:item_guests": item(P_AND_S),
    "cases:guest_invite": item(P_AND_S, only_post=True, data=lambda w: {"participant": w.mother.pk}),
    "cases:guest_withdraw": item(P_AND_S, only_post=True, guest=key("guest")),
    "cases:item_move": item(P_AND_S, only_post=True, data=lambda w: {"meeting": w.things["meeting"].pk}),
    "cases:item_drop": item(P_AND_S, only_post=True),
    "cases:item_time": item(P_AND_S, only_post=True),
    "cases:item_open": item(ONLY_P, only_post=True),
    "cases:item_calendar": item(P_AND_S),
    "cases:talk_outside": Row(EVERYBODY, token=lambda w: w.things["talk_token"]),
}
