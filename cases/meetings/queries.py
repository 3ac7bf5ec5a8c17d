"""Reads worth a name."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from cases.casefile.models import OPEN_PHASES, Case
from cases.team.members import colleagues
from expertteam.access.person import Person
from expertteam.accounts.models import Role, Team, User
from expertteam.ui.clock import start_of

from .models import MOST_CASES, STANDING, AgendaItem, Attendee, ItemState, Meeting, MeetingState
from .readiness import Lack, lacks_of, with_checks

LEADERS = [Role.PROCESS_DIRECTOR, Role.EXPERT, Role.CARE_ADVISOR, Role.COORDINATOR]
MOST_OFFERED = 200


def first_meeting_on(case: Case) -> date | None:
    """The day on which the case was discussed in a meeting for the first time."""
    first = (
        case.agenda_items.discussed().order_by("meeting__starts_at").values_list("meeting__starts_at").first()
    )
    return timezone.localtime(first[0]).date() if first else None


def last_table(case: Case) -> AgendaItem | None:
    """The last conversation in which was written down who of the family sat at the table."""
    said = case.agenda_items.discussed().exclude(at_table="")
    return said.select_related("meeting").order_by("-meeting__starts_at", "-pk").first()


def meetings_of(team: Team) -> QuerySet[Meeting]:
    """With how many cases stand on the agenda, and how many of those were discussed."""
    return Meeting.objects.filter(team=team).select_related("chair", "note_taker").annotate(
        cases=Count("items", Q(items__state__in=STANDING)),
        discussed=Count("items", Q(items__state=ItemState.DISCUSSED)),
    )  # fmt: skip


def coming(team: Team, day: date) -> QuerySet[Meeting]:
    """What is still to come or was not closed yet, the nearest first."""
    recent = start_of(day - timedelta(days=60))
    return (
        meetings_of(team)
        .filter(state=MeetingState.PLANNED, starts_at__gte=recent)
        .order_by("starts_at", "pk")
    )


def past(team: Team, day: date) -> QuerySet[Meeting]:
    """What was closed or called off, the last first."""
    old = Q(starts_at__lt=start_of(day - timedelta(days=60)))
    return meetings_of(team).filter(~Q(state=MeetingState.PLANNED) | old).order_by("-starts_at", "-pk")


def others_to_move_to(item: AgendaItem) -> list[Meeting]:
    """The coming meetings a case can go to, the nearest first."""
    now = timezone.now()
    meetings = coming(item.meeting.team, timezone.localdate()).filter(ends_at__gt=now)
    return list(
        meetings.exclude(pk=item.meeting_id)
        .alias(full=Count("items", Q(items__state__in=STANDING)))
        .filter(full__lt=MOST_CASES)[:12]
    )


def talk_today(case: Case) -> AgendaItem | None:
    """The conversation about this case of today, held or still to be held. One query."""
    begins = start_of(timezone.localdate())
    items = case.agenda_items.filter(state__in=STANDING, starts_at__gte=begins)
    return items.filter(starts_at__lt=begins + timedelta(days=1)).order_by("starts_at").first()


@dataclass
class Line:
    """One item of the agenda as somebody sees it. `item` is None for a case that is not open to them."""

    item: AgendaItem | None
    starts_at: Any
    minutes: int
    state: str
    lacks: list[Lack] = field(default_factory=list)


def agenda_of(person: Person, meeting: Meeting, day: date) -> list[Line]:
    """The agenda; of cases this person may not see only that there is one. Two queries."""
    items = meeting.items.select_related(
        "case__young_person", "case__owner", "case__referral", "moved_to", "minutes_of"
    ).defer("minutes_of__pdf", "minutes_of__content")  # fmt: skip
    items = items.prefetch_related("guests__participant", "guests__case__young_person")
    visible = Case.objects.visible_to(person).filter(pk=OuterRef("case_id"))
    rows = with_checks(items, day).annotate(is_visible=Exists(visible))
    ready = meeting.is_planned
    return [
        Line(
            row if row.is_visible else None, row.starts_at, row.minutes, row.state,
            lacks_of(person, row) if row.is_visible and row.is_open and ready else [],
        )
        for row in rows
    ]  # fmt: skip


def attendees_of(meeting: Meeting) -> list[Attendee]:
    """Who of the team is expected, by name."""
    return list(meeting.attendees.filter(withdrawn_at=None).select_related("user"))


def possible_leaders(team: Team) -> QuerySet[User]:
    """Who can be chair or write down: everybody who can be let into a case."""
    return colleagues(team, LEADERS)


def cases_to_offer(person: Person) -> list[Case]:
    """Open cases that stand on no agenda yet, the newest first, for the list beside the field."""
    planned = AgendaItem.objects.filter(case=OuterRef("pk"), state=ItemState.OPEN)
    cases = Case.objects.visible_to(person).filter(~Exists(planned), phase__in=OPEN_PHASES)
    return list(cases.select_related("young_person").order_by("-year", "-sequence")[:MOST_OFFERED])


def items_of(case: Case) -> QuerySet[AgendaItem]:
    """Every time this case stood on an agenda, the last first."""
    items = case.agenda_items.select_related("meeting", "moved_to", "minutes_of")
    return items.defer("minutes_of__pdf", "minutes_of__content").order_by("-starts_at", "-pk")


def usual(team: Team, name: str) -> str:
    """Where the team usually meets (`name`: place or link): the last one it met at twice, about different children.

    A place that belongs to one of them, such as a home, is never handed on. Empty when there is none. One query.
    """
    held = team.meetings.exclude(state=MeetingState.CANCELLED).exclude(**{name: ""}).order_by()
    places = held.values_list(name).annotate(
        times=Count("pk", distinct=True),
        children=Count("items__case__young_person", distinct=True),
        last=Max("starts_at"),
    )
    found = places.filter(times__gte=2, children__gte=2).order_by("-last").first()
    return found[0] if found else ""
