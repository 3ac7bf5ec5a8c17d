"""Who is on a board and where: everybody once, idle after two minutes, gone with their page."""

from collections.abc import Iterable

import pytest

from analysis.live.announcing import Presence, read_presence, read_step
from analysis.live.presence import (
    BELIEVED_FOR,
    IDLE_AFTER,
    MOST_TABS,
    TYPING_FOR,
    People,
    as_seen_by,
    initials,
)

NAMES = {1: "Petra Nijboer", 2: "Emre Kaya", 3: "Åsa"}


def names(users: Iterable[int]) -> dict[int, str]:
    return {pk: NAMES[pk] for pk in users if pk in NAMES}


def here(user: int, tab: str, where: str = "", **given: bool) -> Presence:
    return Presence(9, user, tab, where, **given)


@pytest.mark.parametrize(
    ("name", "short"),
    [("Emre Kaya", "EK"), ("Petra de Vries-Nijboer", "PV"), ("åsa", "Å"), ("", ""), ("محمد علي", "مع")],
)
def test_initials(name: str, short: str) -> None:
    assert initials(name) == short


def test_an_open_page_is_somebody(petra: None = None) -> None:
    people = People()
    people.opened("p", 1, 0)
    people.opened("e", 2, 0)
    told = people.told(names, 1)
    assert [(one["name"], one["initials"], one["where"]) for one in told] == [
        ("Emre Kaya", "EK", ""), ("Petra Nijboer", "PN", ""),
    ]  # fmt: skip
    assert [one["you"] for one in as_seen_by(told, 1)["people"]] == [False, True]
    people.closed("p")
    assert [one["id"] for one in people.told(names, 1)] == [2]


def test_where_somebody_types_and_when_that_is_over() -> None:
    people = People()
    people.opened("e", 2, 0)
    people.heard(here(2, "e", "kaartje-12", typing=True), 10)
    assert people.told(names, 11)[0]["typing"] and people.told(names, 11)[0]["where"] == "kaartje-12"
    assert not people.told(names, 10 + TYPING_FOR)[0]["typing"]
    late = people.told(names, 10 + IDLE_AFTER)[0]
    assert late["idle"] and late["where"] == ""


def test_two_pages_of_one_person_are_one_person_where_they_were_last() -> None:
    people = People()
    people.opened("one", 2, 0)
    people.opened("two", 2, 1)
    people.heard(here(2, "one", "kaartje-1"), 5)
    assert [one["where"] for one in people.told(names, 6)] == ["kaartje-1"]
    people.heard(here(2, "two", "kaartje-2"), 7)
    assert [one["where"] for one in people.told(names, 8)] == ["kaartje-2"]


def test_a_page_of_another_process_is_believed_for_a_while() -> None:
    people = People()
    people.heard(here(2, "elsewhere", active=False), 0)
    people.forget_silent(BELIEVED_FOR - 1)
    assert people.told(names, 1)
    people.heard(here(2, "elsewhere", active=False), BELIEVED_FOR - 1)
    people.forget_silent(BELIEVED_FOR + 1)
    assert people.told(names, BELIEVED_FOR + 1)
    people.heard(here(2, "elsewhere", away=True), BELIEVED_FOR + 2)
    assert people.told(names, BELIEVED_FOR + 2) == []


def test_nobody_speaks_for_the_page_of_another() -> None:
    people = People()
    people.opened("e", 2, 0)
    people.heard(here(1, "e", "kaartje-1", typing=True), 1)
    people.heard(here(1, "e", away=True), 2)
    assert [(one["id"], one["where"]) for one in people.told(names, 3)] == [(2, "")]


def test_what_processes_tell_each_other_comes_through_and_holds_no_words() -> None:
    said = here(2, "e" * 36, "kaartje-nieuw-in_stand_houdend", typing=True)
    assert read_presence(said.as_payload()) == said
    assert len(said.as_payload()) < 300
    assert read_step("12:34") == (12, 34)
    for wrong in ("", "x:1", "{}", "[]"):
        with pytest.raises((ValueError, TypeError)):
            read_step(wrong)
        with pytest.raises((ValueError, TypeError)):
            read_presence(wrong)


def test_invented_pages_do_not_fill_the_memory() -> None:
    people = People()
    for one in range(MOST_TABS + 50):
        people.heard(here(1, f"t{one}"), 0)
    people.heard(here(2, "e"), 0)
    assert len(people.tabs) == MOST_TABS + 1
    people.opened("echt", 1, 0)
    assert people.tabs["echt"].open_here, "a stream that is there always counts"
