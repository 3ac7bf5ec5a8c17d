"""«Gesprekspatroon»: the steps of a conversation in this team."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases.team.own_steps import SameStep, TooManySteps
from expertteam.access.guards import PersonRequest, page
from expertteam.audit.actions import record

from .forms import TalkStepForm
from .steps import (
    add_talk_step,
    change_talk_step,
    move_talk_step,
    pattern_of,
    remove_talk_step,
)

PAGE = "cases:talk_steps"


def steps_page(
    request: PersonRequest, form: TalkStepForm | None = None, wrong: tuple[str, str] | None = None
) -> HttpResponse:
    """The pattern. `wrong`: words of the step that was changed badly, and what to do about it."""
    steps = pattern_of(request.person.team)
    context = {
        "steps": steps,
        "form": form or TalkStepForm(label_suffix=""),
        "wrong": wrong,
        "own": bool(steps and steps[0].pk),
        "total": sum(step.minutes for step in steps),
    }
    return render(request, "cases/meetings/steps.html", context, status=422 if form or wrong else 200)


@page("meeting.pattern")
def talk_steps(request: PersonRequest) -> HttpResponse:
    """How a conversation goes in this team."""
    record(request.person, "meeting.pattern_read")
    return steps_page(request)


@page("meeting.pattern")
@require_POST
def talk_step_add(request: PersonRequest) -> HttpResponse:
    """Put a step in the pattern."""
    form = TalkStepForm(request.POST, label_suffix="")
    if not form.is_valid():
        return steps_page(request, form)
    try:
        add_talk_step(by=request.person, **form.cleaned_data)
    except TooManySteps:
        form.add_error("text", "Er zijn al twaalf stappen. Meer past niet in een gesprek.")
        return steps_page(request, form)
    messages.success(request, "De stap staat erbij.")
    return redirect(PAGE)


@page("meeting.pattern")
@require_POST
def talk_step_change(request: PersonRequest) -> HttpResponse:
    """Change, move or remove a step (POST `was`, and `doe`: bewaren, omhoog, omlaag or weg; `text`, `minutes`)."""
    was, what = (request.POST.get(name, "").replace("\x00", "") for name in ("was", "doe"))
    by = request.person
    if what == "weg":
        if remove_talk_step(by=by, was=was):
            messages.success(request, "De stap is weg.")
    elif what in ("omhoog", "omlaag"):
        move_talk_step(by=by, was=was, up=what == "omhoog")
    else:
        return renamed(request, was)
    return redirect(PAGE)


def renamed(request: PersonRequest, was: str) -> HttpResponse:
    """Give a step other words or minutes, or show the page with what is wrong with them."""
    form = TalkStepForm(request.POST)
    if not form.is_valid():
        return steps_page(request, wrong=(was, str(next(iter(form.errors.values()))[0])))
    try:
        change_talk_step(by=request.person, was=was, **form.cleaned_data)
    except SameStep:
        return steps_page(request, wrong=(was, "Deze stap staat er al. Kies andere woorden."))
    messages.success(request, "De stap is bewaard.")
    return redirect(PAGE)
