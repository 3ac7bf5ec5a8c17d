"""What other apps show on the overview, and to whom."""

from types import SimpleNamespace
from typing import Any

import pytest

from cases.casefile import sections
from expertteam.access.person import Person


@pytest.fixture
def empty_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "_sections", [])


def case_with(*rights: str) -> Any:
    return SimpleNamespace(rights=frozenset(rights))


def test_sections_stand_in_order_and_only_for_who_may(empty_registry: None, petra: Person) -> None:
    sections.add_section("b.html", lambda person, case: {"n": 2}, "analysis.read", place=40)
    sections.add_section("a.html", lambda person, case: {"n": 1}, "case.read", place=20)
    sections.add_section("c.html", lambda person, case: None, "case.read", place=30)
    shown = sections.sections_for(petra, case_with("case.read", "analysis.read"))
    assert [(one["template"], one["content"]["n"]) for one in shown] == [("a.html", 1), ("b.html", 2)]
    assert [one["template"] for one in sections.sections_for(petra, case_with("case.read"))] == ["a.html"]
