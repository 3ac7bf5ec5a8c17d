"""The list of cases and its search."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases.intake.queries import drafts_of
from cases.search.results import found_case_keys
from expertteam.access.guards import PersonRequest, page
from expertteam.audit.actions import record

from .chips import filter_chips, neighbours, page_number, sort_choices, switches
from .listing import FILTERS, Asked, asked_from, options_for, page_of
from .search import recalled, remember, tidy


@page("case.list")
def case_list(request: PersonRequest) -> HttpResponse:
    """Search and filter the cases this person may see."""
    key = request.GET.get("zoek", "")
    term = recalled(request.session, key) if key else ""
    options = options_for(request.person)
    asked = asked_from(request.GET, options, term or "", page_number(request.GET))
    asked.written_in = found_case_keys(request.person, term) if term else []
    found = page_of(request.person, asked)
    record(request.person, "case.searched" if term else "case.listed", details={"found": found.count})
    context = {
        "found": found,
        "asked": asked,
        "search_gone": bool(key) and term is None,
        "search_key": key,
        "narrowed": asked.chosen or asked.only_open or asked.only_counted or asked.term,
        "chips": filter_chips(request.GET, asked, options),
        "switches": switches(request.GET, asked),
        "sorts": sort_choices(request.GET, asked),
        "pages": neighbours(request.GET, found.page, found.has_next) | {"text": found.rows},
        "drafts": list(drafts_of(request.person)) if asked == Asked() else [],
        "may_register": request.person.may("referral.create"),
        "may_read_consultations": request.person.may("consultation.read"),
    }
    return render(request, "cases/casefile/list.html", context)


@page("case.list")
@require_POST
def search(request: PersonRequest) -> HttpResponse:
    """Take a search term (POST `q`, cut at a hundred characters) and show the list; the filters stay."""
    term = tidy(request.POST.get("q", ""))
    query = {f.param: request.POST[f.param] for f in FILTERS if request.POST.get(f.param)}
    query |= {name: "1" for name in ("open", "telt") if request.POST.get(name) == "1"}
    if term:
        query["zoek"] = remember(request.session, term)
    return redirect(reverse("cases:list") + (f"?{urlencode(query)}" if query else ""))
