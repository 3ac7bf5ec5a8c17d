"""The timeline of a case, as a readable list."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest

from .actions import add_event, change_event, remove_event
from .forms import EventForm

TAB = "cases:timeline"


def timeline_page(request: PersonRequest, case: Case, form: EventForm | None) -> HttpResponse:
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "today": timezone.localdate()}
    context["events"] = list(case.timeline.select_related("case__young_person"))
    wrong = form is not None and form.is_bound
    return render(request, "cases/timeline/timeline.html", context, status=422 if wrong else 200)


@case_page("case.read", event="timeline.read")
def timeline(request: PersonRequest, case: Case) -> HttpResponse:
    """What happened, from birth till now."""
    return timeline_page(request, case, EventForm(case=case) if "timeline.change" in case.rights else None)


@case_page("timeline.change")
@require_POST
def add(request: PersonRequest, case: Case) -> HttpResponse:
    """Add one event."""
    form = EventForm(request.POST, case=case)
    if not form.is_valid():
        return timeline_page(request, case, form)
    add_event(by=request.person, case=case, data=form.data_given())
    messages.success(request, "De gebeurtenis staat op de tijdlijn.")
    return redirect(TAB, case.number)


@case_page("timeline.change")
def change(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Change what is written of one event."""
    event = get_object_or_404(case.timeline.select_related("case"), pk=pk)
    form = EventForm(request.POST if request.method == "POST" else None, case=case, event=event)
    if form.is_valid():
        change_event(by=request.person, event=event, data=form.data_given())
        messages.success(request, "De gebeurtenis is bewaard.")
        return redirect(TAB, case.number)
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "event": event}
    return render(request, "cases/timeline/event.html", context, status=422 if form.errors else 200)


@case_page("timeline.change")
@require_POST
def remove(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Take one event off; asking twice is harmless."""
    event = case.timeline.select_related("case").filter(pk=pk).first()
    if event:
        remove_event(by=request.person, event=event)
        messages.success(request, "De gebeurtenis is van de tijdlijn gehaald.")
    return redirect(TAB, case.number)
