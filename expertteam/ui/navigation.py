"""What stands in the top bar, and for whom."""

from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True)
class NavEntry:
    """One place in the top bar.

    `rule` is the team-level rule a person needs (None: everybody of the team). `prefix` is the start of the
    paths that belong to this place; without it only the exact address counts as current.
    """

    label: str
    url_name: str
    rule: str | None = None
    prefix: str | None = None


@dataclass(frozen=True)
class NavItem:
    """An entry as it is drawn for one request."""

    label: str
    url: str
    current: bool


ENTRIES: list[NavEntry] = [
    NavEntry("Vandaag", "today"),
    NavEntry("Casussen", "cases:list", rule="case.list", prefix="/casussen/"),
    NavEntry("Bijeenkomsten", "cases:meetings", rule="meeting.read", prefix="/bijeenkomsten/"),
    NavEntry("Aanbieders", "cases:places", rule="provider.read", prefix="/aanbieders/"),
    NavEntry("Monitor", "monitor:years", rule="monitor.read", prefix="/monitor/"),
    NavEntry("Beheer", "management", rule="management.read", prefix="/beheer/"),
]


def url_or_none(name: str) -> str | None:
    """Address of a named page without arguments, or None when that page does not exist."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def items_for(person: Any, path: str) -> list[NavItem]:
    """The entries this person may use, in order; nothing for somebody who is not logged in."""
    if person is None:
        return []
    items = []
    for entry in ENTRIES:
        url = url_or_none(entry.url_name)
        if url is None or (entry.rule is not None and not person.may(entry.rule)):
            continue
        current = path == url or (entry.prefix is not None and path.startswith(entry.prefix))
        items.append(NavItem(entry.label, url, current))
    return items
