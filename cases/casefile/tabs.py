"""The tabs of a case page, and the second row under one of them; rooms and other apps add theirs when they start."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from .models import Case


@dataclass(frozen=True)
class Tab:
    """One tab: shown to who has the right on this case. `under` is the address of the tab it belongs to."""

    label: str
    url_name: str
    rule: str
    place: int
    under: str = ""


_tabs: list[Tab] = []


def add_tab(label: str, url_name: str, rule: str, *, place: int, under: str = "", first: str = "") -> None:
    """Add a tab; `place` orders them.

    `under` puts it in the second row of the tab with that address. A tab that has a second row stands in it as well,
    in front, under the name `first`.
    """
    _tabs.append(Tab(label, url_name, rule, place, under))
    if first:
        _tabs.append(Tab(first, url_name, rule, 0, under=url_name))
    _tabs.sort(key=lambda tab: tab.place)


def all_tabs() -> list[Tab]:
    """Every tab of both rows."""
    return list(_tabs)


def tabs_for(case: Case, current: str) -> list[dict[str, Any]]:
    """Tabs of this case for who passed the gate (`case.rights`).

    Each has label, url, whether it is open now, and `below`: the tabs of its second row, for the one that is open.
    """
    mine = [tab for tab in _tabs if tab.rule in case.rights]
    top = next((tab.under for tab in mine if tab.url_name == current and tab.under), current)
    below = [shown(case, tab, current) for tab in mine if tab.under and tab.under == top]
    first_row = [shown(case, tab, top) for tab in mine if not tab.under]
    return [{**tab, "below": below if tab["current"] and len(below) > 1 else []} for tab in first_row]


def shown(case: Case, tab: Tab, current: str) -> dict[str, Any]:
    """What the template needs of one tab."""
    url = reverse(tab.url_name, args=[case.number])
    return {"label": tab.label, "url": url, "current": tab.url_name == current}
