"""Hours of a case: writing them in one line, confirming what was proposed, correcting."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest
from expertteam.ui.dates import long_date

from .actions import (
    MoreThanADay,
    NotYourProposal,
    add_hours,
    confirm,
    confirm_all,
    correct_hours,
    dismiss,
    remove_hours,
)
from .forms import EntryForm, HoursForm, too_much
from .models import HourEntry
from .proposals import proposals_in
from .queries import as_hours, band_of, entries_of, in_words, minutes_of, per_person

TAB = "cases:hours"
PAGE_SIZE = 30


def hours_page(request: PersonRequest, case: Case, form: HoursForm | None) -> HttpResponse:
    """Totals, proposals and everything that was written down."""
    me, others = request.person.user.pk, may_others(case)
    entries = Paginator(entries_of(case), PAGE_SIZE).get_page(request.GET.get("pagina"))
    waiting: list[Any] = []
    if form is not None:
        waiting = list(proposals_in(case, None if others else request.person.user)[:PAGE_SIZE])
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "entries": entries, "others": others}
    context |= {"me": me, "proposals": waiting, **totals_of(case)}
    context["own_waiting"] = sum(1 for row in waiting if row["worker"] == me)
    wrong = form is not None and form.is_bound
    return render(request, "cases/hours/hours.html", context, status=422 if wrong else 200)


def totals_of(case: Case) -> dict[str, Any]:
    """Everything together with its band, per person, and what the closing says when that differs."""
    minutes, counted = minutes_of(case), case.closure.hours
    return {
        "total": minutes,
        "band": band_of(as_hours(minutes) if minutes else None),
        "per_person": per_person(case),
        "counted": counted,
        "differs": counted is not None and bool(minutes) and counted != as_hours(minutes),
    }


def form_for(request: PersonRequest, case: Case) -> HoursForm | None:
    if "hours.write" not in case.rights:
        return None
    given = request.POST if request.method == "POST" else None
    others = may_others(case)
    return HoursForm(given, team=case.team, me=request.person.user, others=others)


@case_page("hours.read", event="hours.read")
def hours(request: PersonRequest, case: Case) -> HttpResponse:
    """All hours of the case, and a line to write more."""
    return hours_page(request, case, form_for(request, case))


@case_page("hours.write")
@require_POST
def hour_add(request: PersonRequest, case: Case) -> HttpResponse:
    """Write hours in one line."""
    form = form_for(request, case)
    if form is None or not form.is_valid():
        return hours_page(request, case, form)
    data = form.cleaned_data
    user, worked = data.get("user") or request.person.user, data["line"]
    try:
        add_hours(by=request.person, case=case, user=user, worked=worked, token=data["form_token"])
    except MoreThanADay as refused:
        form.add_error("line", too_much(refused.already, worked, user.name))
        return hours_page(request, case, form)
    whose = "" if user == request.person.user else f" voor {user}"
    messages.success(request, f"{in_words(worked.minutes)} op {long_date(worked.day)} staat erbij{whose}.")
    return redirect(TAB, case.number)


def proposal_in(request: PersonRequest) -> tuple[str, int]:
    """Which proposal was pressed (POST `origin`, `key`); one that cannot be there when it makes no sense."""
    key = request.POST.get("key", "")
    known = key.isdecimal() and len(key) < 19
    return request.POST.get("origin", "")[:20], int(key) if known else 0


@case_page("hours.write")
@require_POST
def hour_confirm(request: PersonRequest, case: Case) -> HttpResponse:
    """Confirm one proposal, or all of one's own (POST `alles`)."""
    origin, key = proposal_in(request)
    try:
        if "alles" in request.POST:
            done = confirm_all(by=request.person, case=case)
            messages.success(request, f"{done} keer uren bevestigd.")
        elif entry := confirm(by=request.person, case=case, origin=origin, key=key, others=may_others(case)):
            messages.success(request, f"{in_words(entry.minutes)} bevestigd, op {long_date(entry.day)}.")
    except MoreThanADay:
        messages.error(request, "Op die dag staat dan meer dan 24 uur. Kijk de uren van die dag na.")
    except NotYourProposal:
        raise PermissionDenied from None
    return back(request, case)


@case_page("hours.write")
@require_POST
def hour_dismiss(request: PersonRequest, case: Case) -> HttpResponse:
    """Say that a proposal was no work on this case."""
    origin, key = proposal_in(request)
    try:
        if dismiss(by=request.person, case=case, origin=origin, key=key, others=may_others(case)):
            messages.success(request, "Dit telt niet mee. Je kunt zelf altijd uren opschrijven.")
    except NotYourProposal:
        raise PermissionDenied from None
    return back(request, case)


def may_others(case: Case) -> bool:
    return "hours.others" in case.rights


def back(request: PersonRequest, case: Case) -> HttpResponse:
    """To where one pressed: the start page (POST `terug`: vandaag) or the hours of the case."""
    places = {"vandaag": ("today",), "lijst": ("today_list", "uren")}
    return redirect(*places.get(request.POST.get("terug", ""), (TAB, case.number)))


def own_entry(request: PersonRequest, case: Case, pk: int) -> HourEntry:
    """An entry this person may correct: their own, or anybody's for the procesregisseur."""
    entry: HourEntry = get_object_or_404(entries_of(case), pk=pk)
    if entry.user_id != request.person.user.pk and not may_others(case):
        raise PermissionDenied
    return entry


@case_page("hours.write", event="hours.read")
def hour(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Correct hours."""
    entry = own_entry(request, case, pk)
    form = EntryForm(request.POST if request.method == "POST" else None, entry=entry)
    if form.is_valid():
        try:
            correct_hours(by=request.person, entry=entry, worked=form.worked())
            messages.success(request, "De uren zijn bewaard.")
            return redirect(TAB, case.number)
        except MoreThanADay as refused:
            form.add_error("minutes", too_much(refused.already, form.worked(), entry.user.name))
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "entry": entry}
    return render(request, "cases/hours/hour.html", context, status=422 if form.is_bound else 200)


@case_page("hours.write")
@require_POST
def hour_remove(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Take hours away."""
    remove_hours(by=request.person, entry=own_entry(request, case, pk))
    messages.success(request, "De uren zijn weg. In de geschiedenis staan ze nog.")
    return redirect(TAB, case.number)
