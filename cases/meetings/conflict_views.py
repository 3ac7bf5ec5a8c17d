"""Saying that somebody has a stake in a case, by themselves or by the procesregisseur; and lifting it."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.casefile.conflicts import NobodyLeft, declare_conflict, lift_conflict
from cases.casefile.gate import case_page
from cases.casefile.models import Case, ConflictOfInterest
from cases.casefile.tabs import tabs_for
from cases.process.hand_over import CannotHandOver, directors
from cases.process.summary import summary_of
from cases.process.thread_models import LONGEST_SUMMARY
from cases.steering.models import ActionStatus
from cases.team.members import colleagues_on
from expertteam.access.guards import PersonRequest
from expertteam.accounts.models import User

from .conflict_form import ConflictForm

TAB = "cases:case_meetings"
NOBODY_LEFT = "Dan kan niemand deze casus meer openen. Vraag de beheerder eerst om nog een procesregisseur."


def stakes_shown(case: Case) -> QuerySet[ConflictOfInterest]:
    """What was said about this young person, in whichever of their cases; a copy for another spelling once."""
    said = ConflictOfInterest.objects.filter(case__young_person=case.young_person_id)
    return said.select_related("user", "declared_by").order_by("declared_at", "pk")


@case_page("conflict.declare", event="case.read")
def conflict(request: PersonRequest, case: Case) -> HttpResponse:
    """Say it: an expert of themselves, the procesregisseur or coordinator of anybody."""
    alone = "conflict.lift" not in case.rights
    data = request.POST if request.method == "POST" else None
    form = ConflictForm(
        data, case=case, people=colleagues_on(case), alone=request.person.user if alone else None
    )
    if not form.is_valid() or not declared(request, case, form):
        context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "alone": alone}
        return render(request, "cases/meetings/conflict.html", context, status=422 if form.errors else 200)
    user = form.cleaned_data["user"]
    if user == request.person.user:
        messages.success(request, "Dank je wel voor je eerlijkheid. De casus is nu voor jou gesloten.")
        return redirect("today")
    messages.success(request, f"De casus is nu gesloten voor {user}.")
    tell_what_is_left(request, case, user)
    return redirect(TAB, case.number)


def declared(request: PersonRequest, case: Case, form: ConflictForm) -> bool:
    """Say it; False with the reason in the form when it cannot be."""
    summary = summary_of(case, outside=False)[:LONGEST_SUMMARY]
    try:
        declare_conflict(by=request.person, case=case, summary=summary, **form.cleaned_data)
    except NobodyLeft:
        form.add_error(None, NOBODY_LEFT)
    except CannotHandOver as why:
        form.add_error("successor", str(why))
    return not form.errors


def tell_what_is_left(request: PersonRequest, case: Case, user: User) -> None:
    """What this person was still doing here is for somebody else now."""
    left = case.actions.filter(owner_user=user, status=ActionStatus.OPEN).count()
    if left:
        which = "één open actie" if left == 1 else f"{left} open acties"
        messages.warning(request, f"{user} heeft hier nog {which}. Geef die aan een ander.")
    case.refresh_from_db(fields=["owner"])
    if case.is_open and case.owner_id is None and not directors(case).exists():
        said = "Er is geen andere procesregisseur. Vraag de beheerder wie het wordt; de casus staat zolang zonder."
        messages.warning(request, said)


@case_page("conflict.lift")
@require_POST
def conflict_lift(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Say that it was not so, or is over."""
    found = get_object_or_404(stakes_shown(case), pk=pk)
    if lift_conflict(by=request.person, conflict=found):
        messages.success(
            request, f"Opgeheven. Wil je dat {found.user} weer meeleest? Geef dan toegang op het Overzicht."
        )
    return redirect(TAB, case.number)
