"""Closing a meeting: what was not discussed is let go, and the minutes make themselves."""

from django.db import transaction
from django.utils import timezone

from expertteam.access.person import Person
from expertteam.audit.actions import record
from expertteam.jobs.sending import send_or_wait

from .minutes import content_of
from .models import AgendaItem, ItemState, Meeting, MeetingState
from .planning import end_access_of, held_meeting
from .talk_models import CaseMinutes
from .tasks import make_case_minutes


@transaction.atomic
def close_meeting(*, by: Person, meeting: Meeting) -> bool:
    """Close a meeting; False when it was closed or called off. Of every case that was discussed minutes are made."""
    meeting = held_meeting(meeting)
    if not meeting.is_planned:
        return False
    meeting.state, meeting.closed_at = MeetingState.CLOSED, timezone.now()
    meeting.save(update_fields=["state", "closed_at"])
    for item in meeting.items.standing().select_related("case__team", "case__young_person", "meeting__team"):
        if item.is_open:
            leave_undiscussed(by, item)
        else:
            ask_minutes(by, item)
    record(by, "meeting.closed", details={"meeting": meeting.pk})
    return True


def leave_undiscussed(by: Person, item: AgendaItem) -> None:
    """The case was not reached: it can go on another agenda, and who could read it for this meeting reads no more."""
    item.state = ItemState.LEFT
    item.save(update_fields=["state"])
    end_access_of(by, item)
    record(by, "agenda.left", case_number=item.case.number, details={"meeting": item.meeting_id})


def ask_minutes(by: Person, item: AgendaItem) -> CaseMinutes:
    """Freeze what the minutes say, and have the PDF made after the commit; once per conversation."""
    defaults = {"case": item.case, "content": content_of(item), "requested_by": by.user}
    minutes, created = CaseMinutes.objects.get_or_create(item=item, defaults=defaults)
    if created:
        record(by, "minutes.frozen", case_number=item.case.number, details={"meeting": item.meeting_id})
        transaction.on_commit(lambda: send_or_wait(make_case_minutes, minutes.pk))
    return minutes


@transaction.atomic
def make_minutes_again(*, by: Person, minutes: CaseMinutes) -> bool:
    """Put minutes that failed back in the queue; what they say stays as it was. False when they had not failed."""
    if not minutes.start_again():
        return False
    record(
        by, "minutes.frozen", case_number=minutes.case.number, details={"meeting": minutes.item.meeting_id}
    )
    transaction.on_commit(lambda: send_or_wait(make_case_minutes, minutes.pk))
    return True
