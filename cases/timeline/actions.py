"""Writing down what happened in a life."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.actions import record
from expertteam.ui.dates import VagueDate, long_date

from .models import TimelineEvent


@dataclass(frozen=True)
class EventData:
    """One event as typed; `kind` is a code of question `gebeurtenis_soort`, `mark` one of `markering`."""

    kind: str
    start: VagueDate
    text: str
    end: VagueDate | None = None
    mark: str = ""
    provider: str = ""
    result: str = ""


MOST_YEARS_AHEAD = 2


def out_of_life(moment: VagueDate, birth: date, today: date) -> str:
    """Why something cannot have happened then, in words: long before birth, or too far ahead; else an empty text."""
    last = moment.last_day
    if (last.year + 1, last.month, last.day) < (birth.year, birth.month, birth.day):
        return f"Dit ligt meer dan een jaar voor de geboorte ({long_date(birth)}). Kijk het jaar nog eens na."
    ahead = (today.year + MOST_YEARS_AHEAD, today.month, today.day)
    if (moment.date.year, moment.date.month, moment.date.day) > ahead:
        return f"Dit ligt meer dan {MOST_YEARS_AHEAD} jaar in de toekomst. Kijk het jaar nog eens na."
    return ""


class EndsBeforeStart(ValueError):
    """The end lies before the beginning, however vague both are."""


def moments(start: VagueDate, end: VagueDate | None) -> dict[str, Any]:
    """Start and end as they are stored; EndsBeforeStart when they cannot be.

    A vague end holds the beginning when that lies in the same year or month: «mei 2012 tot 2012».
    """
    last = end.date if end else None
    if end and last and last < start.date:
        same_year = end.precision == "year" and last.year == start.date.year
        same_month = end.precision == "month" and (last.year, last.month) == (
            start.date.year,
            start.date.month,
        )
        if not (same_year or same_month):
            raise EndsBeforeStart
        last = start.date
    return {
        "starts_on": start.date,
        "starts_precision": start.precision,
        "ends_on": last,
        "ends_precision": end.precision if end else "",
    }


@transaction.atomic
def add_event(*, by: Person, case: Case, data: EventData) -> TimelineEvent:
    """Add an event; the very same again (a double click) adds nothing."""
    Case.objects.select_for_update().get(pk=case.pk)
    event, created = TimelineEvent.objects.get_or_create(case=case, **stored(data))
    if created:
        record(by, "timeline.changed", case_number=case.number)
    return event


def stored(data: EventData) -> dict[str, Any]:
    """An event as its row holds it."""
    return {
        "kind": data.kind, "text": data.text, "mark": data.mark, "provider": data.provider, "result": data.result,
        **moments(data.start, data.end),
    }  # fmt: skip


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
