"""Agreements of a case: who does what by when."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest

from .actions import add_action, change_action
from .forms import ActionForm, NewActionForm
from .models import ActionStatus

TAB = "cases:actions"


def actions_page(request: PersonRequest, case: Case, form: NewActionForm | None) -> HttpResponse:
    found = list(case.actions.order_by("due_on", "pk"))
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "today": timezone.localdate()}
    context["open_actions"] = [one for one in found if one.status == ActionStatus.OPEN]
    context["past_actions"] = [one for one in found if one.status != ActionStatus.OPEN]
    wrong = form is not None and form.is_bound
    return render(request, "cases/steering/actions.html", context, status=422 if wrong else 200)


@case_page("case.read", event="action.read")
def actions(request: PersonRequest, case: Case) -> HttpResponse:
    """All agreements: what is open first, then what came of the others."""
    return actions_page(request, case, NewActionForm() if "steering.change" in case.rights else None)


@case_page("steering.change")
@require_POST
def add(request: PersonRequest, case: Case) -> HttpResponse:
    """Make an agreement."""
    form = NewActionForm(request.POST)
    if not form.is_valid():
        return actions_page(request, case, form)
    add_action(by=request.person, case=case, data=form.data_given())
    messages.success(request, "De afspraak staat erbij.")
    return redirect(TAB, case.number)


@case_page("steering.change")
def change(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Change an agreement, or write down that it is done and what came of it."""
    action = get_object_or_404(case.actions, pk=pk)
    form = ActionForm(request.POST if request.method == "POST" else None, action=action)
    if form.is_valid():
        change_action(by=request.person, action=action, data=form.data_given())
        messages.success(request, "De afspraak is bewaard.")
        return redirect(TAB, case.number)
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form}
    return render(request, "cases/steering/action.html", context, status=422 if form.errors else 200)
