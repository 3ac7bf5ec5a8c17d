"""Saying that somebody has a stake in a case, by themselves or by the procesregisseur; and lifting it."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.casefile.conflicts import declare_conflict, lift_conflict
from cases.casefile.gate import case_page
from cases.casefile.models import OPENED_ONE_BY_ONE, Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest
from expertteam.accounts.models import User

from .forms import ConflictForm

TAB = "cases:case_meetings"


def who_can(case: Case) -> QuerySet[User]:
    """The experts and zorgadviseurs of the team to whom this case is not closed yet."""
    roles = {"memberships__team": case.team_id, "memberships__role__in": OPENED_ONE_BY_ONE}
    closed = case.conflicts.filter(ended_at=None).values("user_id")
    return (
        User.objects.filter(is_active=True, **roles).exclude(pk__in=closed).distinct().order_by("name", "pk")
    )


@case_page("conflict.declare", event="case.read")
def conflict(request: PersonRequest, case: Case) -> HttpResponse:
    """Say it: an expert of themselves, the procesregisseur or coordinator of anybody."""
    alone = "conflict.lift" not in case.rights
    data = request.POST if request.method == "POST" else None
    form = ConflictForm(data, people=who_can(case), alone=alone)
    if not form.is_valid():
        context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "alone": alone}
        return render(request, "cases/meetings/conflict.html", context, status=422 if form.errors else 200)
    user = request.person.user if alone else form.cleaned_data["user"]
    declare_conflict(by=request.person, case=case, user=user, reason=form.cleaned_data["reason"])
    if user == request.person.user:
        messages.success(request, "Dank je wel voor je eerlijkheid. De casus is nu voor jou gesloten.")
        return redirect("today")
    messages.success(request, f"De casus is nu gesloten voor {user}.")
    return redirect(TAB, case.number)


@case_page("conflict.lift")
@require_POST
def conflict_lift(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Say that it was not so, or is over."""
    found = get_object_or_404(case.conflicts.select_related("user"), pk=pk)
    if lift_conflict(by=request.person, conflict=found):
        messages.success(
            request, f"Opgeheven. Wil je dat {found.user} weer meeleest? Geef dan toegang op het Overzicht."
        )
    return redirect(TAB, case.number)
