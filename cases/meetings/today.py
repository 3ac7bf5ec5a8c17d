"""The lists of Vandaag about meetings."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.accounts.models import Role
from expertteam.audit.models import AuditEvent
from expertteam.ui.clock import start_of

from .models import AgendaItem, Attendee, ItemState, Meeting, MeetingState
from .readiness import READ, anything_missing, with_checks
from .talk_models import CheckOut, Presence

AHEAD = timedelta(days=14)
BACK = timedelta(days=7)


def todays_meetings(person: Person, day: date) -> QuerySet[Meeting]:
    """The meetings of today, and earlier ones of this week that were not closed, for who comes, leads or plans."""
    begins, ends = start_of(day - BACK), start_of(day + timedelta(days=1))
    meetings = Meeting.objects.filter(
        team=person.team, state=MeetingState.PLANNED, starts_at__gte=begins, starts_at__lt=ends
    )
    if not person.may("meeting.plan"):
        mine = Attendee.objects.filter(meeting=OuterRef("pk"), user=person.user, withdrawn_at=None)
        meetings = meetings.filter(Exists(mine), starts_at__gte=start_of(day))
    return meetings.order_by("starts_at", "pk")


def open_items(person: Person, day: date) -> QuerySet[AgendaItem]:
    """What stands on coming agendas and this person may see, the nearest first."""
    visible = Case.objects.visible_to(person).filter(pk=OuterRef("case_id"))
    items = AgendaItem.objects.filter(
        Exists(visible), meeting__team=person.team, state=ItemState.OPEN,
        meeting__state=MeetingState.PLANNED, meeting__starts_at__gte=start_of(day),
    ).select_related("case__young_person", "case__referral", "meeting")  # fmt: skip
    return items.order_by("starts_at", "pk")


def to_prepare(person: Person, day: date) -> QuerySet[AgendaItem]:
    """The cases of the next two weeks of which something is missing that this person can do something about."""
    items = open_items(person, day).filter(meeting__starts_at__lt=start_of(day + AHEAD))
    return with_checks(items, day).filter(anything_missing(person))


def to_read(person: Person, day: date) -> QuerySet[AgendaItem]:
    """The cases of the meetings an expert is invited for, with `was_read`; unread ones first within a meeting."""
    if not person.has(Role.EXPERT, Role.CARE_ADVISOR):
        return AgendaItem.objects.none()
    mine = Attendee.objects.filter(meeting=OuterRef("meeting_id"), user=person.user, withdrawn_at=None)
    seen = AuditEvent.objects.filter(
        team=person.team, case_number=OuterRef("case__number"), user=person.user, event__in=READ
    )
    items = open_items(person, day).filter(Exists(mine), meeting__starts_at__lt=start_of(day + AHEAD))
    return items.annotate(was_read=Exists(seen)).order_by("meeting__starts_at", "was_read", "starts_at", "pk")


def to_look_back(person: Person, day: date) -> QuerySet[Presence]:
    """The conversations of this week this person was at and did not look back on yet."""
    visible = Case.objects.visible_to(person).filter(pk=OuterRef("case_id"))
    told = CheckOut.objects.filter(item=OuterRef("item_id"), user=person.user)
    since = start_of(day - BACK)
    rows = Presence.objects.filter(Exists(visible), ~Exists(told), user=person.user, case__team=person.team)
    rows = rows.filter(item__discussed_at__gte=since, item__discussed_at__lte=timezone.now())
    return rows.select_related("case__young_person", "item").order_by("item__discussed_at", "pk")


LISTS: tuple[dict[str, Any], ...] = (
    {
        "key": "bijeenkomst-nu", "title": "Bijeenkomst", "rule": "meeting.read", "rows": todays_meetings,
        "template": "cases/meetings/today_row.html", "place": 4,
    },
    {
        "key": "terugblik", "title": "Hoe was het gesprek?", "rule": "meeting.talk", "rows": to_look_back,
        "template": "cases/meetings/back_row.html", "place": 6,
        "about": "Drie korte vragen. Je antwoord staat er zonder je naam.",
    },
    {
        "key": "lezen", "title": "Lezen voor je bijeenkomst", "rule": "meeting.talk", "rows": to_read,
        "template": "cases/meetings/read_row.html", "place": 8,
    },
    {
        "key": "voorbereiden", "title": "Bijeenkomst voorbereiden", "rule": "meeting.plan", "rows": to_prepare,
        "template": "cases/meetings/prepare_row.html", "place": 32,
        "about": "Dit mist nog voor de bijeenkomsten van de komende twee weken.",
    },
)  # fmt: skip
