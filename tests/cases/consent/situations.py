"""Situations to test the rules with: written as people tell them, without a database."""

from datetime import date

from cases.consent.purposes import PER_PARTY, Answer, Purpose
from cases.consent.rules import YOUNG_PERSON, Around
from cases.consent.situation import Basis, Said, Situation, judge

TODAY = date(2026, 11, 23)
BEFORE = date(2026, 3, 2)
PARTY = 7
YES, NO, BACK, SILENT = Answer.GIVEN, Answer.REFUSED, Answer.WITHDRAWN, Answer.UNREACHABLE

ANJA = Around("Anja", "ouder", "ja", "anja")
HENK = Around("Henk", "ouder", "ja", "henk")
SHARES = Around("Anja", "ouder", "gedeeld", "anja")
SHARES_TOO = Around("Henk", "ouder", "gedeeld", "henk")
NO_AUTHORITY = Around("Henk", "ouder", "nee", "henk")
NOT_KNOWN = Around("Henk", "ouder", "onbekend", "henk")
GUARDIAN = Around("Mevrouw Smit", "voogd", "", "smit")
NAMELESS_GUARDIAN = Around("", "voogd")
LEFT = Around("Henk", "ouder", "ja", "henk", date(2026, 6, 1))
GRANDMOTHER = Around("Oma Bea", "belangrijke_ander", "", "bea")


def born(age: int, days: int = 100) -> date:
    """The birth date of somebody who turned this age so many days ago."""
    day = date.fromordinal(TODAY.toordinal() - days)
    return day.replace(year=day.year - age)


def said(
    key: str, answer: str, on: date = BEFORE, *, purpose: str = Purpose.DISCUSS, decided: bool = False
) -> Said:
    return Said(key, purpose, answer, on, PARTY if purpose in PER_PARTY else None, decided)


def own(answer: str, on: date = BEFORE, *, purpose: str = Purpose.DISCUSS) -> Said:
    return said(YOUNG_PERSON, answer, on, purpose=purpose)


def situation(
    age: int, *around: Around, words: tuple[Said, ...] = (), days: int = 300, **more: object
) -> Situation:
    """Ruben, who turned `age` so many days ago (before `BEFORE`, unless said otherwise)."""
    return Situation("Ruben", born(age, days), tuple(around), words, **more)  # type: ignore[arg-type]


def basis(purpose: str = Purpose.DISCUSS, since: date = BEFORE, until: date | None = None) -> Basis:
    return Basis(purpose, since, PARTY if purpose in PER_PARTY else None, until)


def outcome(about: Situation, purpose: str = Purpose.DISCUSS, day: date = TODAY) -> str:
    """«gegeven», «geweigerd», «verlopen» or «open»."""
    return judge(about, purpose, day, PARTY if purpose in PER_PARTY else None).summary
