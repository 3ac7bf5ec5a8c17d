"""«Stappen van ons team»: the steps a new case starts with."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases.team.own_steps import SameStep, TooManySteps
from expertteam.access.guards import PersonRequest, page
from expertteam.audit.actions import record

from .forms import NewStepForm, StepTextForm
from .models import Stage
from .template import template_of
from .template_actions import (
    add_team_step,
    change_team_step,
    move_team_step,
    remove_team_step,
)

PAGE = "cases:team_steps"


def steps_page(
    request: PersonRequest, form: NewStepForm | None = None, wrong: tuple[str, str, str] | None = None
) -> HttpResponse:
    """The template by part. `wrong`: part and words of the step that was changed badly, and what to do about it."""
    steps = template_of(request.person.team)
    parts = [
        {"stage": stage, "steps": [step for step in steps if step.stage == stage.value]} for stage in Stage
    ]
    context = {
        "parts": parts,
        "form": form or NewStepForm(),
        "wrong": wrong,
        "own": bool(steps and steps[0].pk),
    }
    return render(request, "cases/process/template.html", context, status=422 if form or wrong else 200)


@page("process.template")
def team_steps(request: PersonRequest) -> HttpResponse:
    """What a new case starts with."""
    record(request.person, "process.template_read")
    return steps_page(request)


@page("process.template")
@require_POST
def team_step_add(request: PersonRequest) -> HttpResponse:
    """Put a step in the template."""
    form = NewStepForm(request.POST)
    if not form.is_valid():
        return steps_page(request, form)
    try:
        add_team_step(by=request.person, **form.cleaned_data)
    except TooManySteps:
        form.add_error("text", "Er zijn al zestig stappen. Meer overziet niemand.")
        return steps_page(request, form)
    messages.success(request, "De stap staat erbij. Nieuwe casussen krijgen hem ook.")
    return redirect(PAGE)


@page("process.template")
@require_POST
def team_step_change(request: PersonRequest) -> HttpResponse:
    """Change, move or remove a step (POST `stage`, `was`, and `doe`: bewaren, omhoog, omlaag or weg; `text`)."""
    stage, was, what = (request.POST.get(name, "").replace("\x00", "") for name in ("stage", "was", "doe"))
    by = request.person
    if what == "weg":
        if remove_team_step(by=by, stage=stage, text=was):
            messages.success(request, "De stap is weg. Casussen die hem al hebben, houden hem.")
    elif what in ("omhoog", "omlaag"):
        move_team_step(by=by, stage=stage, text=was, up=what == "omhoog")
    else:
        return renamed(request, stage, was)
    return redirect(PAGE)


def renamed(request: PersonRequest, stage: str, was: str) -> HttpResponse:
    """Give a step other words, or show the page with what is wrong with them."""
    form = StepTextForm(request.POST)
    if not form.is_valid():
        return steps_page(request, wrong=(stage, was, str(form.errors["text"][0])))
    try:
        change_team_step(by=request.person, stage=stage, text=was, new_text=form.cleaned_data["text"])
    except SameStep:
        return steps_page(request, wrong=(stage, was, "Deze stap staat er al. Kies andere woorden."))
    messages.success(request, "De stap is bewaard.")
    return redirect(PAGE)
