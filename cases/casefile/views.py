"""Pages of one case: overview."""

from django.http import HttpResponse
from django.shortcuts import render

from expertteam.access.guards import PersonRequest

from .gate import case_page
from .models import Case
from .tabs import tabs_for


@case_page("case.read", event="case.read")
def overview(request: PersonRequest, case: Case) -> HttpResponse:
    """The case on one readable page."""
    return render(request, "cases/casefile/overview.html", {"case": case, "tabs": tabs_for(case, "cases:case")})
