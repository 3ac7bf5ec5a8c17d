"""The page on which is decided about an aanmelding."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from cases.casefile.gate import case_page, get_case_for
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest
from expertteam.accounts.models import User

from .actions import DecidedMeanwhile, NotPossible, decide, seen
from .forms import DecisionForm, standing
from .moves import why_not


@case_page("referral.triage", event="referral.read")
def triage(request: PersonRequest, case: Case) -> HttpResponse:
    """Decide about an aanmelding, or come back on a decision."""
    if request.method != "POST":
        form = DecisionForm(initial=standing(case, request.person), person=request.person, case=case)
        return decision_page(request, case, form, seen(case))
    before = request.POST.get("seen", "")
    form = DecisionForm(request.POST, person=request.person, case=case)
    if not form.is_valid():
        return decision_page(request, case, form, before, status=422)
    try:
        decide(by=request.person, case=case, verdict=form.verdict, seen_before=before)
    except NotPossible as error:
        form.add_error(None, str(error))
        return decision_page(request, case, form, before, status=422)
    except DecidedMeanwhile:
        case = get_case_for(request.person, case.number, "referral.triage")
        return decision_page(request, case, form, seen(case), status=409)
    if form.verdict.owner:
        return to_accepted(request, case.number, form.verdict.owner)
    messages.success(request, f"Het besluit over {case.number} is vastgelegd.")
    return redirect("cases:referral", case.number)


def to_accepted(request: PersonRequest, number: str, owner: User) -> HttpResponse:
    """To the case that was taken up, with what comes next."""
    who = "Jij bent" if owner == request.person.user else f"{owner} is"
    text = f"{number} is aangenomen. {who} procesregisseur. Volgende stap: kies wie meedenkt en begin de analyse."
    messages.success(request, text)
    return redirect("cases:case", number)


def decision_page(
    request: PersonRequest, case: Case, form: DecisionForm, before: str, status: int = 200
) -> HttpResponse:
    """The form beside what was asked; with status 409 also what somebody else decided meanwhile."""
    context = {
        "case": case,
        "tabs": tabs_for(case, "cases:referral"),
        "form": form,
        "seen": before,
        "stands": why_not(case.phase),
        "meanwhile": status == 409,
    }
    return render(request, "cases/intake/triage.html", context, status=status)
