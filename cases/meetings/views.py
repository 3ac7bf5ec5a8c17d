"""Meetings: the list, planning, and the page of one meeting. What is said of a case stands elsewhere."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from cases.people.models import YesNo
from expertteam.access.guards import PersonRequest, page, refuse
from expertteam.access.person import Person
from expertteam.audit.actions import record, record_each

from .access import get_meeting_for, leads, may_mark, must_lead
from .adding import add_form, add_typed
from .attending import mark_member
from .closing import close_meeting
from .forms import CASES, MeetingForm
from .inviting import invite_members, set_members
from .mailing import appointment_of, file_to_fetch
from .models import STANDING, ItemState, Meeting
from .planning import NotPlanned, TooShort, cancel_meeting, change_meeting, plan_meeting
from .queries import agenda_of, attendees_of, coming, past

PAGE_SIZE = 20
OVER = "Deze bijeenkomst is voorbij of afgezegd. Er is niets gewijzigd."


@page("meeting.read")
def meetings(request: PersonRequest) -> HttpResponse:
    """What comes, and what was."""
    team, today = request.person.team, timezone.localdate()
    old = Paginator(past(team, today), PAGE_SIZE).get_page(request.GET.get("pagina"))
    record(request.person, "meeting.listed")
    context = {"coming": list(coming(team, today)), "past": old, "today": today}
    context["may_plan"] = request.person.may("meeting.plan")
    context["may_pattern"] = request.person.may("meeting.pattern")
    return render(request, "cases/meetings/meetings.html", context)


def form_page(request: PersonRequest, form: MeetingForm, meeting: Meeting | None) -> HttpResponse:
    context = {"form": form, "meeting": meeting}
    return render(request, "cases/meetings/form.html", context, status=422 if form.is_bound else 200)


@page("meeting.plan")
def meeting_new(request: PersonRequest) -> HttpResponse:
    """Plan a meeting."""
    team = request.person.team
    form = MeetingForm(request.POST if request.method == "POST" else None, team=team)
    if not form.is_valid():
        return form_page(request, form, None)
    meeting = plan_meeting(by=request.person, data=form.data_given(), token=form.cleaned_data["form_token"])
    set_members(by=request.person, meeting=meeting, users=form.cleaned_data["members"])
    messages.success(request, "De bijeenkomst staat er. Zet nu de casussen op de agenda.")
    return redirect("cases:meeting", meeting.pk)


@page("meeting.plan")
def meeting_change(request: PersonRequest, pk: int) -> HttpResponse:
    """Change when, where, who leads and who comes."""
    meeting = get_meeting_for(request.person, pk)
    if not meeting.is_planned:
        messages.error(request, OVER)
        return redirect("cases:meeting", pk)
    form = MeetingForm(
        request.POST if request.method == "POST" else None, team=request.person.team, meeting=meeting
    )
    if not form.is_valid():
        return form_page(request, form, meeting)
    try:
        change_meeting(by=request.person, meeting=meeting, data=form.data_given())
    except TooShort:
        form.add_error("ends", "De casussen op de agenda passen dan niet meer. Geef ze eerst minder tijd.")
        return form_page(request, form, meeting)
    set_members(by=request.person, meeting=meeting, users=form.cleaned_data["members"])
    messages.success(
        request, "Bewaard. Wie al was uitgenodigd, krijgt bericht als de dag, tijd of plaats anders is."
    )
    return redirect("cases:meeting", pk)


def meeting_page(request: PersonRequest, meeting: Meeting, form: Any = None, left: int = 0) -> HttpResponse:
    """The page of a meeting, with what is wrong in the form of the agenda, or how many cases are left at closing."""
    person, today = request.person, timezone.localdate()
    lines, attendees = agenda_of(person, meeting, today), attendees_of(meeting)
    record_each(person, "meeting.case_read", [line.item.case.number for line in lines if line.item])
    allowed = allowed_to(person, meeting)
    context = {
        "meeting": meeting, "lines": lines, "attendees": attendees, "today": today, "list_id": CASES, "left": left,
        "form": form or (add_form(request) if allowed["may_plan"] else None),
        "uninvited": sum(one.invited_at is None for one in attendees),
        "held": any(line.state == ItemState.DISCUSSED for line in lines),
        "standing": sum(line.state in STANDING for line in lines),
        "is_today": timezone.localtime(meeting.starts_at).date() <= today,
    }  # fmt: skip
    return render(request, "cases/meetings/meeting.html", {**context, **allowed}, status=422 if form else 200)


def allowed_to(person: Person, meeting: Meeting) -> dict[str, bool]:
    """What this person may do on the page of this meeting."""
    return {
        "may_plan": person.may("meeting.plan") and meeting.is_planned,
        "may_mark": may_mark(person, meeting) and meeting.is_planned,
        "may_lead": leads(person, meeting),
        "may_talk": person.may("meeting.talk"),
        "may_prepare": person.may("meeting.plan"),
        "may_declare": person.may("conflict.declare"),
    }


@page("meeting.read")
def meeting(request: PersonRequest, pk: int) -> HttpResponse:
    """One meeting: when, who, which cases, what is missing."""
    found = get_meeting_for(request.person, pk)
    record(request.person, "meeting.read", details={"meeting": pk})
    return meeting_page(request, found)


@page("meeting.plan")
@require_POST
def agenda_add(request: PersonRequest, pk: int) -> HttpResponse:
    """Put a case on the agenda (POST `number`, `minutes`)."""
    found = get_meeting_for(request.person, pk)
    form = add_form(request, request.POST)
    added = add_typed(request, found, form)
    if added is None:
        return meeting_page(request, found, form)
    messages.success(request, f"{added.case.young_person} staat op de agenda.")
    return redirect("cases:meeting", pk)


@page("meeting.plan")
@require_POST
def meeting_invite(request: PersonRequest, pk: int) -> HttpResponse:
    """Mail everybody of the team who was not mailed yet."""
    found = get_meeting_for(request.person, pk)
    try:
        count = invite_members(by=request.person, meeting=found)
    except NotPlanned:
        messages.error(request, OVER)
    else:
        said = (
            "Iedereen was al uitgenodigd."
            if count == 0
            else f"{count} uitnodiging{'en' if count > 1 else ''} onderweg."
        )
        messages.success(request, said)
    return redirect("cases:meeting", pk)


@page("meeting.plan")
@require_POST
def meeting_cancel(request: PersonRequest, pk: int) -> HttpResponse:
    """Call a meeting off."""
    found = get_meeting_for(request.person, pk)
    if cancel_meeting(by=request.person, meeting=found):
        messages.success(request, "De bijeenkomst is afgezegd. Wie was uitgenodigd, krijgt bericht.")
    return redirect("cases:meeting", pk)


@page("meeting.read")
@require_POST
def meeting_there(request: PersonRequest, pk: int, attendee: int) -> HttpResponse:
    """Say in one tap whether somebody of the team is there (POST `there`: ja, nee or empty)."""
    found = get_meeting_for(request.person, pk)
    if not may_mark(request.person, found):
        refuse(request.person, "meeting.lead")
    rows = found.attendees.filter(withdrawn_at=None).select_related("user", "meeting")
    row = get_object_or_404(rows, pk=attendee)
    there = request.POST.get("there", "")
    if there in ("", *YesNo.values) and mark_member(by=request.person, attendee=row, there=there):
        row.there = there
    if request.htmx:
        context = {"one": row, "meeting": found, "may_mark": True}
        return render(request, "cases/meetings/attendee.html", context)
    return redirect("cases:meeting", pk)


@page("meeting.read")
@require_POST
def meeting_close(request: PersonRequest, pk: int) -> HttpResponse:
    """Close the meeting: the minutes make themselves. The page itself says that it is closed."""
    found = get_meeting_for(request.person, pk)
    must_lead(request.person, found)
    left = found.items.still_open().count() if found.is_planned else 0
    if left and "toch" not in request.POST:
        return meeting_page(request, found, left=left)
    close_meeting(by=request.person, meeting=found)
    return redirect("cases:meeting", pk)


@require_GET
@page("meeting.read")
def meeting_calendar(request: PersonRequest, pk: int) -> HttpResponse:
    """The meeting for a calendar of one's own; nobody is named in it."""
    found = get_meeting_for(request.person, pk)
    record(request.person, "meeting.downloaded", details={"meeting": pk})
    return calendar_response(file_to_fetch(appointment_of(found)))


def calendar_response(content: bytes) -> HttpResponse:
    """A calendar file; its name says nothing."""
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="bijeenkomst.ics"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
