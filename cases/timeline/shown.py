"""Events and drawings as templates want them."""

from collections.abc import Iterable
from typing import Any

from . import drawn as looks
from .drawn import Drawing
from .lanes import LANES, lane_of
from .models import TimelineEvent
from .moments import period_in_words
from .queries import Timeline
from .retrospect import Marked

LOOKS = {
    "font": looks.FONT, "ink": looks.INK, "muted": looks.MUTED, "line": looks.LINE, "paper": looks.PAPER,
    "ground": looks.GROUND, "labels": looks.LABELS, "stuck": looks.STUCK, "stuck_soft": looks.STUCK_SOFT,
    "attention": looks.ATTENTION,
}  # fmt: skip


def in_lanes(events: Iterable[TimelineEvent]) -> list[TimelineEvent]:
    """The events, each knowing the code and the name of its lane."""
    listed = list(events)
    for event in listed:
        event.lane = lane_of(event.kind)  # type: ignore[attr-defined]
        event.lane_name = LANES[event.lane]  # type: ignore[attr-defined]
    return listed


def drawing_for_page(timeline: Timeline) -> dict[str, Any]:
    """The drawing with the colours its template uses."""
    return shown(timeline.drawing())


def shown(drawing: Drawing) -> dict[str, Any]:
    """A drawing with the colours its template uses."""
    return {"picture": drawing, "looks": LOOKS}


def as_line(event: TimelineEvent) -> str:
    """An event as one line that reads back to it, so that who takes it back need not type it again."""
    parts = [event.text]
    for word, value in (("doel", event.goal), ("resultaat", event.result), ("erbij", event.present)):
        parts += [f"{word} {value}"] if value else []
    by = f", aanbieder {event.provider}" if event.provider else ""
    mark = f", {event.mark}" if event.mark else ""
    source = f", bron {event.source}" if event.source else ""
    period = period_in_words(event.start, event.end, event.ongoing, event.birth)
    return f"{period} {event.kind}: {', '.join(parts)}{by}{mark}{source}"


def marked_rows(marked: Iterable[Marked], events: dict[int, TimelineEvent]) -> list[dict[str, Any]]:
    """Marked moments with the rows behind them: what is told of them, and of what was going on beside them."""
    return [
        {
            "event": events[one.span.key],
            "since": one.since,
            "help": [{"event": events[two.span.key], "is_sure": two.is_sure} for two in one.help],
            "others": [{"event": events[two.span.key], "is_sure": two.is_sure} for two in one.others],
        }
        for one in marked
    ]
