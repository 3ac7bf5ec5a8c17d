"""Aanbieders en plekken."""

from cases.providers.actions import PlaceData, ProviderData, add_place, add_provider
from tests.access_world import World

from .row import Row

#                P E e Z C S B L F V
PROVIDER_READ = "+ - - + + - - - + >"
PROVIDER_CHANGE = "+ - - + - - - - + >"
OWN_READ = "+ - - + + - - - 0 >"
OWN_CHANGE = "+ - - + - - - - 0 >"


def furnish(world: World) -> None:
    """A provider with a place."""
    petra = world.people["P"]
    assert petra
    provider = add_provider(by=petra, data=ProviderData("Het Anker"))
    world.things["provider"] = provider
    world.things["place"] = add_place(
        by=petra, provider=provider, data=PlaceData("De Boerderij", "gezinshuis")
    )


def provider(world: World) -> int:
    return world.things["provider"].pk


def place(world: World) -> int:
    return world.things["place"].pk


ROWS: dict[str, Row] = {
    "cases:places": Row(PROVIDER_READ),
    "cases:places_search": Row(PROVIDER_READ, only_post=True, data=lambda w: {"q": "Anker"}),
    "cases:refusals": Row(PROVIDER_READ),
    "cases:provider_add": Row(PROVIDER_CHANGE),
    "cases:provider": Row(OWN_READ, pk=provider),
    "cases:provider_change": Row(OWN_CHANGE, pk=provider),
    "cases:place_add": Row(OWN_CHANGE, pk=provider),
    "cases:place": Row(OWN_READ, pk=place),
    "cases:place_change": Row(OWN_CHANGE, pk=place),
    "cases:place_confirm": Row(OWN_CHANGE, only_post=True, pk=place),
    "cases:place_stop": Row(OWN_CHANGE, only_post=True, pk=place),
}
