"""Plek zoeken."""

from datetime import date

from analysis.matching.actions import Asking, ask
from cases.providers.actions import PlaceData, ProviderData, add_place, add_provider
from tests.access_world import World

from .row import ANALYSIS_READ, Row, case

#                 P E e Z C S B L F V
MATCHING_CHANGE = "+ - - + - - - - 0 >"


def furnish(world: World) -> None:
    """A place that was asked for the case."""
    petra = world.people["P"]
    assert petra
    provider = add_provider(by=petra, data=ProviderData("De Brug"))
    place = add_place(by=petra, provider=provider, data=PlaceData("Het Erf", "gezinshuis"))
    world.things["asked_place"] = place
    world.things["attempt"] = ask(by=petra, case=world.case, place=place, data=Asking(date(2026, 11, 2)))


def candidate(world: World) -> int:
    return world.case.candidates.get().pk


def attempt(world: World) -> int:
    return world.things["attempt"].pk


ROWS: dict[str, Row] = {
    "analysis:matching": case(ANALYSIS_READ),
    "analysis:matching_add": case(
        MATCHING_CHANGE, only_post=True, data=lambda w: {"plek": w.things["asked_place"].pk}
    ),
    "analysis:matching_candidate": case(MATCHING_CHANGE, pk=candidate),
    "analysis:matching_drop": case(MATCHING_CHANGE, only_post=True, pk=candidate),
    "analysis:matching_ask": case(MATCHING_CHANGE, place=lambda w: w.things["asked_place"].pk),
    "analysis:attempt_name": case(MATCHING_CHANGE, only_post=True, pk=attempt),
    "analysis:attempt_forget": case(MATCHING_CHANGE, only_post=True, pk=attempt),
    "analysis:attempt_answer": case(MATCHING_CHANGE, pk=attempt, what=lambda w: "geweigerd"),
}
