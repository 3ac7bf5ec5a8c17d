"""The timeline to print: looking back on knots and successes, and A3 for the wall."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from expertteam.access.guards import PersonRequest
from expertteam.audit.actions import record
from expertteam.jobs.models import JobStatus

from .poster_actions import fingerprint_of, request_poster
from .queries import timeline_of
from .retrospect import look_back
from .shown import marked_rows
from .views import around


@require_GET
@case_page("case.read", event="timeline.back_read")
def retrospect(request: PersonRequest, case: Case) -> HttpResponse:
    """Knots and successes side by side, with what was there at each of them."""
    timeline = timeline_of(case, timezone.localdate())
    back = look_back(timeline.spans, timeline.birth)
    events = {event.pk: event for event in timeline.events}
    context = {**around(case), "back": back, "turns": marked_rows(back.turns, events)}
    context["sides"] = [
        ("Knooppunten", "knooppunt", "Waar liep het vast?", marked_rows(back.knots, events)),
        ("Succesmomenten", "succesmoment", "Wanneer ging het goed?", marked_rows(back.successes, events)),
    ]
    return render(request, "cases/timeline/retrospect.html", context)


@require_GET
@case_page("case.read")
def poster(request: PersonRequest, case: Case) -> HttpResponse:
    """The sheets of what stands there now: to be made, being made, or ready; only the state when htmx asks."""
    found = case.posters.filter(fingerprint=fingerprint_of(case)).defer("pdf").first()
    context = {**around(case), "poster": found}
    if not request.htmx:
        return render(request, "cases/timeline/poster_page.html", context)
    response = render(request, "cases/timeline/poster_state.html", context)
    if found is None or not found.is_active:
        response["HX-Refresh"] = "true"
    return response


@case_page("case.read")
@require_POST
def poster_ask(request: PersonRequest, case: Case) -> HttpResponse:
    """Have the sheets made; asking twice is harmless."""
    request_poster(by=request.person, case=case)
    return redirect("cases:timeline_poster", case.number)


@require_GET
@case_page("case.read")
def poster_pdf(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """The file. Its name holds the number only."""
    found = get_object_or_404(case.posters, pk=pk, status=JobStatus.DONE)
    record(request.person, "timeline.downloaded", case_number=case.number)
    response = HttpResponse(bytes(found.pdf or b""), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="tijdlijn-{case.number}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
