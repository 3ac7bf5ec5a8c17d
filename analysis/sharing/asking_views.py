"""Putting a version before people: choosing who and how, the code once, another code, longer, taken back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from analysis.board.actions import analysis_of
from analysis.board.models import Analysis
from analysis.versions.actions import NothingToFix, fix_version
from analysis.versions.models import FixedVersion, Why
from analysis.versions.queries import latest_fixed
from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.over import begins
from cases.casefile.tabs import tabs_for
from cases.consent.queries import ConsentMissing
from expertteam.access.guards import PersonRequest

from .actions import young_person_among
from .asking import CannotAsk, mail_again, new_code, prolong, put_before, take_back
from .choosing import Asked, Choosing, choosing_of
from .models import Asking
from .progress import progress_of
from .queries import shared_of
from .views import RIGHT, TAB, shared_page

NOTHING = "Er staat nog niets op het bord. Er is dus niets om voor te leggen."
NOW = "nu"
"""The choice for the analysis as it stands now, beside the numbers of fixed versions."""


@case_page(RIGHT)
@begins("analysis:shared")
def ask(request: PersonRequest, case: Case) -> HttpResponse:
    """Choose a version, before whom to put it and how; then the codes, once."""
    analysis = analysis_of(case)
    shared = shared_of(case, analysis)
    choosing = choosing_of(progress_of(case, shared), request.POST)
    if request.method == "POST" and choosing.is_valid():
        return put_before_each(request, case, analysis, choosing)
    context = {
        "case": case,
        "tabs": tabs_for(case, TAB),
        "choosing": choosing,
        "latest": latest_fixed(analysis),
    }
    context |= {"refusals": [one for one in shared.refusals if one.given and not one.given.conversation]}
    return render(
        request, "analysis/sharing/ask.html", context, status=422 if request.method == "POST" else 200
    )


def put_before_each(
    request: PersonRequest, case: Case, analysis: Analysis, choosing: Choosing
) -> HttpResponse:
    """Fix the version where that is needed, and put it before everybody who was chosen."""
    try:
        version = version_chosen(request, analysis)
    except NothingToFix:
        messages.error(request, NOTHING)
        return back(case)
    done = []
    for row in choosing.chosen:
        participant = row.one.participant or young_person_among(case)
        try:
            given = put_before(
                by=request.person, case=case, version=version, participant=participant, way=row.way,
                language=row.language,
            )  # fmt: skip
            done.append(Asked(participant.name, given.asking, given.code, given.new))
        except (CannotAsk, ConsentMissing) as why:
            done.append(Asked(participant.name, why=str(why)))
    return shared_page(request, case, done=done)


def version_chosen(request: PersonRequest, analysis: Analysis) -> FixedVersion:
    """The last fixed version when that was chosen (POST `versie`); else the analysis as it stands, fixed now."""
    chosen, latest = request.POST.get("versie", NOW), latest_fixed(analysis)
    if latest is not None and chosen == str(latest.number):
        return latest
    return fix_version(by=request.person, analysis=analysis, why=Why.PUT_BEFORE)


def the_asking(case: Case, pk: int) -> Asking:
    """What was put before somebody of this case; 404 otherwise."""
    rows = Asking.objects.select_related("participant", "version").defer("version__content", "draft")
    return get_object_or_404(rows, participant__case=case, pk=pk)


@require_POST
@case_page(RIGHT)
def code(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Another code, shown once; a link that was closed by wrong codes works again with it."""
    asking = the_asking(case, pk)
    return once(request, case, asking, lambda: new_code(by=request.person, asking=asking))


@require_POST
@case_page(RIGHT)
def mail(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """A new mail, with a new link and a new code that is shown once."""
    asking = the_asking(case, pk)
    return once(request, case, asking, lambda: mail_again(by=request.person, asking=asking))


def once(request: PersonRequest, case: Case, asking: Asking, make: Any) -> HttpResponse:
    """The page with a code that is shown this once, or why there is none."""
    try:
        made = make()
    except (CannotAsk, ConsentMissing) as why:
        messages.error(request, str(why))
        return back(case)
    return shared_page(request, case, done=[Asked(asking.participant.name, asking, made, True)])


@require_POST
@case_page(RIGHT)
def longer(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Let the link work for four more weeks; twice is the same."""
    asking = the_asking(case, pk)
    try:
        prolong(by=request.person, asking=asking)
        messages.success(request, f"De link van {asking.participant.name} werkt nog vier weken.")
    except (CannotAsk, ConsentMissing) as why:
        messages.error(request, str(why))
    return back(case)


@require_POST
@case_page(RIGHT)
def taken_back(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """It lies before them no more; twice is the same."""
    asking = the_asking(case, pk)
    if take_back(by=request.person, asking=asking):
        messages.success(
            request, f"Het ligt niet meer voor bij {asking.participant.name}. De link werkt niet meer."
        )
    return back(case)


def back(case: Case) -> HttpResponse:
    return HttpResponseRedirect(reverse("analysis:shared", args=[case.number]))
