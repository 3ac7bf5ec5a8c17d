"""Consent in the demo, written down through the same action as in the site."""

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


def give_consent(by: Person, case: Case, wish: dict[str, Any], today: date) -> None:
    """Everybody the law asks answered a few days after the referral, on paper: yes, but for what `nee` says.

    `nee` is a list of [name, purpose, party]; `opnieuw` the purposes to which the young person said yes again after a
    birthday that came since.
    """
    asked_on = min(case.referral.referred_on + DAYS_TO_ANSWER, today)
    organisations = dict.fromkeys(one.organisation for one in case.participants.all() if one.organisation)
    add_parties(by=by, case=case, names=list(organisations), purposes=PER_PARTY)
    refused = {tuple(one) for one in wish.get("nee", [])}
    answers = [
        Word(row.about, said(box, row, refused), box.column.participant) for row, box in boxes(case, asked_on)
    ]
    record_words(by=by, case=case, words=answers, said_on=asked_on, how=How.PAPER)
    again = [
        Word(row.about, Answer.GIVEN)
        for row, box in boxes(case, today)
        if box.state == State.LAPSED and row.about.purpose in wish.get("opnieuw", [])
    ]
    note = f"Tegen {by} gezegd, na de verjaardag."
    record_words(by=by, case=case, words=again, said_on=today, how=How.VERBAL, note=note)


def boxes(case: Case, day: date) -> list[tuple[Row, Box]]:
    """Everything that is asked on that day of everybody who is known."""
    page = page_of(standing_of(case, day))
    return [(row, box) for row in page.rows for box in row.boxes if box.column.is_known]


def said(box: Box, row: Row, refused: set[tuple[str, ...]]) -> str:
    """No when the demo says so, else yes."""
    party = row.party.name if row.party else ""
    no = (box.column.name, row.about.purpose, party) in refused
    return Answer.REFUSED if no else Answer.GIVEN
