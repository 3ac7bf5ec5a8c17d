"""Uren."""

from datetime import date

from cases.hours.models import HourEntry
from tests.access_world import World

from .row import CASE_READ, ONLY_P, Row, case


def furnish(world: World) -> None:
    """Hours of Petra."""
    petra = world.people["P"]
    assert petra
    world.things["hours"] = HourEntry.objects.create(
        case=world.case, user=petra.user, day=date(2026, 3, 1), minutes=90, entered_by=petra.user
    )


def entry(world: World) -> int:
    return world.things["hours"].pk  # type: ignore[no-any-return]


ROWS: dict[str, Row] = {
    "cases:hours": case(CASE_READ),
    "cases:hour_add": case(CASE_READ, only_post=True, data=lambda w: {"line": "1 u"}),
    "cases:hour_confirm": case(CASE_READ, only_post=True, data=lambda w: {"origin": "x", "key": "1"}),
    "cases:hour_dismiss": case(CASE_READ, only_post=True, data=lambda w: {"origin": "x", "key": "1"}),
    "cases:hour": case(ONLY_P, pk=entry),
    "cases:hour_remove": case(ONLY_P, only_post=True, pk=entry),
}
