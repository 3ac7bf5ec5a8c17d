"""The closing of a case."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import NOT_COUNTED_PHASES, Case, Phase
from cases.casefile.moves import CannotMove
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest

from .actions import reopen, save_outcome
from .forms import OutcomeForm
from .queries import counted_lines

TAB = "cases:closure"
NEVER_ACCEPTED = [Phase.TRIAGE, Phase.WAITING, *NOT_COUNTED_PHASES]


def form_for(request: PersonRequest, case: Case) -> OutcomeForm | None:
    """The form for who may write in it, of a case that was accepted."""
    if "closure.change" not in case.rights or case.phase in NEVER_ACCEPTED:
        return None
    data = request.POST if request.method == "POST" else None
    name, day = case.young_person.first_name, case.referral.referred_on
    return OutcomeForm(data, closure=case.closure, name=name, referred_on=day)


def closure_page(request: PersonRequest, case: Case, form: OutcomeForm | None) -> HttpResponse:
    lines = counted_lines(case.closure)
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "lines": lines}
    context |= {"filled": sum(1 for line in lines if line.value), "never": case.phase in NEVER_ACCEPTED}
    wrong = form is not None and form.is_bound
    return render(request, "cases/followup/closure.html", context, status=422 if wrong else 200)


@case_page("case.read", event="closure.read")
def closure(request: PersonRequest, case: Case) -> HttpResponse:
    """How it ended, as far as known, and what the monitor will count."""
    return closure_page(request, case, form_for(request, case))


@case_page("closure.change")
@require_POST
def save(request: PersonRequest, case: Case) -> HttpResponse:
    """Keep how it went; with a date the case is closed."""
    form = form_for(request, case)
    if form is None:
        messages.error(
            request, "Over deze aanmelding is niet positief beslist. Er valt nog niets af te sluiten."
        )
        return redirect(TAB, case.number)
    if not form.is_valid():
        return closure_page(request, case, form)
    save_outcome(by=request.person, case=case, outcome=form.outcome())
    messages.success(request, "De casus is afgesloten." if case.phase == Phase.CLOSED else "Bewaard.")
    return redirect(TAB, case.number)


@case_page("closure.change")
@require_POST
def open_again(request: PersonRequest, case: Case) -> HttpResponse:
    """Open a closed case again."""
    try:
        if reopen(by=request.person, case=case):
            messages.success(request, "De casus is weer open en staat op ‘volgen’.")
    except CannotMove:
        messages.error(request, "Deze casus was niet afgesloten.")
    return redirect(TAB, case.number)
