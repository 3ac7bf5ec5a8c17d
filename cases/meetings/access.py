"""Who comes to which meeting, and who leads it. A meeting says nothing of a case."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from cases.casefile.models import Case
from expertteam.access.guards import refuse
from expertteam.access.person import Person
from expertteam.accounts.models import Role

from .models import AgendaItem, Meeting

LEAD = "meeting.lead"


def get_meeting_for(person: Person, pk: int) -> Meeting:
    """The meeting with that key in the person's team; Http404 otherwise."""
    meetings = Meeting.objects.select_related("team", "chair", "note_taker")
    meeting = meetings.filter(team=person.team, pk=pk).first()
    if meeting is None:
        raise Http404
    return meeting


def leads(person: Person, meeting: Meeting) -> bool:
    """The procesregisseur always; else the chair and who writes down."""
    return person.has(Role.PROCESS_DIRECTOR) or person.user.pk in (meeting.chair_id, meeting.note_taker_id)


def must_lead(person: Person, meeting: Meeting, case_number: str = "") -> None:
    """Refuse (403, traced) who does not lead this meeting."""
    if not leads(person, meeting):
        refuse(person, LEAD, case_number=case_number)


def may_mark(person: Person, meeting: Meeting) -> bool:
    """Who may say which members are there: who leads, and who plans."""
    return leads(person, meeting) or person.may("meeting.plan")


def get_item(case: Case, pk: int) -> AgendaItem:
    """The agenda item of a case that passed the gate; Http404 for an item of another case."""
    items = case.agenda_items.select_related("meeting__team", "meeting__chair", "meeting__note_taker")
    item = get_object_or_404(items, pk=pk)
    item.case = case
    return item
