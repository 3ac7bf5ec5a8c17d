"""Filters and orders of the list as things to draw: every choice is an address, so that it works without script."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from .listing import FILTERS, SORTS, Asked, Options

LAST_PAGE = 100_000


@dataclass(frozen=True)
class Choice:
    """One line of a menu."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class Chip:
    """A filter: a menu while nothing is chosen, else what was chosen and the address without it."""

    label: str
    chosen: str
    without: str
    choices: list[Choice]


def address(query: QueryDict, **changes: str) -> str:
    """The query with some parameters changed (an empty text takes one away), back on the first page."""
    changed = query.copy()
    for name, value in {"pagina": "", **changes}.items():
        changed.pop(name, None)
        if value:
            changed[name] = value
    return f"?{changed.urlencode()}"


def chip_of(query: QueryDict, param: str, label: str, chosen: str, options: Options) -> Chip:
    """The chip of one filter, with an address for everything that can be chosen."""
    choices = [Choice(text, address(query, **{param: value})) for value, text in options]
    return Chip(label, dict(options).get(chosen, ""), address(query, **{param: ""}), choices)


def filter_chips(query: QueryDict, asked: Asked, options: dict[str, Options]) -> list[Chip]:
    """A chip per filter; one that offers nothing to choose is left out."""
    given = [(one, asked.chosen.get(one.param, ""), options[one.param]) for one in FILTERS]
    return [
        chip_of(query, one.param, one.label, chosen, offered)
        for one, chosen, offered in given
        if chosen or len(offered) > 1
    ]


def switches(query: QueryDict, asked: Asked) -> list[Choice]:
    """What is on or off: only open cases, and only those that count in the monitor."""
    return [
        Choice("Alleen open", address(query, open="" if asked.only_open else "1"), asked.only_open),
        Choice("Telt mee", address(query, telt="" if asked.only_counted else "1"), asked.only_counted),
    ]


def sort_choices(query: QueryDict, asked: Asked) -> list[Choice]:
    """The orders; the one that needs no word in the address comes first."""
    codes = {"": "Best passend eerst"} if asked.term else {}
    codes |= {code: text for code, (text, _) in SORTS.items()}
    return [Choice(text, address(query, sorteer=code), code == asked.sort) for code, text in codes.items()]


def page_number(query: Mapping[str, str]) -> int:
    """Which page was asked; the first for anything that is no number."""
    asked = query.get("pagina", "")
    return min(int(asked), LAST_PAGE) if asked.isdecimal() and len(asked) < 9 and int(asked) else 1


def neighbours(query: QueryDict, page: int, has_next: bool) -> dict[str, str]:
    """Addresses of the page before and after, where they exist."""
    before = address(query, pagina=str(page - 1)) if page > 1 else ""
    after = address(query, pagina=str(page + 1)) if has_next else ""
    return {"previous_url": before, "next_url": after, "first_url": address(query), "text": f"Pagina {page}"}
