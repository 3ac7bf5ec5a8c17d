"""The lists of Vandaag: every room adds its own, and each has a page with all of it, from the very same rows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from expertteam.access.person import Person

SHOWN = 5
# From this place on a list may wait till later in the day; when it is longer than this it comes folded.
LATER, SHORT = 44, 2
Rows = Callable[[Person, date], QuerySet[Any]]


@dataclass(frozen=True)
class DayList:
    """One list of things that ask for attention today.

    `rows(person, day)` gives them, the most urgent first, and only what the person may see; it must bring along
    (select_related, annotate) whatever the template shows, so that a page asks as many queries for one row as for a
    thousand. `template` shows one row as an `<li>`, with `row`, `day` and `person`, and holds its next step.
    `empty`: what to say when there is nothing; without it the list is left out then.
    """

    key: str
    title: str
    rule: str
    rows: Rows
    template: str
    place: int
    empty: str = ""
    about: str = ""


@dataclass(frozen=True)
class Filled:
    """A list with its first rows and how many there are altogether."""

    of: DayList
    rows: list[Any]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.rows)

    @property
    def folded(self) -> bool:
        """Whether it comes with its title and its number alone, to be opened; on a wide screen it stands open."""
        return self.of.place >= LATER and self.total > SHORT


_lists: list[DayList] = []


def add_list(
    key: str,
    title: str,
    rule: str,
    rows: Rows,
    template: str,
    *,
    place: int,
    empty: str = "",
    about: str = "",
) -> None:
    """Add a list for everybody who has the right `rule` in the team; `place` orders them."""
    _lists.append(DayList(key, title, rule, rows, template, place, empty, about))
    _lists.sort(key=lambda one: one.place)


def all_lists() -> list[DayList]:
    """Every list, in order."""
    return list(_lists)


def list_called(key: str) -> DayList | None:
    return next((one for one in _lists if one.key == key), None)


def lists_for(person: Person, day: date) -> list[Filled]:
    """Every list of this person that has something to say: two queries each, however long it is."""
    filled = [fill(one, person, day) for one in _lists if person.may(one.rule)]
    return [one for one in filled if one.rows or one.of.empty]


def fill(one: DayList, person: Person, day: date) -> Filled:
    """The first rows and their number; nothing is counted of an empty list."""
    rows = one.rows(person, day)
    first = list(rows[:SHOWN])
    return Filled(one, first, rows.count() if first else 0)
