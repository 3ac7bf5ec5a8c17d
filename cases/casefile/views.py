"""The overview of a case and what can be done there."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.consent.queries import ConsentMissing
from cases.consent.stopping import to_consent
from expertteam.access.guards import PersonRequest
from expertteam.accounts.models import User

from .actions import HasStake, NotInTeam, end_grant, grant_case
from .gate import case_page
from .models import Case, Phase
from .moves import CannotMove, change_phase, request_matching
from .overview import overview_of
from .tabs import tabs_for


@case_page("case.read", event="case.read")
def overview(request: PersonRequest, case: Case) -> HttpResponse:
    """The case on one readable page."""
    context = overview_of(request.person, case, timezone.localdate())
    context |= {"case": case, "tabs": tabs_for(case, "cases:case")}
    return render(request, "cases/casefile/overview.html", context)


def colleague(request: PersonRequest, case: Case) -> User:
    """Who was chosen in the form (POST `user`); 404 for nobody of this team."""
    chosen = request.POST.get("user", "")
    team = User.objects.filter(memberships__team=case.team_id).distinct()
    return get_object_or_404(team, pk=chosen if chosen.isdecimal() and len(chosen) < 10 else 0)


@case_page("case.grant")
@require_POST
def give_access(request: PersonRequest, case: Case) -> HttpResponse:
    """Give the case to an expert or zorgadviseur (POST `user`)."""
    if not request.POST.get("user", "?"):
        messages.error(request, "Kies eerst iemand.")
        return redirect("cases:case", case.number)
    user = colleague(request, case)
    try:
        grant_case(by=request.person, case=case, user=user)
    except NotInTeam:
        messages.error(request, f"{user} is geen expert of zorgadviseur van dit team.")
    except HasStake:
        messages.error(
            request, f"{user} heeft een belang bij deze casus. Hef dat eerst op bij Bijeenkomsten."
        )
    except ConsentMissing as stopped:
        return to_consent(request, case, stopped, f"{user} leest nog niet mee.")
    else:
        messages.success(request, f"{user} kan deze casus nu lezen.")
    return redirect("cases:case", case.number)


@case_page("case.grant")
@require_POST
def end_access(request: PersonRequest, case: Case) -> HttpResponse:
    """Take the case back from somebody (POST `user`)."""
    user = colleague(request, case)
    end_grant(by=request.person, case=case, user=user)
    messages.success(request, f"{user} kan deze casus niet meer lezen.")
    return redirect("cases:case", case.number)


@case_page("case.grant")
@require_POST
def matching(request: PersonRequest, case: Case) -> HttpResponse:
    """Ask the zorgadviseur to match, or take that back (POST `wanted`: ja or nee)."""
    wanted = request.POST.get("wanted") == "ja"
    try:
        changed = request_matching(by=request.person, case=case, wanted=wanted)
    except ConsentMissing as stopped:
        return to_consent(request, case, stopped, "De zorgadviseur leest nog niet mee.")
    if changed:
        said = (
            "De zorgadviseur kan deze casus nu lezen." if wanted else "De zorgadviseur is niet meer gevraagd."
        )
        messages.success(request, said)
    return redirect("cases:case", case.number)


@case_page("steering.change")
@require_POST
def move(request: PersonRequest, case: Case) -> HttpResponse:
    """Put a running case in another phase (POST `phase`); closing and opening again have their own page."""
    try:
        asked = Phase(request.POST.get("phase", ""))
        if Phase.CLOSED in (asked, case.phase):
            raise CannotMove(case.phase, asked)
        if change_phase(by=request.person, case=case, phase=asked):
            messages.success(request, f"De casus staat nu op ‘{case.get_phase_display()}’.")
    except (CannotMove, ValueError):
        messages.error(request, "Deze stap kan nu niet. Kijk in welke fase de casus is.")
    return redirect("cases:case", case.number)
