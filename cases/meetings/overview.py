"""What a case says of its meetings: on the overview, in the header, and at the closing."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone

from cases.casefile.header import Warning
from cases.casefile.models import Case
from cases.process.closing import OpenEnd
from expertteam.access.person import Person
from expertteam.ui.dates import long_date

from .queries import items_of


def section_of(person: Person, case: Case) -> dict[str, Any] | None:
    """The coming meeting of this case and the last one; None for a case that never stood on an agenda."""
    items = list(items_of(case)[:12])
    coming = next((one for one in items if one.is_open), None)
    last = next((one for one in items if one.state == "besproken"), None)
    return {"coming": coming, "last": last} if coming or last else None


def open_agenda(case: Case) -> Iterable[OpenEnd]:
    """A case that is closed is not discussed any more: first it goes off the agenda, or the meeting is held."""
    for item in case.agenda_items.still_open():
        day = long_date(timezone.localtime(item.starts_at).date())
        url = reverse("cases:item_guests", args=[case.number, item.pk])
        yield OpenEnd("bijeenkomst", f"Staat op de agenda van {day}", url)


def stakes(case: Case, today: date) -> Iterable[Warning]:
    """Who is kept out because of a stake in the case; for who reads it, so that nobody tells them by accident."""
    address = reverse("cases:case_meetings", args=[case.number])
    return [
        Warning(f"belang: {name} doet niet mee", "attention", address) for _, name in case.who_has_a_stake()
    ]
