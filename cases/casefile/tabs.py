"""The tabs of a case page; other apps add theirs when they start."""

from dataclasses import dataclass

from django.urls import reverse

from .models import Case


@dataclass(frozen=True)
class Tab:
    """One tab: shown to who has the right on this case."""

    label: str
    url_name: str
    rule: str
    place: int


_tabs: list[Tab] = []


def add_tab(label: str, url_name: str, rule: str, *, place: int) -> None:
    """Add a tab; `place` orders them."""
    _tabs.append(Tab(label, url_name, rule, place))
    _tabs.sort(key=lambda tab: tab.place)


def tabs_for(case: Case, current: str) -> list[dict[str, object]]:
    """Tabs of this case for who passed the gate (`case.rights`), each with label, url and whether it is open now."""
    return [
        {
            "label": tab.label,
            "url": reverse(tab.url_name, args=[case.number]),
            "current": tab.url_name == current,
        }
        for tab in _tabs
        if tab.rule in case.rights
    ]
