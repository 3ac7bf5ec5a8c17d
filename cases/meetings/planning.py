"""Planning a meeting, changing it, and calling it off."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from cases.casefile.actions import end_grant
from cases.casefile.models import CaseGrant
from expertteam.access.person import Person
from expertteam.accounts.models import User
from expertteam.audit.actions import record

from .mailing import call_off_guests, call_off_members, tell_again
from .models import AgendaItem, ItemState, Meeting, MeetingState

CALENDAR = ("starts_at", "ends_at", "place", "link")
"""What stands in everybody's calendar: a change of these is sent again."""


@dataclass(frozen=True)
class MeetingData:
    """A meeting as typed; the moments are aware, `place` and `link` may be empty."""

    starts_at: datetime
    ends_at: datetime
    place: str = ""
    link: str = ""
    chair: User | None = None
    note_taker: User | None = None


class TooShort(ValueError):
    """The cases on the agenda do not fit any more."""


class NotPlanned(ValueError):
    """The meeting is over or was called off."""


def held_meeting(meeting: Meeting) -> Meeting:
    """The row as it is now, kept for this transaction."""
    return Meeting.objects.select_for_update(of=("self",)).select_related("team").get(pk=meeting.pk)


@transaction.atomic
def plan_meeting(*, by: Person, data: MeetingData, token: UUID | None = None) -> Meeting:
    """Plan a meeting; the very same form again (a double click) gives the same meeting."""
    values = {**vars(data), "planned_by": by.user}
    if token is None:
        meeting, created = Meeting.objects.create(team=by.team, **values), True
    else:
        meeting, created = Meeting.objects.get_or_create(team=by.team, form_token=token, defaults=values)
    if created:
        record(by, "meeting.planned", details={"meeting": meeting.pk})
    return meeting


@transaction.atomic
def change_meeting(*, by: Person, meeting: Meeting, data: MeetingData) -> bool:
    """Change a meeting; False when nothing is new. NotPlanned when it is over, TooShort for its agenda.

    A new beginning takes the agenda along; who was invited hears of a new time or place.
    """
    meeting = held_meeting(meeting)
    if not meeting.is_planned:
        raise NotPlanned
    before = {name: getattr(meeting, name) for name in vars(data)}
    if before == vars(data):
        return False
    shift = data.starts_at - meeting.starts_at
    told = any(before[name] != getattr(data, name) for name in CALENDAR)
    if any(item.ends_at + shift > data.ends_at for item in meeting.items.still_open()):
        raise TooShort
    for name, value in vars(data).items():
        setattr(meeting, name, value)
    meeting.sequence += int(told)
    meeting.save()
    if told:
        shift_items(meeting, shift)
        tell_again(by, meeting)
    record(by, "meeting.changed", details={"meeting": meeting.pk})
    return True


def shift_items(meeting: Meeting, shift: timedelta) -> None:
    """Move every open item along with the meeting, and count a change of its invitations."""
    for item in meeting.items.still_open():
        item.starts_at, item.sequence = item.starts_at + shift, item.sequence + 1
        item.save(update_fields=["starts_at", "sequence"])


@transaction.atomic
def cancel_meeting(*, by: Person, meeting: Meeting) -> bool:
    """Call a meeting off; False when it was not planned any more. Its cases can go on another agenda at once."""
    meeting = held_meeting(meeting)
    if not meeting.is_planned:
        return False
    Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.CANCELLED, sequence=F("sequence") + 1)
    call_off_members(by, meeting)
    for item in meeting.items.still_open().select_related("case__team", "meeting"):
        drop(by, item)
    record(by, "meeting.cancelled", details={"meeting": meeting.pk})
    return True


def drop(by: Person, item: AgendaItem) -> None:
    """Take an item off: its guests hear of it, and the access that it gave ends."""
    item.state, item.sequence = ItemState.DROPPED, item.sequence + 1
    item.save(update_fields=["state", "sequence"])
    call_off_guests(by, item)
    end_access_of(by, item)
    record(by, "agenda.dropped", case_number=item.case.number, details={"meeting": item.meeting_id})


def end_access_of(by: Person, item: AgendaItem, user: User | None = None) -> None:
    """End the access that experts (or this one) have because of this item, and nothing else."""
    grants = CaseGrant.objects.filter(agenda_item=item, ended_at=None).select_related("user")
    for grant in grants.filter(user=user) if user else grants:
        end_grant(by=by, case=item.case, user=grant.user)
