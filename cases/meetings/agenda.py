"""Putting cases on an agenda, moving them to another meeting, taking them off."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from cases.casefile.actions import HasStake, NotInTeam, grant_case
from cases.casefile.models import OPENED_ONE_BY_ONE, Case
from cases.casefile.over import hold_open
from cases.consent.purposes import Purpose
from cases.consent.queries import missing_for
from expertteam.access.person import Person
from expertteam.accounts.models import User
from expertteam.audit.actions import record

from .mailing import tell_guests_again
from .models import MOST_CASES, SHORTEST, AgendaItem, ItemState, Meeting
from .planning import NotPlanned, drop, held_meeting


class AgendaFull(ValueError):
    """Four cases is the most for one meeting."""


class NoRoom(ValueError):
    """So many minutes do not fit before the end of the meeting; `args[0]` is how many are left."""


class OnAnotherAgenda(ValueError):
    """The case stands on an open agenda already; `args[0]` is that item."""


@transaction.atomic
def put_on_agenda(*, by: Person, meeting: Meeting, case: Case, minutes: int = 60) -> AgendaItem:
    """Put a case on the agenda, after what stands there; it opens to the experts who are invited.

    The very same again (a double click) gives the same item. NotPlanned, CaseIsOver, OnAnotherAgenda, AgendaFull,
    NoRoom.
    """
    meeting = held_meeting(meeting)
    case = Case.objects.select_for_update(of=("self",)).select_related("team").get(pk=case.pk)
    if not meeting.is_planned:
        raise NotPlanned
    hold_open(case)
    standing = case.agenda_items.still_open().select_related("meeting").first()
    if standing and standing.meeting_id == meeting.pk:
        return standing
    if standing:
        raise OnAnotherAgenda(standing)
    slot, begin = place_in(meeting, minutes, case)
    item = AgendaItem.objects.create(meeting=meeting, case=case, slot=slot, starts_at=begin, minutes=minutes)
    record(by, "agenda.added", case_number=case.number, details={"meeting": meeting.pk})
    open_to_experts(by=by, item=item)
    return item


def place_in(meeting: Meeting, minutes: int, case: Case) -> tuple[int, datetime]:
    """A free place and the time at which it begins. AgendaFull, NoRoom."""
    standing = list(meeting.items.standing())
    if any(item.case_id == case.pk for item in standing):
        raise OnAnotherAgenda(next(item for item in standing if item.case_id == case.pk))
    free = sorted(set(range(1, MOST_CASES + 1)) - {item.slot for item in standing})
    if not free:
        raise AgendaFull
    begin = max([item.ends_at for item in standing], default=meeting.starts_at)
    left = int((meeting.ends_at - begin).total_seconds() // 60)
    if minutes > left:
        raise NoRoom(max(left, 0))
    return free[0], begin


@transaction.atomic
def change_time(*, by: Person, item: AgendaItem, starts_at: datetime, minutes: int) -> bool:
    """Give a case another time within its meeting; False when nothing is new. NoRoom outside the meeting."""
    meeting = held_meeting(item.meeting)
    item = held_item(item)
    if not item.is_open or (item.starts_at, item.minutes) == (starts_at, minutes):
        return False
    if starts_at < meeting.starts_at or starts_at + timedelta(minutes=minutes) > meeting.ends_at:
        raise NoRoom(int((meeting.ends_at - starts_at).total_seconds() // 60))
    item.starts_at, item.minutes, item.sequence = starts_at, minutes, item.sequence + 1
    item.save()
    tell_guests_again(by, item)
    record(by, "agenda.changed", case_number=item.case.number, details={"meeting": meeting.pk})
    return True


def held_item(item: AgendaItem) -> AgendaItem:
    """The row as it is now, kept for this transaction, with its case and meeting."""
    rows = AgendaItem.objects.select_for_update(of=("self",)).select_related("case__team", "meeting__team")
    return rows.get(pk=item.pk)


@transaction.atomic
def move_item(*, by: Person, item: AgendaItem, to: Meeting) -> AgendaItem:
    """Move a case to another meeting, with its guests: their calendars change by themselves.

    The first meeting keeps a row that says where it went. Moving twice is the same as once. A case that was left
    undiscussed can be moved too. NotPlanned, CaseIsOver, OnAnotherAgenda, AgendaFull, NoRoom.
    """
    to = held_meeting(to)
    item = held_item(item)
    if item.meeting_id == to.pk:
        return item
    if not to.is_planned or item.state not in (ItemState.OPEN, ItemState.LEFT):
        raise NotPlanned
    hold_open(item.case)
    before, stays = item.meeting, moved_row(item, to)
    slot, begin = place_in(to, SHORTEST, item.case)
    item.meeting, item.slot, item.starts_at = to, slot, begin
    item.minutes = min(item.minutes, int((to.ends_at - begin).total_seconds() // 60))
    keep_once(afresh(item))
    item.guests.update(there="")
    stays.save()
    tell_guests_again(by, item)
    record(by, "agenda.moved", case_number=item.case.number, details={"from": before.pk, "meeting": to.pk})
    open_to_experts(by=by, item=item)
    return item


def moved_row(item: AgendaItem, to: Meeting) -> AgendaItem:
    """What the meeting it leaves keeps: that it stood there, and where it went; not stored yet."""
    return AgendaItem(
        meeting=item.meeting, case=item.case, slot=item.slot, starts_at=item.starts_at, minutes=item.minutes,
        state=ItemState.MOVED, moved_to=to,
    )  # fmt: skip


def afresh(item: AgendaItem) -> AgendaItem:
    """The conversation still has to begin; its appointment is one change further."""
    item.state, item.sequence, item.step, item.started_at = ItemState.OPEN, item.sequence + 1, 0, None
    item.at_table = item.table_reason = item.spokesperson = ""
    return item


def keep_once(item: AgendaItem) -> None:
    """Save an item that is open again; OnAnotherAgenda when its case was put elsewhere meanwhile."""
    try:
        with transaction.atomic():
            item.save()
    except IntegrityError as there:
        raise OnAnotherAgenda(item.case.agenda_items.still_open().first()) from there


@transaction.atomic
def drop_item(*, by: Person, item: AgendaItem) -> bool:
    """Take a case off the agenda; False when it was off, or discussed. Its guests hear of it."""
    item = held_item(item)
    if not item.is_open:
        return False
    drop(by, item)
    return True


@transaction.atomic
def open_to_experts(*, by: Person, item: AgendaItem, user: User | None = None) -> int:
    """Give the invited experts and zorgadviseurs access to the case (or one of them); returns how many got it.

    Nobody while it may not be discussed by name, and never who has a stake in it.
    """
    experts = invited_experts(item.meeting)
    if user is not None:
        experts = experts.filter(pk=user.pk)
    known = set(item.case.grants.filter(ended_at=None).values_list("user_id", flat=True))
    waiting = [one for one in experts if one.pk not in known]
    if not waiting or missing_for(item.case, Purpose.DISCUSS):
        return 0
    return sum(given(by, item, one) for one in waiting)


def given(by: Person, item: AgendaItem, user: User) -> bool:
    """Whether this person could be let in."""
    try:
        grant_case(by=by, case=item.case, user=user, agenda_item=item.pk)
    except (HasStake, NotInTeam):
        return False
    return True


def invited_experts(meeting: Meeting) -> QuerySet[User]:
    """Who is expected and sees a case only when it is opened to them."""
    expected = meeting.attendees.filter(withdrawn_at=None).values("user_id")
    roles = {"memberships__team": meeting.team_id, "memberships__role__in": OPENED_ONE_BY_ONE}
    return User.objects.filter(pk__in=expected, **roles).distinct().order_by("name", "pk")
