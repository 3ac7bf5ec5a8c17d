"""Every combination of age, authority and answer against the rules (domain.md, «Toestemming»)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cases.consent.purposes import Purpose
from cases.consent.rules import YOUNG_PERSON, Around
from cases.consent.situation import Said, Situation, State, asked_of, judge

from .situations import (
    ANJA,
    BACK,
    BEFORE,
    GRANDMOTHER,
    GUARDIAN,
    HENK,
    LEFT,
    NAMELESS_GUARDIAN,
    NO,
    NO_AUTHORITY,
    NOT_KNOWN,
    PARTY,
    SHARES,
    SHARES_TOO,
    SILENT,
    TODAY,
    YES,
    basis,
    born,
    outcome,
    own,
    said,
    situation,
)

LATER = BEFORE + timedelta(days=30)
YOUNG, ASKED, SELF, GROWN = 10, 14, 16, 18

AUTHORITY: list[tuple[str, tuple[Around, ...], list[str]]] = [
    ("nobody", (), [""]),
    ("one parent", (ANJA,), ["Anja"]),
    ("two parents", (ANJA, HENK), ["Anja", "Henk"]),
    ("two who share", (SHARES, SHARES_TOO), ["Anja", "Henk"]),
    ("one who shares with nobody known", (SHARES,), ["Anja", ""]),
    ("one with and one without", (ANJA, NO_AUTHORITY), ["Anja"]),
    ("one with and one not known", (ANJA, NOT_KNOWN), ["Anja"]),
    ("only one not known", (NOT_KNOWN,), [""]),
    ("a guardian", (GUARDIAN,), ["Mevrouw Smit"]),
    ("a guardian and a parent without", (GUARDIAN, NO_AUTHORITY), ["Mevrouw Smit"]),
    ("a guardian by measure, not named", (NAMELESS_GUARDIAN,), [""]),
    ("one who left", (ANJA, LEFT), ["Anja"]),
    ("only one who left", (LEFT,), [""]),
    ("a grandmother only", (GRANDMOTHER,), [""]),
    ("the same mother in two roles", (ANJA, replace(ANJA, role="voogd")), ["Anja"]),
]


@pytest.mark.parametrize(
    ("around", "elders"), [row[1:] for row in AUTHORITY], ids=[row[0] for row in AUTHORITY]
)
@pytest.mark.parametrize("age", [0, YOUNG, 11, 12, ASKED, 15, SELF, 17, GROWN, 25])
def test_whom_the_law_asks(age: int, around: tuple[Around, ...], elders: list[str]) -> None:
    names = [one.name for one in asked_of(situation(age, *around), TODAY)]
    assert names == (["Ruben"] if age >= 12 else []) + (elders if age < 16 else [])


ONE_PARENT: list[tuple[int, tuple[Said, ...], str]] = [
    # Under twelve: those with authority; what the child says is heard, and decides nothing.
    (YOUNG, (), "open"),
    (YOUNG, (own(YES),), "open"),
    (YOUNG, (said("anja", YES),), "gegeven"),
    (YOUNG, (said("anja", YES), own(NO)), "gegeven"),
    (YOUNG, (said("anja", NO),), "geweigerd"),
    (YOUNG, (said("anja", YES), said("anja", BACK, LATER)), "geweigerd"),
    (YOUNG, (said("anja", NO), said("anja", YES, LATER)), "gegeven"),
    (YOUNG, (said("anja", YES, LATER), said("anja", NO)), "gegeven"),
    (YOUNG, (said("anja", SILENT),), "open"),
    (YOUNG, (said("anja", SILENT, decided=True),), "gegeven"),
    (YOUNG, (said("anja", SILENT, decided=True), said("anja", SILENT, LATER)), "open"),
    (YOUNG, (said("anja", NO), said("anja", SILENT, LATER, decided=True)), "geweigerd"),
    (YOUNG, (said("anja", BACK), said("anja", SILENT, LATER, decided=True)), "geweigerd"),
    (YOUNG, (said("anja", YES), said("anja", SILENT, LATER)), "gegeven"),
    # Twelve to fifteen: both.
    (ASKED, (), "open"),
    (ASKED, (own(YES),), "open"),
    (ASKED, (said("anja", YES),), "open"),
    (ASKED, (own(YES), said("anja", YES)), "gegeven"),
    (ASKED, (own(NO), said("anja", YES)), "geweigerd"),
    (ASKED, (own(YES), said("anja", NO)), "geweigerd"),
    (ASKED, (own(YES), own(BACK, LATER), said("anja", YES)), "geweigerd"),
    (ASKED, (own(YES), said("anja", YES), said("anja", BACK, LATER)), "geweigerd"),
    (ASKED, (own(YES), said("anja", SILENT, decided=True)), "gegeven"),
    (ASKED, (own(YES), said("anja", SILENT)), "open"),
    (ASKED, (said(YOUNG_PERSON, SILENT, decided=True), said("anja", YES)), "open"),
    # From sixteen: the young person alone.
    (SELF, (), "open"),
    (SELF, (said("anja", YES),), "open"),
    (SELF, (own(YES),), "gegeven"),
    (SELF, (own(YES), said("anja", NO)), "gegeven"),
    (SELF, (own(NO), said("anja", YES)), "geweigerd"),
    (SELF, (own(YES), own(BACK, LATER)), "geweigerd"),
    (GROWN, (), "open"),
    (GROWN, (own(YES),), "gegeven"),
    (GROWN, (own(NO),), "geweigerd"),
    (GROWN, (said("anja", YES),), "open"),
]


@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize(("age", "words", "expected"), ONE_PARENT)
def test_one_parent_with_authority(age: int, words: tuple[Said, ...], expected: str, purpose: str) -> None:
    party = PARTY if purpose in (Purpose.REQUEST, Purpose.SHARE) else None
    about = tuple(replace(one, purpose=purpose, party=party) for one in words)
    assert outcome(situation(age, ANJA, words=about), purpose) == expected


TWO: list[tuple[tuple[Said, ...], str]] = [
    ((), "open"),
    ((said("anja", YES),), "open"),
    ((said("anja", YES), said("henk", YES)), "gegeven"),
    ((said("anja", YES), said("henk", NO)), "geweigerd"),
    ((said("anja", YES), said("henk", YES), said("henk", BACK, LATER)), "geweigerd"),
    ((said("anja", YES), said("henk", SILENT)), "open"),
    ((said("anja", YES), said("henk", SILENT, decided=True)), "gegeven"),
    ((said("anja", NO), said("henk", SILENT, decided=True)), "geweigerd"),
    ((said("anja", SILENT, decided=True), said("henk", SILENT, decided=True)), "gegeven"),
]


@pytest.mark.parametrize("pair", [(ANJA, HENK), (SHARES, SHARES_TOO)])
@pytest.mark.parametrize(("words", "expected"), TWO)
def test_a_no_or_silence_of_one_of_two_parents(
    words: tuple[Said, ...], expected: str, pair: tuple[Around, ...]
) -> None:
    assert outcome(situation(YOUNG, *pair, words=words)) == expected
    assert outcome(situation(ASKED, *pair, words=(*words, own(YES)))) == expected


@pytest.mark.parametrize(
    ("around", "key"),
    [(NO_AUTHORITY, "henk"), (NOT_KNOWN, "henk"), (LEFT, "henk"), (GRANDMOTHER, "bea"), (SHARES, "anja")],
)
@pytest.mark.parametrize("age", [YOUNG, ASKED])
def test_a_yes_of_who_may_not_say_it_alone_is_not_enough(age: int, around: Around, key: str) -> None:
    assert outcome(situation(age, around, words=(own(YES), said(key, YES)))) == "open"


@pytest.mark.parametrize("answer", [NO, BACK])
@pytest.mark.parametrize(("around", "key"), [(NO_AUTHORITY, "henk"), (LEFT, "henk"), (GRANDMOTHER, "bea")])
def test_a_no_of_who_decides_nothing_stops_nothing(around: Around, key: str, answer: str) -> None:
    words = (own(YES), said("anja", YES), said(key, answer))
    assert outcome(situation(ASKED, ANJA, around, words=words)) == "gegeven"


def test_the_guardian_decides() -> None:
    assert outcome(situation(YOUNG, GUARDIAN, words=(said("smit", YES),))) == "gegeven"
    assert outcome(situation(ASKED, GUARDIAN, words=(own(YES), said("smit", NO)))) == "geweigerd"


def test_a_guardian_by_measure_who_is_not_named_is_missing() -> None:
    assert outcome(situation(ASKED, ANJA, NAMELESS_GUARDIAN, words=(own(YES), said("anja", YES)))) == "open"


def test_one_purpose_says_nothing_about_another() -> None:
    words = (own(YES, purpose=Purpose.DISCUSS),)
    about = situation(SELF, words=words)
    assert [outcome(about, purpose) for purpose in Purpose] == ["gegeven", "open", "open", "open"]


def test_one_party_says_nothing_about_another() -> None:
    about = situation(SELF, words=(own(YES, purpose=Purpose.SHARE),))
    assert judge(about, Purpose.SHARE, TODAY, PARTY).allowed
    assert not judge(about, Purpose.SHARE, TODAY, PARTY + 1).allowed


BIRTHDAY = date(2026, 9, 14)
DAY_BEFORE, DAY_AFTER = BIRTHDAY - timedelta(days=1), BIRTHDAY + timedelta(days=1)


def turning(age: int, *around: Around, words: tuple[Said, ...] = ()) -> Situation:
    """Somebody who turns this age on the fourteenth of September."""
    return Situation("Ruben", BIRTHDAY.replace(year=BIRTHDAY.year - age), around, words)


@pytest.mark.parametrize(
    ("age", "words", "before", "on_the_day"),
    [
        (12, (said("anja", YES),), "gegeven", "open"),
        (12, (said("anja", YES), own(YES)), "gegeven", "verlopen"),
        (12, (said("anja", YES), own(YES, BIRTHDAY)), "gegeven", "gegeven"),
        (12, (said("anja", NO), own(YES, BIRTHDAY)), "geweigerd", "geweigerd"),
        (16, (said("anja", YES), own(YES)), "gegeven", "verlopen"),
        (16, (said("anja", NO), own(YES)), "geweigerd", "verlopen"),
        (16, (said("anja", YES), own(YES), own(YES, BIRTHDAY)), "gegeven", "gegeven"),
        (16, (said("anja", NO), own(YES), own(YES, BIRTHDAY)), "geweigerd", "gegeven"),
        (16, (said("anja", YES), own(YES), own(NO, BIRTHDAY)), "gegeven", "geweigerd"),
        (18, (own(YES),), "gegeven", "verlopen"),
        (18, (own(YES), own(YES, BIRTHDAY)), "gegeven", "gegeven"),
        (13, (said("anja", YES), own(YES)), "gegeven", "gegeven"),
        (17, (own(YES),), "gegeven", "gegeven"),
        (19, (own(YES),), "gegeven", "gegeven"),
    ],
)
def test_birthdays_ask_again(age: int, words: tuple[Said, ...], before: str, on_the_day: str) -> None:
    about = turning(age, ANJA, words=words)
    assert outcome(about, day=DAY_BEFORE) == before
    assert outcome(about, day=BIRTHDAY) == on_the_day
    assert outcome(about, day=DAY_AFTER) == on_the_day


def test_what_a_parent_gave_stays_on_record_at_twelve() -> None:
    about = turning(12, ANJA, words=(said("anja", YES),))
    found = {cell.needed.name: cell.state for cell in judge(about, Purpose.DISCUSS, BIRTHDAY).cells}
    assert found == {"Ruben": State.OPEN, "Anja": State.GIVEN}


def test_born_on_a_leap_day_one_is_asked_again_on_the_first_of_march() -> None:
    about = Situation("Ruben", date(2012, 2, 29), (), (own(YES, date(2029, 5, 1)),))
    assert outcome(about, day=date(2030, 2, 28)) == "gegeven"
    assert outcome(about, day=date(2030, 3, 1)) == "verlopen"


@pytest.mark.parametrize("closed_on", [DAY_BEFORE, None])
def test_a_birthday_after_the_closing_does_not_change_the_figures(closed_on: date | None) -> None:
    words = (own(YES, purpose=Purpose.MONITOR), said("anja", YES, purpose=Purpose.MONITOR))
    about = replace(turning(16, ANJA, words=words), closed_on=closed_on)
    assert outcome(about, Purpose.MONITOR, DAY_AFTER) == ("gegeven" if closed_on else "verlopen")


def test_taking_it_back_after_the_closing_counts() -> None:
    words = (own(YES, purpose=Purpose.MONITOR), own(BACK, LATER, purpose=Purpose.MONITOR))
    about = replace(situation(SELF, words=words), closed_on=BEFORE)
    assert outcome(about, Purpose.MONITOR) == "geweigerd"


@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("age", [YOUNG, ASKED, SELF, GROWN])
@pytest.mark.parametrize("words", [(), (own(NO), said("anja", NO))])
def test_another_basis_goes_before_everything(age: int, words: tuple[Said, ...], purpose: str) -> None:
    party = PARTY if purpose in (Purpose.REQUEST, Purpose.SHARE) else None
    about = tuple(replace(one, purpose=purpose, party=party) for one in words)
    verdict = judge(situation(age, ANJA, words=about, bases=(basis(purpose),)), purpose, TODAY, party)
    assert (verdict.ground, verdict.lacking) == ("grondslag", ())


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (BEFORE, None, "gegeven"),
        (TODAY, None, "gegeven"),
        (TODAY + timedelta(days=1), None, "open"),
        (BEFORE, TODAY, "open"),
        (BEFORE, TODAY + timedelta(days=1), "gegeven"),
    ],
)
def test_another_basis_holds_in_its_own_time(since: date, until: date | None, expected: str) -> None:
    assert outcome(situation(SELF, bases=(basis(since=since, until=until),))) == expected


@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("age", [YOUNG, ASKED, SELF, GROWN])
def test_a_register_counts_until_somebody_who_decides_says_no(age: int, purpose: str) -> None:
    party = PARTY if purpose in (Purpose.REQUEST, Purpose.SHARE) else None
    about = situation(age, ANJA, register=True)
    assert judge(about, purpose, TODAY, party).ground == "register"
    decider = said("anja", NO, purpose=purpose) if age < 12 else own(NO, purpose=purpose)
    assert outcome(replace(about, said=(decider,)), purpose) == "geweigerd"


def test_a_no_in_a_register_survives_a_birthday() -> None:
    about = replace(turning(16, words=(own(NO),)), register=True)
    assert outcome(about, day=DAY_AFTER) != "gegeven"


def test_an_answer_of_tomorrow_does_not_count_today() -> None:
    assert outcome(situation(SELF, words=(own(YES, TODAY + timedelta(days=1)),))) == "open"


def test_somebody_turning_twelve_tomorrow_is_not_asked_today() -> None:
    about = Situation("Ruben", born(11, -1).replace(year=TODAY.year - 12), (ANJA,))
    assert [one.name for one in asked_of(about, TODAY)] == ["Anja"]
