"""The tab «Plek zoeken»: what somebody needs, which places fit, and the shortlist."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.chips import address
from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from cases.choices.queries import labels
from cases.providers.models import Place
from cases.providers.queries import places_of
from expertteam.access.guards import PersonRequest

from .actions import OtherTeam, StillAsked, drop, say_why, shortlist
from .fit import ORDER
from .forms import WhyForm
from .models import Candidate
from .queries import fitting, listed_for, needed_by, refused_before
from .steps import next_step

TAB = "analysis:matching"
PAGE_SIZE = 10


@case_page("matching.read", event="matching.read")
def matching(request: PersonRequest, case: Case) -> HttpResponse:
    """What somebody needs beside the places that offer it, the list of this case, and what came of it."""
    day = timezone.localdate()
    needed = needed_by(case, day)
    listed = listed_for(case, needed.need, day)
    stay = request.GET.get("soort", "")
    places = places_of(request.person).running().exclude(pk__in=[one.candidate.place_id for one in listed])
    found = fitting(needed.need, places.filter(stay=stay) if stay in labels("verblijf") else places, day)
    context: dict[str, Any] = {
        "case": case,
        "tabs": tabs_for(case, TAB),
        "needed": needed,
        "listed": listed,
        "found": Paginator(found, PAGE_SIZE).get_page(request.GET.get("pagina")),
        "refused": refused_before(case),
        "step": next_step(listed, day),
        "order": ORDER,
        "stays": [
            (text, address(request.GET, soort=code), code == stay)
            for code, text in labels("verblijf").items()
        ],
        "stay": labels("verblijf").get(stay, ""),
        "may_change": "matching.change" in case.rights,
        "day": day,
    }
    return render(request, "analysis/matching/matching.html", context)


def place_of(request: PersonRequest, pk: str | int | None) -> Place:
    """A place of the team that somebody pointed at; Http404 for anything else."""
    if not str(pk).isdecimal() or len(str(pk)) > 15:
        raise Http404
    return get_object_or_404(places_of(request.person), pk=int(str(pk)))


@case_page("matching.change")
@require_POST
def add(request: PersonRequest, case: Case) -> HttpResponse:
    """Put a place on the list (POST `plek`)."""
    place = place_of(request, request.POST.get("plek"))
    try:
        shortlist(by=request.person, case=case, place=place)
    except OtherTeam:
        messages.error(request, f"{place} is gestopt en kan niet meer op de lijst.")
    else:
        messages.success(request, f"{place} staat op de lijst.")
    return redirect(TAB, case.number)


def the_candidate(case: Case, pk: int) -> Candidate:
    return get_object_or_404(case.candidates.select_related("case", "place__provider"), pk=pk)


@case_page("matching.change")
def candidate(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Why a place is on the list; from here it can be taken off."""
    one = the_candidate(case, pk)
    form = WhyForm(request.POST if request.method == "POST" else None, initial={"words": one.why})
    if form.is_valid():
        say_why(by=request.person, candidate=one, why=form.cleaned_data["words"])
        messages.success(request, "Bewaard.")
        return redirect(TAB, case.number)
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "one": one}
    return render(request, "analysis/matching/candidate.html", context, status=422 if form.errors else 200)


@case_page("matching.change")
@require_POST
def take_off(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Take a place off the list."""
    one = the_candidate(case, pk)
    try:
        drop(by=request.person, candidate=one)
    except StillAsked:
        messages.error(request, f"{one.place} moet nog antwoorden. Leg eerst vast wat ervan kwam.")
    else:
        messages.success(
            request, f"{one.place} staat niet meer op de lijst. Wat er gevraagd is, blijft bewaard."
        )
    return redirect(TAB, case.number)
