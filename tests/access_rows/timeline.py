"""Tijdlijn."""

from typing import Any

from cases.timeline.models import TimelinePoster
from expertteam.jobs.models import JobStatus
from tests.access_world import World

from .row import CASE_READ, Row, case

CHANGE = "+ + - - - + - - 0 >"

ROWS: dict[str, Row] = {
    "cases:timeline": case(CASE_READ),
    "cases:timeline_back": case(CASE_READ),
    "cases:timeline_poster": case(CASE_READ),
    "cases:timeline_poster_ask": case(CASE_READ, only_post=True),
    "cases:timeline_poster_pdf": case(CASE_READ, pk=lambda w: w.things["poster"].pk),
    "cases:event_add": case(CHANGE, only_post=True),
    "cases:event_line": case(CHANGE, only_post=True),
    "cases:event_understood": case(CHANGE, only_post=True),
    "cases:event_undo": case(CHANGE, only_post=True),
    "cases:timeline_paste": case(CHANGE),
    "cases:event": case(CHANGE, pk=lambda w: w.event.pk),
    "cases:event_remove": case(CHANGE, only_post=True, pk=lambda w: w.event.pk),
}


def furnish(world: World) -> None:
    """A poster that is ready."""
    made: dict[str, Any] = {"case": world.case, "requested_by": world.people["P"].user}  # type: ignore[union-attr]
    world.things["poster"] = TimelinePoster.objects.create(
        fingerprint="x", pdf=b"%PDF-", status=JobStatus.DONE, **made
    )
