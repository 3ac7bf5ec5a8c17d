"""The closing of a case."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import NOT_COUNTED_PHASES, Case, Phase
from cases.casefile.moves import CannotMove
from cases.casefile.tabs import tabs_for
from cases.process.closing import open_ends
from expertteam.access.guards import PersonRequest

from .actions import NeedsReason, StillOpen, adopt_proposal, reopen, save_outcome
from .forms import OutcomeForm, ReopenForm
from .opinions.queries import sides_of
from .proposals import proposals_of
from .queries import counted_lines

TAB = "cases:closure"
WHOLE_FORM = "closed_on"  # sent by the form, also when it is empty
NEVER_ACCEPTED = [Phase.TRIAGE, Phase.WAITING, *NOT_COUNTED_PHASES]
NOT_YET = "Over deze aanmelding is niet positief beslist. Er valt nog niets af te sluiten."


def form_for(request: PersonRequest, case: Case) -> OutcomeForm | None:
    """The form for who may write in it, of a case that was accepted."""
    if "closure.change" not in case.rights or case.phase in NEVER_ACCEPTED:
        return None
    data = request.POST if request.method == "POST" else None
    name, day = case.young_person.first_name, case.referral.referred_on
    return OutcomeForm(data, closure=case.closure, name=name, referred_on=day)


def closure_page(
    request: PersonRequest, case: Case, form: OutcomeForm | None, again: ReopenForm | None = None
) -> HttpResponse:
    lines, closed = counted_lines(case.closure), case.phase == Phase.CLOSED
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "lines": lines, "closed": closed}
    context |= {"filled": sum(1 for line in lines if line.value), "never": case.phase in NEVER_ACCEPTED}
    ends = [] if closed or context["never"] else open_ends(case)
    context |= {"ends": ends, "many_steps": sum(end.kind == "stap" for end in ends) > 1}
    context["proposals"] = proposals_of(case, case.closure) if form else {}
    context["sides"] = [] if context["never"] else sides_of(case)
    context["again"] = again or (ReopenForm() if form and closed else None)
    context["reopenings"] = list(case.reopenings.select_related("opened_by"))
    context["today"] = timezone.localdate()
    wrong = any(one is not None and one.is_bound for one in (form, again))
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
        messages.error(request, NOT_YET)
        return redirect(TAB, case.number)
    if not form.is_valid():
        return closure_page(request, case, form)
    try:
        save_outcome(by=request.person, case=case, outcome=form.outcome())
    except StillOpen as open_still:
        form.say_still_open(open_still.ends)
        return closure_page(request, case, form)
    except NeedsReason:
        form.add_error("closed_on", "Wil je de casus heropenen? Doe dat bovenaan deze pagina, met een reden.")
        return closure_page(request, case, form)
    messages.success(request, "De casus is afgesloten." if case.phase == Phase.CLOSED else "Bewaard.")
    return redirect(TAB, case.number)


@case_page("closure.change")
@require_POST
def adopt(request: PersonRequest, case: Case) -> HttpResponse:
    """Take over what the site proposes (POST `field`), and keep what was typed in the form beside it.

    The closing date is kept only by who saves the form: nobody closes a case by taking over a number.
    """
    form = form_for(request, case)
    if form is None:
        messages.error(request, NOT_YET)
        return redirect(TAB, case.number)
    if WHOLE_FORM in request.POST:
        if not form.is_valid():
            return closure_page(request, case, form)
        typed = replace(form.outcome(), closed_on=case.closure.closed_on)
        save_outcome(by=request.person, case=case, outcome=typed)
    if adopt_proposal(by=request.person, case=case, field=request.POST.get("field", "")):
        messages.success(request, "Overgenomen.")
    return redirect(TAB, case.number)


@case_page("closure.change")
@require_POST
def open_again(request: PersonRequest, case: Case) -> HttpResponse:
    """Open a closed case again, with a reason."""
    form = ReopenForm(request.POST)
    if case.phase != Phase.CLOSED:
        messages.error(request, "Deze casus is niet afgesloten.")
        return redirect(TAB, case.number)
    if not form.is_valid():
        name, day = case.young_person.first_name, case.referral.referred_on
        return closure_page(
            request, case, OutcomeForm(closure=case.closure, name=name, referred_on=day), form
        )
    try:
        if reopen(by=request.person, case=case, reason=form.cleaned_data["reason"]):
            messages.success(request, "De casus is weer open en staat op ‘volgen’.")
    except CannotMove:
        messages.error(request, "Deze casus was niet afgesloten.")
    return redirect(TAB, case.number)
