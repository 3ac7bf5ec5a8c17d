"""Finding anything that is written, and suggestions while typing. What was typed never stands in an address."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases.casefile.chips import neighbours, page_number
from cases.casefile.search import recalled, remember, tidy
from expertteam.access.guards import PersonRequest, page
from expertteam.audit.actions import record, record_each

from .results import Found, found_for
from .suggestions import suggestions_for
from .words import Asked, asked_of

NOTHING_ASKED = Asked("", [], "", {})


@page("case.list")
def find(request: PersonRequest) -> HttpResponse:
    """Take what was typed (POST `q`), or show what was found for it (GET `zoek`, a key that says nothing)."""
    if request.method == "POST":
        term = tidy(request.POST.get("q", ""))
        query = f"?{urlencode({'zoek': remember(request.session, term)})}" if term else ""
        return redirect(reverse("cases:find") + query)
    key = request.GET.get("zoek", "")
    known = recalled(request.session, key) if key else ""
    term = known or ""
    asked = asked_of(term) if term else NOTHING_ASKED
    label = request.GET.get("waar", "")
    found = found_for(request.person, asked, page_number(request.GET), label)
    if term:
        trace(request, found)
    context = {
        "term": term,
        "key": key,
        "asked": asked,
        "found": found,
        "label": label if label in found.kinds else "",
        "search_gone": known is None,
        "pages": neighbours(request.GET, found.page, found.has_next),
    }
    return render(request, "cases/search/find.html", context)


def trace(request: PersonRequest, found: Found) -> None:
    """One line for the search, and one for every case of which something was shown."""
    record(request.person, "case.searched", details={"found": found.places})
    record_each(request.person, "case.found_read", [one.case.number for one in found.cases])


@page("case.list")
@require_POST
def suggest(request: PersonRequest) -> HttpResponse:
    """Names and numbers for what is being typed (POST `q`): a fragment."""
    suggestions = suggestions_for(request.person, tidy(request.POST.get("q", "")))
    if suggestions:
        record(request.person, "case.suggestions_read", details={"found": len(suggestions)})
    return render(request, "cases/search/suggestions.html", {"suggestions": suggestions})
