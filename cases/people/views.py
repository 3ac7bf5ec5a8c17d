"""The people around the young person."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest

from .actions import AlreadyThere, HasAnswered, add_participant, change_participant, remove_participant
from .forms import ParticipantForm
from .models import Participant

TAB = "cases:people"


@case_page("case.read", event="people.read")
def people(request: PersonRequest, case: Case) -> HttpResponse:
    """A card for each of them."""
    context = {"case": case, "tabs": tabs_for(case, TAB), "participants": list(case.participants.all())}
    return render(request, "cases/people/people.html", context)


def form_page(
    request: PersonRequest, case: Case, form: ParticipantForm, one: Participant | None
) -> HttpResponse:
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "participant": one}
    return render(request, "cases/people/participant.html", context, status=422 if form.errors else 200)


@case_page("people.change")
def add(request: PersonRequest, case: Case) -> HttpResponse:
    """Add somebody."""
    form = ParticipantForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            added = add_participant(by=request.person, case=case, data=form.data_given())
            messages.success(request, f"{added} staat erbij.")
            return redirect(TAB, case.number)
        except AlreadyThere:
            form.add_error("name", "Deze persoon staat er al in deze rol.")
    return form_page(request, case, form, None)


@case_page("people.change")
def change(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Change what is known of somebody."""
    one = get_object_or_404(case.participants.select_related("case"), pk=pk)
    form = ParticipantForm(request.POST if request.method == "POST" else None, participant=one)
    if form.is_valid():
        try:
            change_participant(by=request.person, participant=one, data=form.data_given())
            messages.success(request, f"De gegevens van {one} zijn bewaard.")
            return redirect(TAB, case.number)
        except AlreadyThere:
            form.add_error("name", "Iemand anders met deze naam heeft deze rol al.")
    return form_page(request, case, form, one)


@case_page("people.change")
@require_POST
def remove(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Take somebody off the list; asking twice is harmless."""
    one = case.participants.select_related("case").filter(pk=pk).first()
    if one:
        take_off(request, one)
    return redirect(TAB, case.number)


def take_off(request: PersonRequest, one: Participant) -> None:
    """Remove somebody and say so, or say why they stay."""
    try:
        remove_participant(by=request.person, participant=one)
    except HasAnswered:
        messages.error(
            request,
            f"{one} heeft geantwoord op de analyse en blijft daarom staan. Trek eerst het antwoord in.",
        )
    else:
        messages.success(request, f"{one} staat er niet meer bij.")
