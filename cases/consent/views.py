"""Consent of a case: one screen with every purpose and everybody the law asks, and what goes with it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.casefile.gate import case_page
from cases.casefile.models import Case
from cases.casefile.tabs import tabs_for
from expertteam.access.guards import PersonRequest

from .actions import (
    HasWords,
    Recorded,
    add_basis,
    add_parties,
    end_basis,
    record_unreachable,
    record_words,
    remove_party,
    remove_word,
)
from .forms import BasisForm, PartyForm, UnreachableForm, WordsForm
from .page import Page, bases_of, lines_of, page_of
from .queries import standing_of
from .shown import around, suggestions_for
from .situation import ENOUGH, NO

TAB = "cases:consent"


def page_for(case: Case, typed: dict[str, str] | None = None) -> Page:
    """The matrix of this case today."""
    return page_of(standing_of(case), typed)


def show(
    request: PersonRequest,
    case: Case,
    page: Page,
    *,
    words: WordsForm | None = None,
    parties: PartyForm | None = None,
) -> HttpResponse:
    """The page with the forms this person may use; a form that was refused with what was typed."""
    refused = bool((words and words.errors) or (parties and parties.errors))
    if "consent.change" in case.rights:
        words = words or WordsForm(by=request.person)
        parties = parties or PartyForm(suggestions=suggestions_for(case, page))
    context: dict[str, Any] = {
        "case": case,
        "tabs": tabs_for(case, TAB),
        "page": page,
        "form": words,
        "party_form": parties,
        "lines": lines_of(case, case.consents.select_related("participant", "party")),
        "bases": bases_of(case),
        **around(case, page),
    }
    return render(request, "cases/consent/consent.html", context, status=422 if refused else 200)


@case_page("case.read", event="consent.read")
def consent(request: PersonRequest, case: Case) -> HttpResponse:
    """What may be done, of whom something is missing, and what was said."""
    return show(request, case, page_for(case))


@case_page("consent.change")
@require_POST
def write_down(request: PersonRequest, case: Case) -> HttpResponse:
    """Write down what people said: the boxes of the matrix, or yes to everything by one person (POST `alles`)."""
    page = page_for(case, request.POST.dict())
    form = WordsForm(request.POST, by=request.person)
    if form.is_valid():
        words = form.words(page)
        if words or {"alles", "alles_in"} & set(request.POST):
            typed = form.cleaned_data
            done = record_words(by=request.person, case=case, words=words, **typed)
            say(request, done)
            return redirect(TAB, case.number)
        form.add_error(None, "Kies in de tabel wat iemand zegt, of kies ‘alles ja’ bij een naam.")
    return show(request, case, page, words=form)


def say(request: PersonRequest, done: Recorded) -> None:
    """What was stored and what follows from it."""
    if done.new:
        one = "1 antwoord is" if done.new == 1 else f"{done.new} antwoorden zijn"
        messages.success(request, f"{one} opgeschreven.")
    else:
        messages.info(request, "Dit stond er al.")
    say_closed(request, done.closed_to)


def say_closed(request: PersonRequest, closed_to: tuple[str, ...]) -> None:
    """Who can read along no longer."""
    if closed_to:
        names = " en ".join(closed_to)
        messages.warning(request, f"Zonder toestemming om te bespreken leest niet meer mee: {names}.")


@case_page("consent.change")
@require_POST
def remove(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Take away what was written by mistake; asking twice is harmless."""
    found = case.consents.select_related("participant", "party", "case").filter(pk=pk).first()
    if found:
        closed_to = remove_word(by=request.person, consent=found)
        messages.success(request, "Dat antwoord is weggehaald. In de geschiedenis blijft het te zien.")
        say_closed(request, closed_to)
    return redirect(TAB, case.number)


@case_page("consent.change")
@require_POST
def party_add(request: PersonRequest, case: Case) -> HttpResponse:
    """Name with whom to share or from whom to request."""
    page = page_for(case)
    form = PartyForm(request.POST, suggestions=suggestions_for(case, page))
    if not form.is_valid():
        return show(request, case, page, parties=form)
    new = add_parties(
        by=request.person, case=case, names=form.names(), purposes=form.cleaned_data["purposes"]
    )
    messages.success(request, "Het staat erbij. Vraag er nu toestemming voor." if new else "Dit stond er al.")
    return redirect(TAB, case.number)


@case_page("consent.change")
@require_POST
def party_remove(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Take a party off the list; asking twice is harmless."""
    party = case.consent_parties.select_related("case").filter(pk=pk).first()
    if party:
        try:
            remove_party(by=request.person, party=party)
            messages.success(request, f"{party.name} staat er niet meer bij.")
        except HasWords:
            messages.error(
                request, f"Over {party.name} is al iets gezegd of besloten. Daarom blijft het staan."
            )
    return redirect(TAB, case.number)


@case_page("consent.change")
def unreachable(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """Somebody the law asks cannot be reached."""
    person = get_object_or_404(case.participants, pk=pk)
    page = page_for(case)
    may_decide = "consent.decide" in case.rights
    form = UnreachableForm(
        request.POST if request.method == "POST" else None, by=request.person, may_decide=may_decide
    )
    open_rows = [row for row in page.rows for box in row.boxes if is_open(box, str(pk))]
    if form.is_valid():
        about = [row.about for row in open_rows]
        record_unreachable(by=request.person, case=case, participant=person, about=about, **form.given())
        messages.success(request, f"Het staat opgeschreven dat {person.name} niet te bereiken is.")
        return redirect(TAB, case.number)
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form, "one": person, "rows": open_rows}
    return render(request, "cases/consent/unreachable.html", context, status=422 if form.errors else 200)


def is_open(box: Any, key: str) -> bool:
    """Whether this person said nothing about this yet."""
    return bool(box.column.key == key and box.state not in ENOUGH and box.state not in NO)


@case_page("consent.decide")
def basis_add(request: PersonRequest, case: Case) -> HttpResponse:
    """Go on with something on another ground than consent."""
    page = page_for(case)
    missing = [row.key for row in page.rows if row.missing]
    form = BasisForm(
        request.POST if request.method == "POST" else None, by=request.person, rows=page.rows, missing=missing
    )
    if form.is_valid():
        add_basis(by=request.person, case=case, about=form.things(), ground=form.ground())
        messages.success(request, "De grondslag is vastgelegd, met wie het besloot en waarom.")
        return redirect(TAB, case.number)
    context = {"case": case, "tabs": tabs_for(case, TAB), "form": form}
    return render(request, "cases/consent/basis.html", context, status=422 if form.errors else 200)


@case_page("consent.decide")
@require_POST
def basis_end(request: PersonRequest, case: Case, pk: int) -> HttpResponse:
    """The other ground holds no more; asking twice is harmless."""
    basis = case.other_bases.select_related("case", "party").filter(pk=pk).first()
    closed_to = end_basis(by=request.person, basis=basis, day=timezone.localdate()) if basis else None
    if closed_to is not None:
        messages.success(request, "Die grondslag geldt vanaf vandaag niet meer.")
        say_closed(request, closed_to)
    return redirect(TAB, case.number)
