"""Pages of one provider and of one place."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from expertteam.access.guards import PersonRequest, page
from expertteam.audit.actions import record
from expertteam.ui.versioned import VersionedForm

from .actions import (
    ChangedMeanwhile,
    NameTaken,
    add_place,
    add_provider,
    change_place,
    change_provider,
    confirm_place,
    stop_place,
)
from .forms import PlaceForm, ProviderForm
from .models import Place, Provider
from .queries import changes_of, places_of, refusals_of
from .shown import ShownPlace

NAME_TAKEN = "Deze naam staat er al. Zoek hem op in de lijst, of geef een andere naam."
MEANWHILE = (
    "Intussen wijzigde een ander dit ook. Wat jij typte staat hieronder nog. Open de pagina in een tweede tabblad "
    "om te zien wat er veranderde, en bewaar dan opnieuw."
)


def the_provider(request: PersonRequest, pk: int) -> Provider:
    return get_object_or_404(Provider, team=request.person.team, pk=pk)


def the_place(request: PersonRequest, pk: int) -> Place:
    return get_object_or_404(places_of(request.person), pk=pk)


def form_page(request: PersonRequest, form: VersionedForm, **context: Any) -> HttpResponse:
    status = 422 if form.errors else 200
    if request.method == "GET":
        record(request.person, "provider.read")
    return render(request, "cases/providers/form.html", {"form": form, **context}, status=status)


@page("provider.read")
def provider_page(request: PersonRequest, pk: int) -> HttpResponse:
    """A provider with its places."""
    provider, day = the_provider(request, pk), timezone.localdate()
    record(request.person, "provider.read", details={"provider": provider.pk})
    rows = provider.places.select_related("provider", "checked_by").order_by("stopped_on", "name")
    shown = [ShownPlace(place, day) for place in rows]
    context = {
        "provider": provider,
        "running": [one for one in shown if one.place.stopped_on is None],
        "stopped": [one for one in shown if one.place.stopped_on],
        "may_change": request.person.may("provider.change"),
    }
    return render(request, "cases/providers/provider.html", context)


@page("provider.change")
def add_provider_page(request: PersonRequest) -> HttpResponse:
    """A new provider; its first place comes next."""
    form = ProviderForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            provider = add_provider(by=request.person, data=form.data_given())
        except NameTaken:
            form.add_error("name", NAME_TAKEN)
        else:
            messages.success(request, "De aanbieder staat erbij. Welke plek hebben zij?")
            return redirect("cases:place_add", provider.pk)
    return form_page(request, form, title="Nieuwe aanbieder", button="Aanbieder opslaan")


@page("provider.change")
def change_provider_page(request: PersonRequest, pk: int) -> HttpResponse:
    """Change what is known of a provider."""
    provider = the_provider(request, pk)
    form = ProviderForm(request.POST if request.method == "POST" else None, provider=provider)
    if form.is_valid():
        try:
            change_provider(
                by=request.person, provider=provider, data=form.data_given(), version=form.version_seen()
            )
        except NameTaken:
            form.add_error("name", NAME_TAKEN)
        except ChangedMeanwhile:
            provider.refresh_from_db(fields=["version"])
            form.overtaken(provider.version, MEANWHILE)
        else:
            messages.success(request, "De aanbieder is bewaard.")
            return redirect("cases:provider", provider.pk)
    return form_page(request, form, title="Aanbieder wijzigen", button="Aanbieder opslaan", provider=provider)


@page("provider.read")
def place_page(request: PersonRequest, pk: int) -> HttpResponse:
    """Everything that is known of one place, and what changed in it."""
    place, day = the_place(request, pk), timezone.localdate()
    record(request.person, "provider.read", details={"place": place.pk})
    context = {
        "shown": ShownPlace(place, day),
        "place": place,
        "told": changes_of(place),
        "refusals": refusals_of(place) if request.person.may("refusals.read") else [],
        "may_change": request.person.may("provider.change"),
    }
    return render(request, "cases/providers/place.html", context)


@page("provider.change")
def add_place_page(request: PersonRequest, pk: int) -> HttpResponse:
    """A new place of a provider."""
    provider = the_provider(request, pk)
    data = request.POST if request.method == "POST" else None
    form = PlaceForm(data, team=request.person.team)
    if form.is_valid():
        try:
            place = add_place(by=request.person, provider=provider, data=form.data_given())
        except NameTaken:
            form.add_error("name", NAME_TAKEN)
        else:
            messages.success(request, "De plek staat erbij.")
            return redirect("cases:place", place.pk)
    return form_page(request, form, title="Nieuwe plek", button="Plek opslaan", provider=provider)


@page("provider.change")
def change_place_page(request: PersonRequest, pk: int) -> HttpResponse:
    """Change what is known of a place."""
    place = the_place(request, pk)
    data = request.POST if request.method == "POST" else None
    form = PlaceForm(data, team=request.person.team, place=place)
    if form.is_valid():
        try:
            change_place(by=request.person, place=place, data=form.data_given(), version=form.version_seen())
        except NameTaken:
            form.add_error("name", NAME_TAKEN)
        except ChangedMeanwhile:
            place.refresh_from_db(fields=["version"])
            form.overtaken(place.version, MEANWHILE)
        else:
            messages.success(request, "De plek is bewaard.")
            return redirect("cases:place", place.pk)
    context = {"provider": place.provider, "place": place}
    return form_page(request, form, title="Plek wijzigen", button="Plek opslaan", **context)


@page("provider.change")
@require_POST
def confirm(request: PersonRequest, pk: int) -> HttpResponse:
    """It is all still true today."""
    place = the_place(request, pk)
    confirm_place(by=request.person, place=place)
    messages.success(request, f"Genoteerd: {place} klopt nog, vandaag nagegaan.")
    return redirect("cases:place", place.pk)


@page("provider.change")
@require_POST
def stop(request: PersonRequest, pk: int) -> HttpResponse:
    """A place is no longer there (POST `gestopt` is 1), or is there again."""
    place, stopped = the_place(request, pk), request.POST.get("gestopt") == "1"
    stop_place(by=request.person, place=place, stopped=stopped)
    messages.success(request, f"{place} staat op gestopt." if stopped else f"{place} staat weer in de lijst.")
    return redirect("cases:place", place.pk)
