"""Work of every day: consent that came after the agenda opens the case to the experts who come."""

from datetime import date

from expertteam.access.command_line import the_machine
from expertteam.ui.clock import start_of

from .agenda import open_to_experts
from .models import AgendaItem, MeetingState
from .readiness import OPEN_NOW, with_checks


def open_what_waited(day: date) -> int:
    """Let the experts of coming meetings in where that is allowed by now; returns how many got access."""
    coming = AgendaItem.objects.still_open().filter(
        meeting__state=MeetingState.PLANNED, meeting__starts_at__gte=start_of(day)
    )
    waiting = with_checks(coming, day).filter(**{f"lacks_{OPEN_NOW}": True})
    items = list(waiting.select_related("case__team", "meeting__team"))
    return sum(open_to_experts(by=the_machine(item.meeting.team), item=item) for item in items)
