"""Meetings of the demo: last week's with minutes, one today, and next week's of which something is missing still."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from cases.casefile.conflicts import declare_conflict
from cases.casefile.models import Case
from cases.meetings.agenda import put_on_agenda
from cases.meetings.attending import Table, mark_guest, mark_member, set_table
from cases.meetings.checkout import LookingBack, look_back
from cases.meetings.closing import close_meeting
from cases.meetings.inviting import invite_guest, set_members, why_no_mail
from cases.meetings.models import AgendaItem, Meeting
from cases.meetings.notes import save_notes
from cases.meetings.planning import MeetingData, plan_meeting
from cases.meetings.talk import agree_action, mark_discussed
from cases.steering.actions import ActionData
from cases.team.members import colleagues
from expertteam.access.person import Person, person_in
from expertteam.accounts.models import User
from expertteam.ui.given import there

PLACE = "Vergaderzaal 2, De Boei"
BEGINS, HOURS = time(13, 0), 3


@dataclass(frozen=True)
class Talk:
    """A conversation that was: notes, who of the family was there, what was agreed (who, what, in how many days)."""

    notes: str
    table: Table
    agreed: tuple[tuple[str, str, int], ...]


LAST_WEEK = {
    "milan": Talk(
        "Milan wil dat niemand hem meer vasthoudt. Bert vertelt dat hij rustig wordt als er iets te bouwen is. "
        "Wij zien: hoe meer mensen tegelijk praten, hoe harder hij schopt. Besloten: eerst één begeleider en een "
        "vaste plek om weg te lopen. Vastpakken stopt deze week; de behandelaar legt dat uit op de groep.",
        Table("alleen_ouders", "Milan vond zo veel mensen te spannend", "Bert Kuipers"),
        (
            ("Tineke Prins", "Legt op de groep uit dat vastpakken stopt", 5),
            ("Mo El Idrissi", "Zoekt een werkplaats waar Milan een ochtend terechtkan", 14),
        ),
    ),
    "lotte": Talk(
        "Lotte zat er zelf bij, met Jip naast haar. Ze wil weten waar ze woont na haar verjaardag, en dat niet elke "
        "maand horen van iemand anders. Besloten: Esra is het vaste gezicht tot een jaar na haar achttiende.",
        Table("alleen_jeugdige", "Lotte is zeventien en wilde dit gesprek zelf voeren"),
        (("Esra Polat", "Vraagt een kamer met begeleiding aan", 10),),
    ),
}
LOOKED_BACK = {
    "milan": (
        ("emre", "ja", "deels", "Eerder beginnen met wat Milan zelf wil."),
        ("petra", "ja", "ja", ""),
        ("carla", "deels", "ja", "Minder mensen tegelijk laten praten."),
        ("jan", "ja", "ja", ""),
        ("sietske", "ja", "deels", "Een kleinere kamer."),
    ),
    "lotte": (("petra", "ja", "ja", "Fijn dat Jip naast haar zat."),),
}
TODAY = ("isa", "dex", "pip")
NEXT_WEEK = ("thijs", "bo", "bram")
"""Sandra has not said yes for Thijs, Dennis said no for Bo, and Bram has no timeline and no consent yet."""

STAKE = ("sietske", "bram", "Woont naast het gezin van Bram")


def ensure_meetings(by: Person, today: date) -> int:
    """Plan them, once; returns how many. Only where the demo has these cases."""
    if Meeting.objects.filter(team=by.team).exists() or demo_case(by, TODAY[0]) is None:
        return 0
    with transaction.atomic():
        hold_last_week(by, today - timedelta(days=7))
        plan(by, today, TODAY)
        plan(by, today + timedelta(days=7), NEXT_WEEK)
        say_a_stake(by)
    return 3


def say_a_stake(by: Person) -> None:
    """Sietske knows a family: every case of Bram is closed to her, though a secretary sees all others."""
    case = demo_case(by, STAKE[1])
    if case is not None:
        declare_conflict(by=by, case=case, user=member(by, STAKE[0]).user, reason=STAKE[2])


def demo_case(by: Person, key: str) -> Case | None:
    return Case.objects.filter(team=by.team, source_key=f"demo:jaar-{key}").first()


def member(by: Person, first_name: str) -> Person:
    user = User.objects.get(email=f"{first_name}@{by.team.code}.example")
    return there(person_in(user, by.team))


def plan(by: Person, day: date, keys: tuple[str, ...]) -> Meeting:
    """A meeting on that day with these cases; everybody of the team comes. No mails: nobody of the demo is real."""
    begins = timezone.make_aware(datetime.combine(day, BEGINS))
    chair, note_taker = member(by, "carla").user, member(by, "emre").user
    data = MeetingData(begins, begins + timedelta(hours=HOURS), PLACE, "", chair, note_taker)
    meeting = plan_meeting(by=by, data=data)
    set_members(by=by, meeting=meeting, users=colleagues(by.team))
    meeting.attendees.update(invited_at=timezone.now())
    for key in keys:
        case = demo_case(by, key)
        if case is not None:
            item = put_on_agenda(by=by, meeting=meeting, case=case, minutes=60)
            ask_family(by, item, wanted=key not in NEXT_WEEK)
    return meeting


def ask_family(by: Person, item: AgendaItem, *, wanted: bool) -> None:
    """The young person and the parents, except where that is still to be done or may not be."""
    if not wanted:
        return
    invite_guest(by=by, item=item, participant=None, mail=False)
    for parent in item.case.participants.current().filter(role="ouder"):
        if not why_no_mail(item.case, parent):
            invite_guest(by=by, item=item, participant=parent, mail=False)


def hold_last_week(by: Person, day: date) -> None:
    """A meeting that was: who came, what was said, what was agreed, and how people looked back."""
    meeting = plan(by, day, tuple(LAST_WEEK))
    absent = {"zora"}
    for attendee in meeting.attendees.select_related("user"):
        first = attendee.user.email.partition("@")[0]
        mark_member(by=by, attendee=attendee, there="nee" if first in absent else "ja")
    for item in meeting.items.select_related("case__team", "meeting__team"):
        key = str(item.case.source_key).removeprefix("demo:jaar-")
        talk_about(by, item, LAST_WEEK[key])
        for first, heard, about, words in LOOKED_BACK[key]:
            look_back(by=member(by, first), item=item, answer=LookingBack(heard, about, words))
    meeting.refresh_from_db()
    close_meeting(by=by, meeting=meeting)


def talk_about(by: Person, item: AgendaItem, talk: Talk) -> None:
    for guest in item.guests.select_related("item__meeting", "participant"):
        there = "nee" if guest.participant is None and talk.table.at_table == "alleen_ouders" else "ja"
        mark_guest(by=by, guest=guest, there=there)
    set_table(by=by, item=item, table=talk.table)
    save_notes(by=by, item=item, notes=talk.notes, base="", version=0)
    day = timezone.localtime(item.starts_at).date()
    for who, what, days in talk.agreed:
        owner = item.case.participants.filter(name=who).first()
        data = ActionData(
            what, who, day + timedelta(days=days), owner_participant_id=owner.pk if owner else None,
            owner_organisation=owner.organisation if owner else "",
        )  # fmt: skip
        agree_action(by=by, item=item, data=data)
    mark_discussed(by=by, item=item)
