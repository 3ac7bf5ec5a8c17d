"""Pages for asking a place, and for what came of it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from cases.consent.queries import ConsentMissing, standing_of
from expertteam.access.guards import PersonRequest

from .actions import (
    AlreadyAsked,
    BeforeAsking,
    ChangedMeanwhile,
    OtherTeam,
    ask,
    forget,
    share_name,
    write_answer,
)
from .consent import why_not_by_name
from .forms import ANSWERS, AnswerForm, AskForm
from .models import NEEDS_NAME, Attempt, Outcome
from .views import TAB, place_of

ALREADY = "Deze plek is al gevraagd en moet nog antwoorden. Leg eerst vast wat daarvan kwam."
MEANWHILE = (
    "Intussen schreef een ander ook op wat ervan kwam. Wat jij typte staat hieronder nog. Kijk bij ‘Plek zoeken’ wat "
    "er nu staat, en bewaar dan opnieuw als het nodig is."
)
NEXT = {
    Outcome.REFUSED: "De afwijzing is bewaard. Hieronder staat wat er nog meer past.",
    Outcome.PLACED: "Bewaard. Wat fijn als het klopt: schrijf later hier op hoe het daar gaat.",
}


@case_page("matching.change")
def ask_page(request: PersonRequest, case: Case, place: int) -> HttpResponse:
    """Write down that a place was asked."""
    asked = place_of(request, place)
    missing = why_not_by_name(standing_of(case), asked)
    form = AskForm(request.POST if request.method == "POST" else None, named=not missing)
    if form.is_valid():
        try:
            ask(by=request.person, case=case, place=asked, data=form.data_given())
        except AlreadyAsked:
            form.add_error(None, ALREADY)
        except OtherTeam:
            form.add_error(None, "Deze plek is gestopt.")
        except ConsentMissing as why:
            form.add_error("by_name", " ".join(why.sentences))
        else:
            messages.success(request, f"Bewaard: {asked} is gevraagd.")
            return redirect(TAB, case.number)
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "place": asked, "missing": missing}
    return render(request, "analysis/matching/ask.html", context, status=422 if form.errors else 200)


def the_attempt(case: Case, pk: int) -> Attempt:
    rows = case.attempts.select_related("case", "place__provider__team", "asked_by")
    return get_object_or_404(rows, pk=pk)


@case_page("matching.change")
def answer(request: PersonRequest, case: Case, pk: int, what: str) -> HttpResponse:
    """Write down, or correct, what came of a question: a visit, a placement, a refusal, taken back."""
    if what not in ANSWERS:
        raise Http404
    attempt = the_attempt(case, pk)
    form = ANSWERS[what](request.POST if request.method == "POST" else None, attempt=attempt)
    if form.is_valid() and written(request, attempt, form):
        messages.success(request, NEXT.get(form.outcome, "Bewaard."))
        return redirect(TAB, case.number)
    tells_name = form.outcome in NEEDS_NAME and not attempt.by_name
    context = {
        "case": case,
        "tabs": tabs_for(case, TAB),
        "form": form,
        "attempt": attempt,
        "tells_name": tells_name,
        "missing": why_not_by_name(standing_of(case), attempt.place) if tells_name else [],
    }
    return render(request, "analysis/matching/answer.html", context, status=422 if form.errors else 200)


def written(request: PersonRequest, attempt: Attempt, form: AnswerForm) -> bool:
    """Store the answer; False, with the reason on the form, when that could not be."""
    try:
        write_answer(by=request.person, attempt=attempt, data=form.came_of(), version=form.version_seen())
    except BeforeAsking:
        form.add_error(
            "on" if "on" in form.fields else None, "Dit ligt voor de dag van de vraag. Kijk de datum na."
        )
    except AlreadyAsked:
        form.add_error(None, ALREADY)
    except ConsentMissing as why:
        form.add_error(None, " ".join(why.sentences))
    except ChangedMeanwhile:
        attempt.refresh_from_db(fields=["version"])
        form.overtaken(attempt.version, MEANWHILE)
    else:
        return True
    return False


@case_page("matching.change")
@require_POST
def name_told(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """After a question without a name the name was told."""
    attempt = the_attempt(case, pk)
    try:
        share_name(by=request.person, attempt=attempt)
    except ConsentMissing as why:
        messages.error(request, " ".join(why.sentences))
    else:
        messages.success(request, f"Bewaard: {attempt.place} weet nu om wie het gaat.")
    return redirect(TAB, case.number)


@case_page("matching.change")
@require_POST
def take_away(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Take away a question that was written down by mistake; asking twice is harmless."""
    attempt = case.attempts.select_related("case").filter(pk=pk).first()
    if attempt:
        forget(by=request.person, attempt=attempt)
        messages.success(request, "De vraag is weggehaald.")
    return redirect(TAB, case.number)
