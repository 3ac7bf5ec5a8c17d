"""What everybody says of the analysis: the list, and a form to write down an answer."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from analysis.board.actions import analysis_of
from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest

from .actions import missing_with, record_answer, withdraw_answer, young_person_among
from .forms import AnswerForm
from .queries import Answer, Shared, shared_of

BOARD = "analysis:board"


@case_page("analysis.read", event="analysis.shared_read")
def shared(request: PersonRequest, case: Case) -> HttpResponse:
    """Everybody around the young person, family first, with what they said."""
    found = shared_of(case, analysis_of(case))
    context = {"case": case, "tabs": tabs_for(case, BOARD), "shared": found}
    return render(request, "analysis/sharing/shared.html", context)


@case_page("analysis.change")
def answer(request: PersonRequest, case: Case, who: str) -> HttpResponse:
    """Write down what one party says; `who` is the number of a participant, or `jeugdige`."""
    analysis = analysis_of(case)
    party = _party(shared_of(case, analysis), who)
    form = AnswerForm(request.POST if request.method == "POST" else None, name=party.name, given=party.given)
    missing = missing_with(case, party.participant)
    if not missing and form.is_valid():
        participant = party.participant or young_person_among(case)
        record_answer(by=request.person, analysis=analysis, participant=participant, **form.cleaned_data)
        messages.success(request, f"Het antwoord van {party.name} is bewaard.")
        return _back(case)
    context = {"case": case, "tabs": tabs_for(case, BOARD), "form": form, "party": party, "missing": missing}
    refused = form.is_bound and (form.errors or missing)
    return render(request, "analysis/sharing/answer.html", context, status=422 if refused else 200)


@require_POST
@case_page("analysis.change")
def withdraw(request: PersonRequest, case: Case, who: str) -> HttpResponse:
    """Take an answer back; once or twice is the same."""
    analysis = analysis_of(case)
    party = _party(shared_of(case, analysis), who)
    if party.participant is not None:
        withdraw_answer(by=request.person, analysis=analysis, participant=party.participant)
    messages.success(request, f"Het antwoord van {party.name} is weggehaald.")
    return _back(case)


def _party(found: Shared, who: str) -> Answer:
    for party in found.answers:
        if party.key == who:
            return party
    raise Http404


def _back(case: Case) -> HttpResponse:
    return HttpResponseRedirect(reverse("analysis:shared", args=[case.number]))
