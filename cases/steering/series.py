"""Which reminders of a series are due. Pure: days and rows in, days out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .models import ReminderKind, Series

CLOSE = (-1, 0, 1, 3, 5, 7, 10, 14)
ONLY_THE_DAY = (0,)
MOST_DAYS = 60
"""No reminder goes longer before the agreed day, or longer after it."""


@dataclass(frozen=True)
class Slot:
    """A reminder of the series: why, and for which day it was planned."""

    kind: str
    day: date


def days_of(series: str, of_team: Sequence[int]) -> tuple[int, ...]:
    """The days around the agreed day (−3 is three days before) on which a mail goes."""
    chosen = {Series.CLOSE: CLOSE, Series.DAY: ONLY_THE_DAY, Series.NONE: ()}
    return tuple(chosen.get(Series(series), tuple(of_team)))


def slots(due_on: date | None, days: Iterable[int], snoozed_until: date | None = None) -> list[Slot]:
    """Every reminder of an action, the first day first.

    What was planned for before the day until which it is put off is left out: that day itself is the reminder then.
    """
    found = [Slot(kind_of(n), due_on + timedelta(days=n)) for n in days] if due_on else []
    if snoozed_until:
        later = [slot for slot in found if slot.day > snoozed_until]
        found = [Slot(ReminderKind.SNOOZED, snoozed_until), *later]
    return sorted(found, key=lambda slot: slot.day)


def kind_of(offset: int) -> str:
    if offset == 0:
        return ReminderKind.ON_THE_DAY
    return ReminderKind.BEFORE if offset < 0 else ReminderKind.AFTER


def due(planned: Iterable[Slot], sent: Iterable[Slot], *, made_on: date, day: date) -> list[Slot]:
    """What has to go on `day`: planned for then or earlier, not sent, and not from before it was agreed.

    Several missed ones make one mail; a reminder «before» is of no use once the day itself has come, so it goes along
    with the next.
    """
    gone = set(sent)
    return [slot for slot in planned if made_on <= slot.day <= day and slot not in gone]
