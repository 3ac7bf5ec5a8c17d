"""Bewaren: what goes and when, what went, and stopping it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest, page
from expertteam.audit.actions import record

from .actions import change_policy, end_hold, hold, release
from .forms import HoldForm, PolicyForm
from .models import Destruction
from .queries import ended_cases, going_to_be_destroyed, held_cases, policy_of, waiting_years
from .state import standing_of

PAGE_SIZE = 50
TEAM_PAGE, TAB = "cases:keeping", "cases:retention"


def team_page(request: PersonRequest, form: PolicyForm | None) -> HttpResponse:
    person, day = request.person, timezone.localdate()
    gone = Destruction.objects.filter(team=person.team)
    context = {
        "policy": policy_of(person.team),
        "form": form,
        "going": Paginator(going_to_be_destroyed(person, day), PAGE_SIZE).get_page(request.GET.get("gaat")),
        "held": held_cases(person),
        "waiting": waiting_years(person),
        "gone": Paginator(gone, PAGE_SIZE).get_page(request.GET.get("weg")),
        "may_release": person.may("retention.change"),
        "day": day,
    }
    wrong = form is not None and form.is_bound
    return render(request, "cases/retention/keeping.html", context, status=422 if wrong else 200)


@page("retention.read")
def keeping(request: PersonRequest) -> HttpResponse:
    """What is going to be destroyed, what was, and what the team agreed about it."""
    record(request.person, "retention.read")
    may_change = request.person.may("retention.change")
    return team_page(request, PolicyForm(policy=policy_of(request.person.team)) if may_change else None)


@page("retention.change")
@require_POST
def policy(request: PersonRequest) -> HttpResponse:
    """Write down what the covenant says."""
    form = PolicyForm(request.POST, policy=policy_of(request.person.team))
    if not form.is_valid():
        return team_page(request, form)
    change_policy(by=request.person, data=form.data_given())
    messages.success(request, "De afspraak over bewaren is opgeslagen.")
    return redirect(TEAM_PAGE)


@page("retention.change")
@require_POST
def release_year(request: PersonRequest) -> HttpResponse:
    """Let the cases of an imported register of one year go when their time has come."""
    year = request.POST.get("jaar", "")
    months = policy_of(request.person.team).months
    cases = ended_cases(request.person.team, months).filter(waits_for_coordinator=True)
    chosen = list(cases.filter(year=int(year))) if year.isdecimal() and len(year) == 4 else []
    released = release(by=request.person, cases=chosen)
    if released:
        messages.success(
            request, f"{released} casussen uit {year} zijn vrijgegeven. Ze gaan na de waarschuwing."
        )
    return redirect(TEAM_PAGE)


def case_page_of(request: PersonRequest, case: Case, form: HoldForm | None) -> HttpResponse:
    context = {"case": case, "tabs": tabs_for(case, TAB), "standing": standing_of(case), "form": form}
    context["holds"] = list(case.retention_holds.exclude(ended_at=None).select_related("held_by", "ended_by"))
    wrong = form is not None and form.is_bound
    return render(request, "cases/retention/case.html", context, status=422 if wrong else 200)


@case_page("case.read", event="retention.case_read")
def of_case(request: PersonRequest, case: Case) -> HttpResponse:
    """How long this case is kept."""
    return case_page_of(request, case, HoldForm() if "retention.hold" in case.rights else None)


@case_page("retention.hold")
@require_POST
def stop(request: PersonRequest, case: Case) -> HttpResponse:
    """Stop the destruction of this case, with the reason."""
    form = HoldForm(request.POST)
    if not form.is_valid():
        return case_page_of(request, case, form)
    hold(by=request.person, case=case, reason=form.cleaned_data["reason"])
    messages.success(request, "De stop staat. Deze casus blijft bewaard tot iemand de stop weghaalt.")
    return redirect(TAB, case.number)


@case_page("retention.hold")
@require_POST
def go_on(request: PersonRequest, case: Case) -> HttpResponse:
    """Take the stop away."""
    if end_hold(by=request.person, case=case):
        messages.success(request, "De stop is weg. Er volgt eerst weer een waarschuwing.")
    return redirect(TAB, case.number)
