"""The timeline of a case: drawn, told, and as a readable list; one event field by field."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest

from .actions import add_event, change_event, remove_event
from .forms import EventForm, LineForm
from .just_added import forget_added, just_added, remember_added
from .queries import timeline_of
from .shown import drawing_for_page, in_lanes

TAB = "cases:timeline"


def around(case: Case) -> dict[str, Any]:
    """What every page of this room needs."""
    return {"case": case, "tabs": tabs_for(case, TAB), "may_change": "timeline.change" in case.rights}


def timeline_page(
    request: PersonRequest, case: Case, *, line: LineForm | None = None, form: EventForm | None = None
) -> HttpResponse:
    """The whole page; a form that was sent and is wrong stands on it as it was typed."""
    timeline = timeline_of(case, timezone.localdate())
    context = {**around(case), "timeline": timeline, "events": in_lanes(timeline.events)}
    if timeline.events:
        context["drawing"] = drawing_for_page(timeline)
    if context["may_change"]:
        added = just_added(request, case)
        context |= {
            "line": line or LineForm(case=case, writing_on=bool(added)),
            "form": form or EventForm(case=case),
            "form_open": form is not None,
            "added": [event for event in timeline.events if event.pk in added],
        }
        forget_added(request)
    wrong = any(one is not None and one.is_bound and not one.is_valid() for one in (line, form))
    return render(request, "cases/timeline/timeline.html", context, status=422 if wrong else 200)


@require_GET
@case_page("case.read", event="timeline.read")
def timeline(request: PersonRequest, case: Case) -> HttpResponse:
    """What happened, from birth till now."""
    return timeline_page(request, case)


@case_page("timeline.change")
@require_POST
def add(request: PersonRequest, case: Case) -> HttpResponse:
    """Add one event, field by field."""
    form = EventForm(request.POST, case=case)
    if not form.is_valid():
        return timeline_page(request, case, form=form)
    event, created = add_event(by=request.person, case=case, data=form.data_given())
    if created:
        remember_added(request, case, [event.pk])
    return redirect(TAB, case.number)


@case_page("timeline.change")
def change(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Change what is written of one event."""
    event = get_object_or_404(case.timeline, pk=pk)
    form = EventForm(request.POST if request.method == "POST" else None, case=case, event=event)
    if form.is_valid():
        change_event(by=request.person, event=event, data=form.data_given())
        messages.success(request, "De gebeurtenis is bewaard.")
        return redirect(TAB, case.number)
    context = {**around(case), "form": form, "event": event}
    return render(request, "cases/timeline/event.html", context, status=422 if form.errors else 200)


@case_page("timeline.change")
@require_POST
def remove(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Take one event off; asking twice is harmless."""
    event = case.timeline.filter(pk=pk).first()
    if event:
        remove_event(by=request.person, event=event)
        messages.success(request, "De gebeurtenis is van de tijdlijn gehaald.")
    return redirect(TAB, case.number)
