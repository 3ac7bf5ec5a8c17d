"""Keeping what providers and their places really offer."""

from dataclasses import asdict, dataclass, field, fields
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from cases.casefile.text import folded
from expertteam.access.person import Person
from expertteam.accounts.models import Team
from expertteam.audit.actions import record

from .models import Place, Provider, RefusalTally


@dataclass(frozen=True)
class ProviderData:
    """A provider as typed."""

    name: str
    phone: str = ""
    email: str = ""
    note: str = ""


@dataclass(frozen=True)
class PlaceData:
    """A place as typed; lists hold codes, see `Place`. `waiting_weeks` counts from the day it is written down."""

    name: str
    stay: str
    municipality: str = ""
    town: str = ""
    age_from: int | None = None
    age_to: int | None = None
    climate_yes: list[str] = field(default_factory=list)
    climate_no: list[str] = field(default_factory=list)
    climate_words: dict[str, str] = field(default_factory=dict)
    conditions: list[str] = field(default_factory=list)
    conditions_missing: list[str] = field(default_factory=list)
    says_excludes: list[str] = field(default_factory=list)
    does_exclude: list[str] = field(default_factory=list)
    does_accept: list[str] = field(default_factory=list)
    exclusion_words: str = ""
    waiting_weeks: int | None = None
    contact_name: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    note: str = ""


class NameTaken(ValueError):
    """Something else in the team already has this name."""


class ChangedMeanwhile(ValueError):
    """Somebody else changed it since the form was opened."""


def same(row: Provider | Place, data: ProviderData | PlaceData) -> bool:
    """Whether the row already says what was typed."""
    return all(getattr(row, one.name) == getattr(data, one.name) for one in fields(data))


@transaction.atomic
def add_provider(*, by: Person, data: ProviderData) -> Provider:
    """Add a provider; the very same again (a double click) adds nothing. NameTaken when it is another one."""
    Team.objects.select_for_update().get(pk=by.team.pk)
    there = Provider.objects.filter(team=by.team, name__iexact=data.name).first()
    if there is not None:
        if same(there, data):
            return there
        raise NameTaken
    provider = Provider.objects.create(team=by.team, **asdict(data))
    record(by, "provider.changed", details={"provider": provider.pk})
    return provider


@transaction.atomic
def change_provider(*, by: Person, provider: Provider, data: ProviderData, version: int) -> bool:
    """Change a provider; False when nothing is new. NameTaken, ChangedMeanwhile."""
    Team.objects.select_for_update().get(pk=by.team.pk)
    provider = Provider.objects.select_for_update().get(pk=provider.pk)
    if same(provider, data):
        return False
    if provider.version != version:
        raise ChangedMeanwhile
    namesakes = Provider.objects.filter(team=provider.team_id, name__iexact=data.name)
    if namesakes.exclude(pk=provider.pk).exists():
        raise NameTaken
    fill(provider, asdict(data))
    for place in provider.places.all():
        Place.objects.filter(pk=place.pk).update(search_text=search_text(provider, place.name, place.town))
    record(by, "provider.changed", details={"provider": provider.pk})
    return True


@transaction.atomic
def add_place(*, by: Person, provider: Provider, data: PlaceData) -> Place:
    """Add a place, checked today; the very same again adds nothing. NameTaken when the provider has another one."""
    provider = Provider.objects.select_for_update().get(pk=provider.pk)
    there = provider.places.filter(name__iexact=data.name).first()
    if there is not None:
        if same(there, data):
            return there
        raise NameTaken
    place = Place.objects.create(
        provider=provider,
        search_text=search_text(provider, data.name, data.town),
        waiting_checked_on=None if data.waiting_weeks is None else timezone.localdate(),
        **checked(by),
        **asdict(data),
    )
    record(by, "provider.changed", details={"place": place.pk})
    return place


@transaction.atomic
def change_place(*, by: Person, place: Place, data: PlaceData, version: int) -> bool:
    """Change what is known of a place; who does so has checked it. False when nothing is new.

    NameTaken, ChangedMeanwhile.
    """
    Provider.objects.select_for_update().get(pk=place.provider_id)
    place = locked(place)
    if same(place, data):
        return False
    if place.version != version:
        raise ChangedMeanwhile
    namesakes = Place.objects.filter(provider=place.provider_id, name__iexact=data.name)
    if namesakes.exclude(pk=place.pk).exists():
        raise NameTaken
    if data.waiting_weeks != place.waiting_weeks:
        place.waiting_checked_on = None if data.waiting_weeks is None else timezone.localdate()
    place.search_text = search_text(place.provider, data.name, data.town)
    fill(place, {**asdict(data), **checked(by)})
    record(by, "provider.changed", details={"place": place.pk})
    return True


@transaction.atomic
def confirm_place(*, by: Person, place: Place) -> bool:
    """Everything that is known of a place, waiting time included, is still true today; False when that is known."""
    place, today = locked(place), timezone.localdate()
    if (place.checked_on, place.checked_by_id) == (today, by.user.pk):
        return False
    if place.waiting_weeks is not None:
        place.waiting_checked_on = today
    fill(place, checked(by))
    record(by, "provider.checked", details={"place": place.pk})
    return True


@transaction.atomic
def stop_place(*, by: Person, place: Place, stopped: bool) -> bool:
    """A place is no longer there, or is there again; False when that is known."""
    place = locked(place)
    if (place.stopped_on is not None) == stopped:
        return False
    fill(place, {"stopped_on": timezone.localdate() if stopped else None})
    record(by, "provider.changed", details={"place": place.pk})
    return True


@transaction.atomic
def count_refusal(*, place: Place, year: int, reason: str, exclusion: str, by_how_many: int) -> None:
    """Count a refusal (1), or take one back that was written down wrongly (-1). Holds no link with any case."""
    tally, _ = RefusalTally.objects.get_or_create(
        team=place.provider.team, place=place, year=year, reason=reason, exclusion=exclusion
    )
    RefusalTally.objects.filter(pk=tally.pk).update(count=F("count") + by_how_many)


def locked(place: Place) -> Place:
    return Place.objects.select_for_update(of=("self",)).select_related("provider").get(pk=place.pk)


def checked(by: Person) -> dict[str, Any]:
    """Who checked it, today."""
    return {"checked_on": timezone.localdate(), "checked_by": by.user}


def fill(row: Provider | Place, values: dict[str, Any]) -> None:
    """Store values in a row and count its version up."""
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    row.save()


def search_text(provider: Provider, name: str, town: str) -> str:
    """What the list searches in, without capitals and accents."""
    return folded(f"{provider.name} {name} {town}")


def known(row: Provider | Place, kind: type[ProviderData] | type[PlaceData]) -> dict[str, Any]:
    """What is known of a provider or place, as a form shows it."""
    return {one.name: getattr(row, one.name) for one in fields(kind)}
