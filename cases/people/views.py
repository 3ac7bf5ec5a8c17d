"""The people around the young person: the page, adding, changing, taking off."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest
from expertteam.audit.actions import record

from .actions import (
    AlreadyThere,
    HasAnswered,
    OtherDirector,
    add_participant,
    change_participant,
    remove_participant,
)
from .forms import ParticipantForm, copied_from
from .known import Known, find_known, known_one, looked_up, rows_elsewhere
from .models import DIRECTOR, Participant
from .page import people_page

TAB = "cases:people"
TAKES_OVER = "{} is nu casusregisseur. Zet een vinkje bij ‘Neemt het over’: dan staat {} hier als eerdere."


def mensen(request: PersonRequest, case: Case, status: int = 200, **more: Any) -> HttpResponse:
    """The page itself, with what an answer adds to it."""
    context = {"case": case, "tabs": tabs_for(case, TAB), **people_page(request.person, case), **more}
    return render(request, "cases/people/people.html", context, status=status)


@case_page("case.read", event="people.read")
def people(request: PersonRequest, case: Case) -> HttpResponse:
    """A card for each of them."""
    return mensen(request, case)


def form_page(
    request: PersonRequest, case: Case, form: ParticipantForm, one: Participant | None, **more: Any
) -> HttpResponse:
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "participant": one, **more}
    context["version"] = version_of(one) if one else ""
    return render(request, "cases/people/participant.html", context, status=422 if form.errors else 200)


def version_of(one: Participant) -> str:
    """Which version of somebody this is; another one after every change."""
    newest = one.history.order_by("-history_id").values_list("history_id", flat=True).first()
    return str(newest or 0)


def complain(form: ParticipantForm, problem: Exception) -> None:
    """Say at the field what is wrong."""
    if isinstance(problem, OtherDirector):
        form.add_error("role", TAKES_OVER.format(*problem.args * 2))
    else:
        form.add_error("name", "Deze persoon staat er al in deze rol.")


@case_page("people.change")
def add(request: PersonRequest, case: Case) -> HttpResponse:
    """Add somebody: typed, or recognised from another case."""
    people = list(case.participants.all())
    if request.method == "POST" and {"zoek", "kies"} & set(request.POST):
        return fill_in(request, case, people)
    form = ParticipantForm(
        request.POST if request.method == "POST" else None, people=people, initial=wanted_role(request)
    )
    known = known_one(request.person, request.POST.get("bekend", ""))
    if form.is_valid():
        try:
            added = add_participant(
                by=request.person, case=case, data=form.data_given(), known=known,
                takes_over=form.cleaned_data["takes_over"],
            )  # fmt: skip
            messages.success(request, f"{added} staat erbij.")
            return redirect(TAB, case.number)
        except (AlreadyThere, OtherDirector) as problem:
            complain(form, problem)
    return form_page(request, case, form, None, known=known)


def wanted_role(request: PersonRequest) -> dict[str, str]:
    """The role that was asked for in the address: only «casusregisseur», a code and no personal data."""
    return {"role": DIRECTOR} if request.GET.get("rol") == DIRECTOR else {}


def fill_in(request: PersonRequest, case: Case, people: list[Participant]) -> HttpResponse:
    """The same form with who was chosen filled in, or with who is known by the typed name beside it."""
    typed = {name: request.POST.get(name, "") for name in ParticipantForm.base_fields}
    typed["speaks_for"] = [int(pk) for pk in request.POST.getlist("speaks_for") if pk.isdecimal()]  # type: ignore[assignment]
    chosen = known_one(request.person, request.POST.get("kies", ""))
    if chosen is None:
        form = ParticipantForm(people=people, initial=typed)
        return form_page(request, case, form, None, found=known_by_name(request, case), searched=True)
    record(request.person, "people.read", case_number=chosen.case.number)
    filled = {**typed, **copied_from(chosen), "role": typed["role"] or copied_from(chosen)["role"]}
    return form_page(request, case, ParticipantForm(people=people, initial=filled), None, known=chosen)


def known_by_name(request: PersonRequest, case: Case) -> list[Known]:
    """Who is known by the name in the form; traced, without that name."""
    found = find_known(request.person, request.POST.get("name", "")[:200].replace("\x00", ""))
    looked_up(request.person, case)
    return found


@case_page("people.change", shows=False)
@require_POST
def known(request: PersonRequest, case: Case) -> HttpResponse:
    """Suggestions while a name is typed; who was seen in another case stands there only for who may see that case."""
    context = {"case": case, "found": known_by_name(request, case), "searched": True}
    return render(request, "cases/people/known.html", context)


@case_page("people.change")
def change(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Change what is known of somebody."""
    one = get_object_or_404(case.participants.select_related("case"), pk=pk)
    people = list(case.participants.all())
    others = rows_elsewhere(request.person, one)
    form = ParticipantForm(
        request.POST if request.method == "POST" else None, people=people, participant=one, elsewhere=others
    )
    if form.is_valid() and not stale(request, form, one):
        try:
            change_participant(
                by=request.person, participant=one, data=form.data_given(),
                takes_over=form.cleaned_data["takes_over"],
                also=others if form.cleaned_data.get("elsewhere") else [],
            )  # fmt: skip
            messages.success(request, f"De gegevens van {one} zijn bewaard.")
            return redirect(TAB, case.number)
        except (AlreadyThere, OtherDirector) as problem:
            complain(form, problem)
    return form_page(request, case, form, one)


def stale(request: PersonRequest, form: ParticipantForm, one: Participant) -> bool:
    """Whether somebody else changed this person since the form was opened; the form then says so."""
    began = request.POST.get("version", "")
    if not began or began == version_of(one):
        return False
    form.add_error(
        None, f"Iemand anders wijzigde {one} net. Kijk of het klopt wat hier staat en bewaar nog eens."
    )
    return True


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
            f"{one} heeft geantwoord op de analyse of over toestemming, en blijft daarom staan. Is {one} niet meer "
            "betrokken? Kies dan ‘Niet meer betrokken’. Was het antwoord een vergissing, trek dat dan eerst in.",
        )
    else:
        messages.success(request, f"{one} staat er niet meer bij.")
