"""The conversation about a case: pattern, table, notes, actions, «besproken». Each behind the gate of the case."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.over import begins
from cases.casefile.tabs import tabs_for
from cases.people.models import YesNo
from cases.steering.forms import LineForm
from cases.steering.line_words import in_words
from cases.steering.owners import owners_of
from cases.steering.stakes import unless_refused
from expertteam.access.guards import PersonRequest

from .access import get_item, leads, must_lead
from .attending import mark_guest, set_table
from .checkout import looked_back, may_answer
from .forms import TableForm
from .hooks import talk_links
from .models import AgendaItem, ItemState, MeetingState
from .steps import pattern_of, rail_of
from .talk import agree_action, go_to_step, mark_discussed

TAB = "cases:case_meetings"
CLASH_CHOICES = (("only_mine", "Alleen mijn woorden"), ("only_theirs", "Alleen die van de ander"))


def table_form(item: AgendaItem, data: Any = None) -> TableForm:
    start = {"at_table": item.at_table, "reason": item.table_reason, "spokesperson": item.spokesperson}
    return TableForm(data, initial=start)


def line_form(request: PersonRequest, case: Case, data: Any = None) -> LineForm:
    return LineForm(data, owners=owners_of(case), by=request.person, today=timezone.localdate())


def talk_page(request: PersonRequest, case: Case, item: AgendaItem, **wrong: Any) -> HttpResponse:
    """The page of the conversation; `wrong` holds forms that were sent and say what to do.

    A `clash` of notes is no mistake: both texts were kept.
    """
    may_lead = leads(request.person, item.meeting) and "meeting.lead" in case.rights
    guests = item.guests.filter(withdrawn_at=None).select_related("participant", "case__young_person")
    context = {
        "case": case, "tabs": tabs_for(case, TAB), "item": item, "meeting": item.meeting, "guests": guests,
        "rail": rail_of(item, pattern_of(case.team)), "links": links_for(case), "may_lead": may_lead,
        "agreed": item.agreed.select_related("action"), "now": timezone.now(),
        "may_write": may_lead and item.meeting.is_planned, "clash_choices": CLASH_CHOICES,
        "noted": wrong.get("notes_now", item),
        "minutes": item.meeting.state == MeetingState.CLOSED and item.state == ItemState.DISCUSSED,
    }  # fmt: skip
    context |= own_parts(request, item, may_lead)
    if may_lead and item.meeting.is_planned:
        context |= {"table_form": table_form(item), "line_form": line_form(request, case)}
    status = 422 if wrong.keys() - {"clash"} else 200
    return render(request, "cases/meetings/talk.html", {**context, **wrong}, status=status)


def own_parts(request: PersonRequest, item: AgendaItem, may_lead: bool) -> dict[str, Any]:
    """What belongs to who looks: their own look back, and for who leads how it was for everybody."""
    was_there = item.presences.filter(user=request.person.user).exists()
    return {
        "was_there": was_there,
        "answered": was_there and item.check_outs.filter(user=request.person.user).exists(),
        "may_answer": was_there and may_answer(item, request.person.user),
        "back": looked_back(item) if may_lead else None,
    }


def links_for(case: Case) -> list[dict[str, str]]:
    """The pages of the case that belong beside the conversation, for who may see them."""
    found = []
    for one in talk_links():
        if one.rule not in case.rights:
            continue
        try:
            found.append({"label": one.label, "url": reverse(one.url_name, args=[case.number])})
        except NoReverseMatch:
            continue
    return found


@case_page("meeting.talk", event="talk.read")
def talk(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """The conversation, as everybody who may be there sees it."""
    return talk_page(request, case, get_item(case, pk))


def led_item(request: PersonRequest, case: Case, pk: int) -> AgendaItem:
    """The item, for who leads its meeting; 403 for anybody else."""
    item = get_item(case, pk)
    must_lead(request.person, item.meeting, case.number)
    return item


def back(case: Case, item: AgendaItem, anchor: str = "") -> HttpResponse:
    address = reverse("cases:talk", args=[case.number, item.pk])
    return redirect(f"{address}#{anchor}" if anchor else address)


@case_page("meeting.lead")
@require_POST
def talk_step(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Say where the conversation is (POST `step`)."""
    item = led_item(request, case, pk)
    asked = request.POST.get("step", "")
    if asked.isdecimal() and 1 <= int(asked[:3]) <= len(pattern_of(case.team)):
        go_to_step(by=request.person, item=item, step=int(asked[:3]))
    if request.htmx:
        item.refresh_from_db()
        item.case = case
        context = {
            "case": case,
            "item": item,
            "rail": rail_of(item, pattern_of(case.team)),
            "now": timezone.now(),
        }
        return render(request, "cases/meetings/rail.html", {**context, "may_write": True})
    return back(case, item)


@case_page("meeting.lead")
@require_POST
def talk_guest(request: PersonRequest, case: Case, pk: int, guest: int) -> HttpResponse:
    """Say in one tap whether somebody sits at the table (POST `there`)."""
    item = led_item(request, case, pk)
    guests = item.guests.filter(withdrawn_at=None).select_related("participant", "item__meeting")
    found = get_object_or_404(guests, pk=guest)
    there = request.POST.get("there", "")
    if there in ("", *YesNo.values):
        mark_guest(by=request.person, guest=found, there=there)
    return back(case, item, "tafel")


@case_page("meeting.lead")
@require_POST
def talk_table(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Write down who of the family sat there, or why not and who spoke for them."""
    item = led_item(request, case, pk)
    form = table_form(item, request.POST)
    if not form.is_valid():
        return talk_page(request, case, item, table_form=form)
    if set_table(by=request.person, item=item, table=form.table()):
        messages.success(request, "Bewaard. Bij het afsluiten hoef je dit niet opnieuw in te vullen.")
    return back(case, item, "tafel")


@case_page("meeting.lead")
@begins("cases:case_meetings")
@require_POST
def talk_action(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Make an action of one line."""
    item = led_item(request, case, pk)
    form = line_form(request, case, request.POST)
    if not form.is_valid() or (given := form.data_given) is None:
        return talk_page(request, case, item, line_form=form)
    if not unless_refused(form, "line", lambda: agree_action(by=request.person, item=item, data=given)):
        return talk_page(request, case, item, line_form=form)
    messages.success(request, f"Afgesproken: {in_words(given)}.")
    return back(case, item, "afspraken")


@case_page("meeting.lead")
@require_POST
def talk_discussed(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Mark the case «besproken»."""
    item = led_item(request, case, pk)
    if not item.meeting.is_planned:
        messages.error(request, "Deze bijeenkomst is al afgerond.")
    elif mark_discussed(by=request.person, item=item):
        messages.success(
            request, "Besproken. Iedereen die er was, krijgt nu drie korte vragen over het gesprek."
        )
    return back(case, item)
