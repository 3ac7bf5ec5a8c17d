"""Writing down what happened in a life."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from django.db import transaction
from simple_history.utils import bulk_create_with_history

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .line import EventData
from .models import TimelineEvent
from .moments import moments


@transaction.atomic
def add_event(*, by: Person, case: Case, data: EventData) -> tuple[TimelineEvent, bool]:
    """Add an event, and say whether it is new; the very same again (a double click) adds nothing."""
    Case.objects.select_for_update().get(pk=case.pk)
    event, created = TimelineEvent.objects.get_or_create(case=case, **stored(data))
    if created:
        record(by, "timeline.changed", case_number=case.number)
    return event, created


def stored(data: EventData) -> dict[str, Any]:
    """An event as its row holds it. Raises EndsBeforeStart."""
    row = asdict(data)
    del row["start"], row["end"]
    return {**row, **moments(data.start, data.end)}


@transaction.atomic
def add_events(*, by: Person, case: Case, events: Iterable[EventData]) -> list[TimelineEvent]:
    """Add many at once and return the new ones; what is there already, or twice among them, is added once."""
    Case.objects.select_for_update().get(pk=case.pk)
    known = {fingerprint(row) for row in case.timeline.values()}
    new: list[TimelineEvent] = []
    for row in map(stored, events):
        if fingerprint(row) not in known:
            known.add(fingerprint(row))
            new.append(TimelineEvent(case=case, **row))
    if new:
        bulk_create_with_history(new, TimelineEvent, default_user=by.user)
        record(by, "timeline.imported", case_number=case.number, details={"count": len(new)})
    return new


def fingerprint(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """What makes a row the same event; takes the values of a row and of `stored`."""
    return tuple(row[name] for name in SAME)


SAME = (
    "kind", "text", "starts_on", "starts_precision", "ends_on", "ends_precision", "ongoing", "mark", "provider", "goal",
    "result", "present", "source",
)  # fmt: skip


@transaction.atomic
def change_event(*, by: Person, event: TimelineEvent, data: EventData) -> bool:
    """Change an event; False when nothing is new."""
    changed = {name: value for name, value in stored(data).items() if getattr(event, name) != value}
    for name, value in changed.items():
        setattr(event, name, value)
    if changed:
        event.save()
        record(by, "timeline.changed", case_number=event.case.number)
    return bool(changed)


@transaction.atomic
def remove_event(*, by: Person, event: TimelineEvent) -> None:
    """Take an event off the timeline; the history keeps it."""
    number = event.case.number
    event.delete()
    record(by, "timeline.changed", case_number=number)


@transaction.atomic
def take_back(*, by: Person, case: Case, pks: Iterable[int]) -> int:
    """Take what was just added off again, all of it in one go; how many were still there."""
    events = list(case.timeline.filter(pk__in=list(pks)))
    for event in events:
        event.delete()
    if events:
        record(by, "timeline.changed", case_number=case.number)
    return len(events)
