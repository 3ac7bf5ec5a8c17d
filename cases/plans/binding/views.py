"""Pages about a binding advice and the explanation of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.over import RUNNING, TAKEN_UP, begins
from cases.casefile.tabs import tabs_for
from cases.plans.models import BindingAdvice
from expertteam.access.guards import PersonRequest
from expertteam.ui.forms import PageForm

from .actions import agree, ask_explanation, change_explanation, remove_explanation
from .forms import BindingForm, ExplanationForm

TAB = "cases:plans"


def form_page(
    request: PersonRequest, case: Case, form: PageForm, title: str, intro: str, **more: object
) -> HttpResponse:
    context = {
        **more,
        "case": case,
        "tabs": tabs_for(case, TAB),
        "form": form,
        "title": title,
        "intro": intro,
    }
    return render(request, "cases/plans/short_form.html", context, status=422 if form.errors else 200)


@case_page("plans.change", event="plans.read")
@begins(TAB, RUNNING)
def binding(request: PersonRequest, case: Case) -> HttpResponse:
    """Whether the advice binds."""
    agreed = BindingAdvice.objects.filter(case=case).first()
    form = BindingForm(request.POST if request.method == "POST" else None, agreed=agreed)
    if not form.is_valid():
        intro = "Wat is vooraf afgesproken over het advies?"
        return form_page(request, case, form, "Bindend advies", intro)
    agree(by=request.person, case=case, data=form.data_given())
    messages.success(request, "De afspraak over het advies is bewaard.")
    return redirect(TAB, case.number)


EXPLAIN = "Wie een advies moet volgen, mag vragen waarom. Leg vast wie het vroeg en wat je hebt uitgelegd."


@case_page("plans.change", event="plans.read")
@begins(TAB, TAKEN_UP)
def new_explanation(request: PersonRequest, case: Case) -> HttpResponse:
    """Somebody asked for an explanation."""
    form = ExplanationForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return form_page(request, case, form, "Iemand vraagt uitleg", EXPLAIN)
    ask_explanation(by=request.person, case=case, data=form.data_given())
    messages.success(request, "De vraag om uitleg is bewaard.")
    return redirect(TAB, case.number)


@case_page("plans.change", event="plans.read")
def explanation(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Write down what was explained."""
    found = get_object_or_404(case.advice_explanations, pk=pk)
    form = ExplanationForm(request.POST if request.method == "POST" else None, explanation=found)
    if not form.is_valid():
        asked = None if found.explained_on else found
        return form_page(request, case, form, "Uitleg over het advies", EXPLAIN, asked=asked)
    change_explanation(by=request.person, explanation=found, data=form.data_given())
    messages.success(request, "De uitleg is bewaard.")
    return redirect(TAB, case.number)


@case_page("plans.change")
@require_POST
def explanation_remove(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Take back a question nobody asked; asking twice is harmless."""
    found = case.advice_explanations.filter(pk=pk).first()
    if found and remove_explanation(by=request.person, explanation=found):
        messages.success(request, "De vraag om uitleg is weggehaald.")
    elif found:
        messages.error(request, "Deze uitleg is al gegeven. Die blijft staan.")
    return redirect(TAB, case.number)
