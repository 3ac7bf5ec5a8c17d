"""The plans of a case: four calm cards."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.over import RUNNING, TAKEN_UP
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest

from .future.template import eighteenth
from .queries import lacks_future_plan, plans_of
from .shown import shown

TAB = "cases:plans"


@case_page("plans.read", event="plans.read")
def plans(request: PersonRequest, case: Case) -> HttpResponse:
    """What was made beside the advice, and what each is for when it is not there."""
    today = timezone.localdate()
    context = {"case": case, "tabs": tabs_for(case, TAB), "today": today, **shown(plans_of(case))}
    context["may_write"] = "plans.change" in case.rights and case.phase in RUNNING
    context["may_explain"] = "plans.change" in case.rights and case.phase in TAKEN_UP
    context |= {"missed": lacks_future_plan(case, today)}
    context["eighteenth"] = eighteenth(case.young_person.birth_date)
    return render(request, "cases/plans/plans.html", context)
