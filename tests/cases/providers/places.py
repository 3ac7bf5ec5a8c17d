"""Makers of providers and places, through the same actions as the application."""

from itertools import count
from typing import Any

from cases.providers.actions import PlaceData, ProviderData, add_place, add_provider
from cases.providers.models import Place
from expertteam.access.person import Person

_counter = count(1)


def make_place(by: Person, name: str = "", *, provider: str = "Het Anker", **given: Any) -> Place:
    """A place of a provider of the person's team; a gezinshuis in Midden-Groningen for 12 to 18 unless said."""
    owner = add_provider(by=by, data=ProviderData(provider))
    values = {"stay": "gezinshuis", "municipality": "GM1952", "age_from": 12, "age_to": 18, **given}
    return add_place(by=by, provider=owner, data=PlaceData(name or f"Plek {next(_counter)}", **values))
