"""What happened to a case: its history and its log."""

from django.http import HttpResponse
from django.shortcuts import render

from expertteam.access.guards import PersonRequest

from .chips import neighbours, page_number
from .gate import case_page
from .history import history_of
from .log import log_of
from .models import Case
from .tabs import tabs_for


@case_page("case.read", event="case.history_read")
def history(request: PersonRequest, case: Case) -> HttpResponse:
    """Every change with who and when."""
    number = page_number(request.GET)
    found = history_of(case, number)
    context = {"case": case, "tabs": tabs_for(case, "cases:history"), "entries": found.entries}
    context["pages"] = neighbours(request.GET, number, found.has_next)
    return render(request, "cases/casefile/history.html", context)


@case_page("case.log", event="case.log_read")
def log(request: PersonRequest, case: Case) -> HttpResponse:
    """Who looked and what they did."""
    number = page_number(request.GET)
    lines, has_next = log_of(case, number)
    context = {"case": case, "tabs": tabs_for(case, "cases:log"), "lines": lines}
    context["pages"] = neighbours(request.GET, number, has_next)
    return render(request, "cases/casefile/log.html", context)
