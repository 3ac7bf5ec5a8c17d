"""A case on an agenda: its place, its guests, moving it, taking it off; and every meeting of one case."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.over import CaseIsOver
from cases.casefile.tabs import tabs_for
from cases.consent.purposes import Purpose
from cases.consent.queries import ConsentMissing, missing_for
from cases.consent.stopping import to_consent
from expertteam.access.guards import PersonRequest

from .access import get_item, get_meeting_for
from .adding import no_room, on_another, try_to_add
from .agenda import AgendaFull, NoRoom, OnAnotherAgenda, change_time, drop_item, move_item, open_to_experts
from .conflict_views import stakes_shown
from .forms import TimeForm, moment
from .guests import invitable, readers_of
from .inviting import ConsentNeeded, invite_guest, withdraw_guest
from .mailing import appointment_of_item, file_to_fetch
from .models import AgendaItem
from .planning import NotPlanned
from .queries import coming, items_of, others_to_move_to
from .views import calendar_response

TAB = "cases:case_meetings"
OFF = "Deze casus staat hier niet meer op de agenda."


def page_number(text: str) -> int:
    """A key that was sent; 0 for anything else."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0


@case_page("case.read", event="meeting.case_read")
def case_meetings(request: PersonRequest, case: Case) -> HttpResponse:
    """Every meeting of this case, and putting it on an agenda."""
    items = list(items_of(case))
    may_plan = "meeting.plan" in case.rights and case.is_open
    on_agenda = any(one.is_open for one in items)
    conflicts = list(stakes_shown(case))
    context = {
        "case": case, "tabs": tabs_for(case, TAB), "items": items, "conflicts": conflicts,
        "may_plan": may_plan and not on_agenda, "today": timezone.localdate(),
        "meetings": list(coming(case.team, timezone.localdate())[:12]) if may_plan and not on_agenda else [],
    }  # fmt: skip
    return render(request, "cases/meetings/case_meetings.html", context)


@case_page("meeting.plan")
@require_POST
def case_on_agenda(request: PersonRequest, case: Case) -> HttpResponse:
    """Put this case on the agenda of a meeting (POST `meeting`)."""
    meeting = get_meeting_for(request.person, page_number(request.POST.get("meeting", "")))
    said = try_to_add(request.person, meeting, case, 60)
    if isinstance(said, tuple) and said[0] == "minutes":
        said = try_to_add(request.person, meeting, case, 30)
    if isinstance(said, AgendaItem):
        messages.success(
            request,
            f"Staat op de agenda. Nodig nu uit wie er rond {case.young_person.first_name} bij moet zijn.",
        )
        return redirect("cases:item_guests", case.number, said.pk)
    messages.error(request, said[1])
    return redirect(TAB, case.number)


def guests_page(request: PersonRequest, case: Case, item: AgendaItem, form: Any = None) -> HttpResponse:
    context = {
        "case": case, "tabs": tabs_for(case, TAB), "item": item, "meeting": item.meeting, "form": form,
        "people": invitable(case, item), "readers": readers_of(item), "others": others_to_move_to(item),
        "missing": missing_for(case, Purpose.DISCUSS),
    }  # fmt: skip
    return render(request, "cases/meetings/guests.html", context, status=422 if form else 200)


@case_page("meeting.plan", event="people.read")
def item_guests(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Preparing a case: who comes from around the young person, who read it, and its place on the agenda."""
    return guests_page(request, case, get_item(case, pk))


@case_page("meeting.plan")
@require_POST
def guest_invite(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Ask somebody to the table (POST `participant`; with `mail` they get a calendar file)."""
    item = get_item(case, pk)
    key, by_mail = page_number(request.POST.get("participant", "")), "mail" in request.POST
    participant = get_object_or_404(case.participants.current(), pk=key) if key else None
    name = participant.name if participant else case.young_person.first_name
    try:
        invite_guest(by=request.person, item=item, participant=participant, mail=by_mail)
    except NotPlanned:
        messages.error(request, OFF)
    except ConsentNeeded as why:
        messages.error(request, f"{name} is nog niet uitgenodigd. {' '.join(why.args[0])}")
    else:
        mailed = by_mail and participant and participant.email
        how = "krijgt een mail met een afspraak" if mailed else "staat als uitgenodigd"
        messages.success(request, f"{name} {how}.")
    return redirect("cases:item_guests", case.number, pk)


@case_page("meeting.plan")
@require_POST
def guest_withdraw(request: PersonRequest, case: Case, pk: int, guest: int) -> HttpResponse:
    """Take back an invitation."""
    item = get_item(case, pk)
    found = get_object_or_404(item.guests.select_related("participant", "case__young_person"), pk=guest)
    if withdraw_guest(by=request.person, guest=found):
        told = " en krijgt daar bericht van" if found.mailed else ""
        messages.success(request, f"{found.name} wordt niet meer verwacht{told}.")
    return redirect("cases:item_guests", case.number, pk)


@case_page("meeting.plan")
@require_POST
def item_move(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Move a case to another meeting (POST `meeting`); its invitations go along."""
    item = get_item(case, pk)
    to = get_meeting_for(request.person, page_number(request.POST.get("meeting", "")))
    said = ""
    try:
        moved = move_item(by=request.person, item=item, to=to)
        day = timezone.localtime(moved.starts_at)
        messages.success(
            request,
            f"Verplaatst naar {day:%-d-%-m-%Y}, {day:%H:%M} uur. Wie per mail was uitgenodigd, krijgt bericht.",
        )
    except NotPlanned:
        said = OFF
    except OnAnotherAgenda as why:
        said = on_another(why.args[0])
    except CaseIsOver as why:
        said = str(why)
    except (AgendaFull, NoRoom):
        said = "Die bijeenkomst zit vol. Kies een andere, of maak haar langer."
    if said:
        messages.error(request, said)
    return redirect("cases:item_guests", case.number, pk)


@case_page("meeting.plan")
@require_POST
def item_drop(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Take a case off the agenda."""
    item = get_item(case, pk)
    if drop_item(by=request.person, item=item):
        messages.success(request, "Van de agenda. Wie per mail was uitgenodigd, krijgt bericht.")
    else:
        messages.error(request, OFF)
    return redirect("cases:meeting", item.meeting_id)


@case_page("meeting.plan")
@require_POST
def item_time(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Give a case another time in its meeting (POST `begins`, `minutes`)."""
    item = get_item(case, pk)
    form = TimeForm(request.POST)
    if form.is_valid():
        begins = moment(day_of(item), form.cleaned_data["begins"])
        try:
            change_time(by=request.person, item=item, starts_at=begins, minutes=form.cleaned_data["minutes"])
        except NoRoom as why:
            form.add_error("begins", f"Dit valt buiten de bijeenkomst. {no_room(why.args[0])}")
        else:
            messages.success(request, "De tijd is bewaard.")
            return redirect("cases:item_guests", case.number, pk)
    return guests_page(request, case, item, form)


def day_of(item: AgendaItem) -> date:
    return timezone.localtime(item.meeting.starts_at).date()


@case_page("case.grant")
@require_POST
def item_open(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Let the invited experts read the case."""
    item = get_item(case, pk)
    if missing := missing_for(case, Purpose.DISCUSS):
        stopped = ConsentMissing(Purpose.DISCUSS, missing)
        return to_consent(request, case, stopped, "De experts lezen nog niet mee.")
    count = open_to_experts(by=request.person, item=item)
    said = (
        "Iedereen die komt kon al lezen."
        if not count
        else f"{count} expert{'s' if count > 1 else ''} kan de casus nu lezen."
    )
    messages.success(request, said.replace("experts kan", "experts kunnen"))
    return redirect("cases:meeting", item.meeting_id)


@require_GET
@case_page("meeting.plan")
def item_calendar(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """The time of this case for somebody's calendar; nobody is named in it."""
    return calendar_response(file_to_fetch(appointment_of_item(get_item(case, pk))))
