"""Pages of the toekomstplan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case, Phase
from cases.casefile.over import RUNNING, begins
from cases.casefile.tabs import tabs_for
from cases.plans.models import FuturePlan, FuturePlanStep, StepStatus
from expertteam.access.guards import PersonRequest
from expertteam.ui.forms import PageForm

from .actions import add_step, change_plan, change_step, finish_step, hand_over_steps, start_plan
from .forms import HandOverForm, NewStepForm, PlanForm, StepForm
from .template import eighteenth

TAB = "cases:plans"
PAGE = "cases:future_plan"


@case_page("plans.change")
@require_POST
@begins(TAB, RUNNING)
def start(request: PersonRequest, case: Case) -> HttpResponse:
    """Begin the plan, with the steps every plan has."""
    start_plan(by=request.person, case=case)
    messages.success(request, "Het toekomstplan is begonnen. De stappen tellen terug vanaf 18.")
    return redirect(PAGE, case.number)


def the_plan(case: Case) -> FuturePlan:
    return get_object_or_404(FuturePlan, case=case)


def plan_page(
    request: PersonRequest, case: Case, plan: FuturePlan, form: PageForm | None, new: PageForm | None,
    over: PageForm | None = None,
) -> HttpResponse:  # fmt: skip
    steps = list(plan.steps.all())
    context = {"case": case, "tabs": tabs_for(case, TAB), "plan": plan, "form": form, "new": new}
    context |= {"today": timezone.localdate(), "eighteenth": eighteenth(case.young_person.birth_date)}
    context["open_steps"] = [one for one in steps if one.status == StepStatus.OPEN]
    context["past_steps"] = [one for one in steps if one.status != StepStatus.OPEN]
    context["over"] = over or (HandOverForm(prefix="over") if form else None)
    wrong = any(one is not None and one.is_bound for one in (form, new, over))
    return render(request, "cases/plans/future.html", context, status=422 if wrong else 200)


def forms_for(case: Case, plan: FuturePlan) -> tuple[PlanForm, NewStepForm] | tuple[None, None]:
    """The two forms of the page, for who may write in it."""
    if "plans.change" not in case.rights or case.phase not in RUNNING:
        return None, None
    return PlanForm(plan=plan, name=case.young_person.first_name), NewStepForm(prefix="nieuw")


@case_page("plans.read", event="plans.read")
def plan(request: PersonRequest, case: Case) -> HttpResponse:
    """The plan and its steps; without a plan, the page where one begins."""
    found = FuturePlan.objects.filter(case=case).first()
    if found is None:
        return redirect(TAB, case.number)
    return plan_page(request, case, found, *forms_for(case, found))


@case_page("plans.change")
@require_POST
def save(request: PersonRequest, case: Case) -> HttpResponse:
    """Keep what the plan says."""
    plan = the_plan(case)
    form = PlanForm(request.POST, plan=plan, name=case.young_person.first_name)
    if not form.is_valid():
        return plan_page(request, case, plan, form, NewStepForm(prefix="nieuw"))
    change_plan(by=request.person, plan=plan, data=form.data_given())
    messages.success(request, "Het toekomstplan is bewaard.")
    return redirect(PAGE, case.number)


@case_page("plans.change")
@require_POST
@begins(TAB, RUNNING)
def add(request: PersonRequest, case: Case) -> HttpResponse:
    """Add a step."""
    plan = the_plan(case)
    form = NewStepForm(request.POST, prefix="nieuw")
    if not form.is_valid():
        return plan_page(request, case, plan, forms_for(case, plan)[0], form)
    add_step(by=request.person, plan=plan, data=form.data_given())
    messages.success(request, "De stap staat erbij.")
    return redirect(f"{reverse(PAGE, args=[case.number])}#stappen")


@case_page("plans.change", event="plans.read")
@begins(PAGE, Phase.values)
def step(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Change a step, or write down that it is arranged."""
    found = get_object_or_404(FuturePlanStep, plan__case=case, pk=pk)
    form = StepForm(request.POST if request.method == "POST" else None, step=found)
    if form.is_valid():
        change_step(by=request.person, step=found, data=form.data_given())
        messages.success(request, "De stap is bewaard.")
        return redirect(f"{reverse(PAGE, args=[case.number])}#stappen")
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "step": found}
    return render(request, "cases/plans/future_step.html", context, status=422 if form.errors else 200)


@case_page("plans.change")
@require_POST
def done(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """One click: this step is arranged."""
    found = get_object_or_404(FuturePlanStep, plan__case=case, pk=pk)
    finish_step(by=request.person, step=found)
    messages.success(request, "Geregeld. Mooi.")
    return redirect(f"{reverse(PAGE, args=[case.number])}#stappen")


@case_page("plans.change")
@require_POST
def hand_over(request: PersonRequest, case: Case) -> HttpResponse:
    """At closing: somebody else goes on with everything that is still open."""
    plan = the_plan(case)
    form = HandOverForm(request.POST, prefix="over")
    if not form.is_valid():
        other, new = forms_for(case, plan)
        return plan_page(request, case, plan, other, new, form)
    count = hand_over_steps(by=request.person, plan=plan, to=form.cleaned_data["to"])
    if count:
        messages.success(request, f"{form.cleaned_data['to']} gaat verder met wat nog openstond.")
    return redirect(PAGE, case.number)
