"""Pages of a dilemma: one per step."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.over import RUNNING, begins
from cases.casefile.tabs import tabs_for
from cases.plans.models import Dilemma
from expertteam.access.guards import PersonRequest
from expertteam.ui.forms import PageForm

from .actions import begin_dilemma, remove_dilemma
from .forms import QuestionForm
from .steps import STEPS, Step, after, is_open, next_step, step_called

TAB = "cases:plans"


def step_page(
    request: PersonRequest, case: Case, dilemma: Dilemma | None, step: Step, form: PageForm | None
) -> HttpResponse:
    context = {"case": case, "tabs": tabs_for(case, TAB), "dilemma": dilemma, "step": step, "form": form}
    context["steps"] = [
        {
            "step": one,
            "number": place,
            "done": dilemma is not None and one.is_done(dilemma),
            "now": one is step,
            "open": dilemma is not None and is_open(one, dilemma),
        }
        for place, one in enumerate(STEPS, start=1)
    ]
    context["last"] = after(step) is None or after(step) is STEPS[-1]
    wrong = form is not None and bool(form.errors)
    return render(request, "cases/plans/dilemma.html", context, status=422 if wrong else 200)


@case_page("plans.change", event="plans.read")
@begins(TAB, RUNNING)
def new(request: PersonRequest, case: Case) -> HttpResponse:
    """The first step of a new dilemma: the question."""
    form = QuestionForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return step_page(request, case, None, STEPS[0], form)
    question = form.cleaned_data["question"]
    dilemma = begin_dilemma(by=request.person, case=case, question=question)
    return redirect("cases:dilemma_step", case.number, dilemma.pk, STEPS[1].slug)


def the_dilemma(case: Case, pk: int) -> Dilemma:
    return get_object_or_404(
        case.dilemmas.select_related("case").prefetch_related("parties", "options"), pk=pk
    )


@case_page("plans.read", event="plans.read")
def dilemma(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """All of it, to read."""
    found = the_dilemma(case, pk)
    context = {"case": case, "tabs": tabs_for(case, TAB), "dilemma": found, "next_step": next_step(found)}
    return render(request, "cases/plans/dilemma_read.html", context)


@case_page("plans.change", event="plans.read")
def step(request: PersonRequest, case: Case, pk: int, slug: str) -> HttpResponse:
    """One step: ask it, keep it, on to the next."""
    found, asked = the_dilemma(case, pk), step_called(slug)
    if asked is None or not is_open(asked, found):
        raise Http404
    form = asked.form(request.POST if request.method == "POST" else None, found)
    if not form.is_valid():
        return step_page(request, case, found, asked, form)
    asked.keep(request.person, found, form)
    following = after(asked)
    if following is None or following is STEPS[-1]:
        messages.success(request, "Het dilemma is bewaard.")
        return redirect("cases:dilemma", case.number, found.pk)
    return redirect("cases:dilemma_step", case.number, found.pk, following.slug)


@case_page("plans.change")
@require_POST
def remove(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Take one away; asking twice is harmless."""
    found = case.dilemmas.filter(pk=pk).first()
    if found:
        remove_dilemma(by=request.person, dilemma=found)
        messages.success(request, "Het dilemma is weggehaald.")
    return redirect(TAB, case.number)
