"""The page of the procesregie: course, steps, core team, and what is next; and changing the steps."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.over import RUNNING, begins
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest

from .forms import NewStepForm, SkipRestForm, StepForm
from .models import ProcessStep, StepStatus
from .page import page_of
from .steps import (
    NotRunning,
    SameStep,
    TooManySteps,
    add_step,
    give_steps,
    move_step,
    rename_step,
    settle_step,
    skip_the_rest,
)

TAB = "cases:process"
NO_STEPS = "Stappen horen bij een casus die loopt. Deze casus loopt niet."


def process_page(
    request: PersonRequest,
    case: Case,
    *,
    new_step: NewStepForm | None = None,
    skip: SkipRestForm | None = None,
) -> HttpResponse:
    """The page, with the forms as they were typed when something in them is wrong."""
    context: dict[str, Any] = {"case": case, "tabs": tabs_for(case, TAB), **page_of(request.person, case)}
    context["may_change"] = "steering.change" in case.rights
    if context["may_change"] and context["running"]:
        context |= {"new_step": new_step or NewStepForm(), "skip_rest": skip or SkipRestForm()}
    return render(request, "cases/process/process.html", context, status=422 if new_step or skip else 200)


@case_page("case.read", event="process.read")
def process(request: PersonRequest, case: Case) -> HttpResponse:
    """How the case is steered; who steers gives it its steps by opening this page for the first time."""
    if "steering.change" in case.rights:
        give_steps(by=request.person, case=case)
    return process_page(request, case)


@case_page("steering.change")
@require_POST
def step_add(request: PersonRequest, case: Case) -> HttpResponse:
    """Put a step of one's own in the case."""
    form = NewStepForm(request.POST)
    if not form.is_valid():
        return process_page(request, case, new_step=form)
    try:
        add_step(by=request.person, case=case, **form.cleaned_data)
        messages.success(request, "De stap staat erbij.")
    except TooManySteps:
        form.add_error("text", "Er zijn al honderd stappen. Meer overziet niemand.")
        return process_page(request, case, new_step=form)
    except NotRunning:
        messages.error(request, NO_STEPS)
    return redirect(TAB, case.number)


@case_page("steering.change", event="process.read")
@begins(TAB, RUNNING)
def step(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """One step: done, skipped with a reason, open again, or in other words."""
    found = get_object_or_404(case.steps, pk=pk)
    form = StepForm(request.POST if request.method == "POST" else None, step=found)
    if form.is_valid() and saved(request, found, form):
        messages.success(request, "De stap is bewaard.")
        return redirect(TAB, case.number)
    part = case.steps.filter(stage=found.stage).order_by("position", "pk")
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "step": found, "part": part}
    return render(request, "cases/process/step.html", context, status=422 if form.is_bound else 200)


def saved(request: PersonRequest, found: ProcessStep, form: StepForm) -> bool:
    """Store what was typed; False with the error at its field when the part has those words already."""
    data = form.cleaned_data
    try:
        rename_step(by=request.person, step=found, text=data["text"])
    except SameStep:
        form.add_error("text", "Deze stap staat er al. Kies andere woorden.")
        return False
    settle_step(
        by=request.person, step=found, status=data["status"], on=data["settled_on"], note=data["note"]
    )
    return True


@case_page("steering.change")
@require_POST
def step_done(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """A step is done, today, in one click."""
    found = get_object_or_404(case.steps, pk=pk)
    settle_step(by=request.person, step=found, status=StepStatus.DONE, on=timezone.localdate())
    messages.success(request, f"Gedaan: {found.text}.")
    return redirect(TAB, case.number)


@case_page("steering.change")
@require_POST
def step_move(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Put a step before or after its neighbour (POST `richting`: omhoog or omlaag)."""
    found = get_object_or_404(case.steps, pk=pk)
    move_step(by=request.person, step=found, up=request.POST.get("richting") == "omhoog")
    return redirect("cases:step", case.number, pk)


@case_page("steering.change")
@require_POST
def steps_skip(request: PersonRequest, case: Case) -> HttpResponse:
    """Skip every step that is left, for one reason."""
    form = SkipRestForm(request.POST)
    if not form.is_valid():
        return process_page(request, case, skip=form)
    day, note = timezone.localdate(), form.cleaned_data["note"]
    number = skip_the_rest(by=request.person, case=case, on=day, note=note)
    messages.success(request, "1 stap overgeslagen." if number == 1 else f"{number} stappen overgeslagen.")
    return redirect(TAB, case.number)
