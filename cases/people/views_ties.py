"""Who is casusregisseur, who left, who is the same in another case, brothers and sisters, and what is secret."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.intake.queries import tidy_number
from expertteam.access.guards import PersonRequest

from .actions import leave
from .directing import name_director
from .family import NotAnother, link_family, unlink_family
from .forms import ReasonForm
from .known import known_one, same_person, somebody_else
from .models import CHILD
from .secrets import show_secret
from .views import TAB, mensen


def back(case: Case) -> HttpResponse:
    return redirect(TAB, case.number)


@case_page("people.change")
@require_POST
def director(request: PersonRequest, case: Case) -> HttpResponse:
    """Name who is casusregisseur (POST `wie`: somebody of this case)."""
    wanted = request.POST.get("wie", "")
    pk = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 19 else 0
    one = case.participants.current().exclude(role=CHILD).filter(pk=pk).first()
    if one is None:
        messages.error(request, "Kies eerst wie casusregisseur wordt.")
        return back(case)
    named = name_director(by=request.person, case=case, participant=one)
    messages.success(request, f"{named} is nu casusregisseur.")
    return back(case)


@case_page("people.change")
@require_POST
def left(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Somebody is no longer involved since today."""
    one = get_object_or_404(case.participants.select_related("case"), pk=pk)
    if leave(by=request.person, participant=one, day=timezone.localdate()):
        messages.success(request, f"{one} staat nu bij ‘Eerder betrokken’.")
    return back(case)


@case_page("people.change")
@require_POST
def same(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Somebody here is somebody of another case (POST `wie`), or is not after all (no `wie`)."""
    one = get_object_or_404(case.participants.select_related("case"), pk=pk)
    if not request.POST.get("wie"):
        somebody_else(by=request.person, participant=one)
        messages.success(request, f"{one} is niet meer gekoppeld aan andere casussen.")
        return back(case)
    other = known_one(request.person, request.POST["wie"])
    if other is None:
        messages.error(request, "Die persoon staat nergens meer. Kijk nog eens.")
    elif same_person(by=request.person, participant=one, other=other):
        messages.success(request, f"{one} is nu ook te herkennen in {other.case.number}.")
    return back(case)


@case_page("people.change")
@require_POST
def family_link(request: PersonRequest, case: Case) -> HttpResponse:
    """Link a brother or sister (POST `nummer`: the number of their case)."""
    typed = request.POST.get("nummer", "")
    try:
        found = link_family(by=request.person, case=case, number=tidy_number(typed))
    except NotAnother:
        error = (
            "We vinden geen casus van een broer of zus met dit nummer. Een nummer ziet eruit als 2025-007."
        )
        return mensen(request, case, status=422, family_error=error, family_typed=typed[:20])
    messages.success(request, f"{found.young_person} is gekoppeld.")
    return back(case)


@case_page("people.change")
@require_POST
def family_unlink(request: PersonRequest, case: Case) -> HttpResponse:
    """Take a brother or sister away (POST `nummer`); their case stays as it is."""
    found = unlink_family(by=request.person, case=case, number=tidy_number(request.POST.get("nummer", "")))
    if found:
        messages.success(request, f"{found.young_person} is losgekoppeld.")
    return back(case)


@case_page("people.secret")
@require_POST
def secret(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Show what is secret of one person, in this answer only (POST `reason`)."""
    one = get_object_or_404(case.participants.select_related("case"), pk=pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        error = " ".join(str(problem) for problem in form.errors["reason"])
        return mensen(request, case, status=422, secret_asked=one.pk, secret_error=error)
    shown = show_secret(by=request.person, participant=one, reason=form.cleaned_data["reason"])
    return mensen(request, case, secret_asked=one.pk, secret_shown=shown)
