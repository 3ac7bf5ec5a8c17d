"""The timeline to print: looking back on knots and successes, and A3 for the wall."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_GET

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from expertteam.access.guards import PersonRequest
from expertteam.audit.actions import record
from expertteam.jobs.models import JobFailed

from .poster import make_poster
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
@case_page("case.read", shows=False)
def poster(request: PersonRequest, case: Case) -> HttpResponse:
    """The A3 sheets. The name of the file holds the number only, and no browser or proxy keeps it."""
    timeline = timeline_of(case, timezone.localdate())
    try:
        pdf = make_poster(timeline, {"case": case}, title=f"Tijdlijn bij casus {case.number}")
    except JobFailed as failed:
        return render(
            request, "cases/timeline/no_poster.html", {**around(case), "why": str(failed)}, status=503
        )
    record(request.person, "timeline.downloaded", case_number=case.number)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="tijdlijn-{case.number}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, no_store=True, private=True)
    return response
