"""What other rooms and apps do when a case was discussed, and what they add to a meeting."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cases.casefile.models import Case
from expertteam.access.person import Person

if TYPE_CHECKING:
    from .models import AgendaItem

Discussed = Callable[[Person, Case, "AgendaItem"], None]
MinutesPart = Callable[[Case, "AgendaItem"], str]

_discussed: list[Discussed] = []


def when_discussed(callback: Discussed) -> None:
    """Call `callback(by, case, item)` in the transaction in which a case is marked «besproken»; once per item."""
    _discussed.append(callback)


def discussed(by: Person, case: Case, item: "AgendaItem") -> None:
    """Tell everybody who wants to know."""
    for callback in _discussed:
        callback(by, case, item)


@dataclass(frozen=True)
class Check:
    """One thing that should be there before a case is discussed.

    `lacks(day)` gives an expression over agenda items that is true when it is missing; it takes no query of its own.
    `text` says so, `next_step` is a verb, `url_name` a page of the case that gets its number (and the key of the item
    when `with_item`); `rule` is the right one needs there, and to hear of it at all.
    """

    key: str
    text: str
    next_step: str
    url_name: str
    rule: str
    lacks: Callable[[Any], Any]
    place: int = 50
    with_item: bool = False


_checks: list[Check] = []


def add_check(check: Check) -> None:
    """Add something that is asked of every case on a coming agenda."""
    _checks.append(check)
    _checks.sort(key=lambda one: one.place)


def all_checks() -> list[Check]:
    return list(_checks)


@dataclass(frozen=True)
class CaseLink:
    """A page of a case that is opened from its conversation: the board, the wall view. `rule`: who sees it."""

    label: str
    url_name: str
    rule: str
    place: int


_links: list[CaseLink] = []


def add_talk_link(label: str, url_name: str, rule: str, *, place: int) -> None:
    """Put a link beside the conversation; its address gets the number of the case. One that is not there is skipped."""
    _links.append(CaseLink(label, url_name, rule, place))
    _links.sort(key=lambda one: one.place)


def talk_links() -> list[CaseLink]:
    return list(_links)


_parts: list[tuple[str, MinutesPart]] = []


def add_minutes_part(title: str, fill: MinutesPart) -> None:
    """Add a part to the minutes: `fill(case, item)` gives plain text, empty for nothing. Frozen with the rest."""
    _parts.append((title, fill))


def minutes_parts() -> list[tuple[str, MinutesPart]]:
    return list(_parts)
