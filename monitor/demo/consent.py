"""Consent in the demo, written down through the same action as in the site."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from cases.casefile.models import Case
from cases.consent.actions import Word, add_parties, record_words
from cases.consent.models import How
from cases.consent.page import Box, Row, page_of
from cases.consent.purposes import PER_PARTY, Answer
from cases.consent.queries import standing_of
from cases.consent.situation import State
from expertteam.access.person import Person

DAYS_TO_ANSWER = timedelta(days=3)
UNANSWERED = (State.OPEN, State.LAPSED)
Says = Callable[[Row, Box], str | None]


def give_consent(by: Person, case: Case, wish: dict[str, Any], today: date) -> None:
    """Everybody the law asks answered a few days after the referral, on paper: yes, but for what `nee` says.

    `nee` is a list of [name, purpose, party]; `opnieuw` the purposes to which the young person said yes again after a
    birthday that came since.
    """
    asked_on = min(case.referral.referred_on + DAYS_TO_ANSWER, today)
    name_parties(by, case)
    refused = {tuple(one) for one in wish.get("nee", [])}
    answer(by, case, asked_on, lambda row, box: said(box, row, refused))

    def again(row: Row, box: Box) -> str | None:
        lapsed = box.state == State.LAPSED and row.about.purpose in wish.get("opnieuw", [])
        return Answer.GIVEN if lapsed else None

    answer(by, case, today, again, how=How.VERBAL, note=f"Tegen {by} gezegd, na de verjaardag.")


def name_parties(by: Person, case: Case) -> None:
    """Ask about sharing with, and requesting from, every organisation around the young person."""
    organisations = dict.fromkeys(one.organisation for one in case.participants.all() if one.organisation)
    add_parties(by=by, case=case, names=list(organisations), purposes=PER_PARTY)


def answer(by: Person, case: Case, day: date, says: Says, *, how: str = How.PAPER, note: str = "") -> None:
    """Write down what everybody said on a day; `says` gives None for who says nothing about a row."""
    words = [
        Word(row.about, word, box.column.participant)
        for row, box in boxes(case, day)
        if (word := says(row, box)) is not None
    ]
    record_words(by=by, case=case, words=words, said_on=day, how=how, note=note)


def answer_then_and_now(by: Person, case: Case, asked_on: date, today: date, says: Says) -> None:
    """The same answers on the day it was asked, and today of whoever a birthday made one ask since."""
    answer(by, case, asked_on, says)
    answer(by, case, today, lambda row, box: says(row, box) if box.state in UNANSWERED else None)


def boxes(case: Case, day: date) -> list[tuple[Row, Box]]:
    """Everything that is asked on that day of everybody who is known."""
    page = page_of(standing_of(case, day))
    return [(row, box) for row in page.rows for box in row.boxes if box.column.is_known]


def said(box: Box, row: Row, refused: set[tuple[str, ...]]) -> str:
    """No when the demo says so, else yes."""
    party = row.party.name if row.party else ""
    no = (box.column.name, row.about.purpose, party) in refused
    return Answer.REFUSED if no else Answer.GIVEN
