"""The list of places, its search, and how often places refused."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.chips import neighbours, page_number
from cases.casefile.search import recalled, remember, tidy
from expertteam.access.guards import PersonRequest, page
from expertteam.audit.actions import record

from .chips import extra_chips, filter_chips, sort_choices
from .listing import FILTERS, asked_from, options_for, page_of
from .queries import (
    refusals_by_place_and_reason,
    refusals_per_place,
    refusals_per_reason,
    without_place,
    years_with_refusals,
)
from .shown import ShownPlace


@page("provider.read")
def places(request: PersonRequest) -> HttpResponse:
    """Search and filter the places of the team."""
    day, key = timezone.localdate(), request.GET.get("zoek", "")
    term = recalled(request.session, key) if key else ""
    options = options_for(request.person)
    asked = asked_from(request.GET, options, term or "", page_number(request.GET))
    found = page_of(request.person, asked, day)
    record(request.person, "provider.searched" if term else "provider.listed", details={"found": found.count})
    context = {
        "found": found,
        "asked": asked,
        "shown": [ShownPlace(place, day) for place in found.places],
        "search_gone": bool(key) and term is None,
        "chips": filter_chips(request.GET, asked, options),
        "extras": extra_chips(request.GET, asked),
        "sorts": sort_choices(request.GET, asked),
        "pages": neighbours(request.GET, found.page, found.has_next) | {"text": found.rows},
        "without_place": [] if asked.narrowed or asked.page > 1 else list(without_place(request.person)[:25]),
        "may_change": request.person.may("provider.change"),
        "may_count": request.person.may("refusals.read"),
    }
    return render(request, "cases/providers/list.html", context)


@page("provider.read")
@require_POST
def search(request: PersonRequest) -> HttpResponse:
    """Take a search term (POST `q`, cut at a hundred characters) and show the list; the filters stay."""
    term = tidy(request.POST.get("q", ""))
    names = [*(one.param for one in FILTERS), "toon"]
    query = {name: request.POST[name] for name in names if request.POST.get(name)}
    if term:
        query["zoek"] = remember(request.session, term)
    return redirect(reverse("cases:places") + (f"?{urlencode(query)}" if query else ""))


@page("refusals.read")
def refusals(request: PersonRequest) -> HttpResponse:
    """How often places refused in a year, per place and per reason: counts only."""
    team, this_year = request.person.team, timezone.localdate().year
    years = years_with_refusals(team)
    asked = request.GET.get("jaar", "")
    year = next((one for one in years if str(one) == asked), years[0] if years else this_year)
    rows = list(refusals_by_place_and_reason(team, year))
    record(request.person, "provider.refusals_read", details={"year": year})
    context = {
        "year": year,
        "years": years,
        "total": sum(row.count for row in rows),
        "places": refusals_per_place(rows),
        "reasons": refusals_per_reason(rows),
    }
    return render(request, "cases/providers/refusals.html", context)
