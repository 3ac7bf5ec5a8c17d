"""Writing down what people say, through the action."""

from datetime import date

from cases.casefile.models import Case
from cases.consent.actions import About, Recorded, Word, add_parties, record_words
from cases.consent.purposes import Purpose
from cases.people.models import Participant
from expertteam.access.person import Person

BEFORE = date(2026, 11, 2)
DISCUSS, SHARE, REQUEST, MONITOR = Purpose.DISCUSS, Purpose.SHARE, Purpose.REQUEST, Purpose.MONITOR


def party(by: Person, case: Case, name: str = "De Toren", purpose: str = SHARE) -> None:
    add_parties(by=by, case=case, names=[name], purposes=[purpose])


def about(case: Case, purpose: str) -> About:
    """The purpose, with the first party named for it."""
    return About(purpose, case.consent_parties.filter(purpose=purpose).first())


def say(
    by: Person, case: Case, who: Participant | None, answer: str, *purposes: str, on: date = BEFORE
) -> Recorded:
    """What one person says about these purposes (discussing), on paper."""
    words = [Word(about(case, purpose), answer, who) for purpose in purposes or (DISCUSS,)]
    return record_words(by=by, case=case, words=words, said_on=on, how="papier")


def everybody(by: Person, case: Case, answer: str, *purposes: str, on: date = BEFORE) -> None:
    """The young person and everybody among the people say the same."""
    for who in (None, *case.participants.all()):
        say(by, case, who, answer, *purposes, on=on)
