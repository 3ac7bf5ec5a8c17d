"""What stands around the matrix: who decides, what is missing per person, which birthday comes, who may be named."""

from dataclasses import dataclass
from typing import Any

from cases.casefile.models import Case, LegalBasis
from cases.casefile.text import folded

from .coming import next_change
from .page import Page
from .purposes import Purpose
from .rules import YOUNG_PERSON
from .sentences import Missing
from .words import consent_in_words

SHORT = {Purpose.DISCUSS: "bespreken", Purpose.MONITOR: "meetellen in de jaarmonitor"}
PARTY = {Purpose.SHARE: "delen met {party}", Purpose.REQUEST: "opvragen bij {party}"}


@dataclass(frozen=True)
class Lack:
    """Everything that is missing of one person in one way, so that it can be read as one sentence."""

    start: str
    things: tuple[str, ...] = ()


def around(case: Case, page: Page) -> dict[str, Any]:
    """Context of the page besides the matrix."""
    standing, person = page.standing, case.young_person
    people = standing.around
    return {
        "decides": consent_in_words(standing.age, person.first_name, people),
        "coming": next_change(person.birth_date, standing.day, person.first_name),
        "lacks": lacks(page.lacking),
        "from_register": case.legal_basis == LegalBasis.REGISTER,
        "unsure": [one.name for one in people if one.role == "ouder" and one.authority in ("", "onbekend")],
    }


def lacks(missing: list[Missing]) -> list[Lack]:
    """What is missing, together per person: «Anja: bespreken, delen met De Toren»."""
    found: dict[tuple[str, str], list[str]] = {}
    alone: dict[str, None] = {}
    for one in missing:
        if one.who and one.state in STARTS:
            found.setdefault((one.who, STARTS[one.state].format(age=one.age)), []).append(thing(one))
        else:
            alone[one.sentence] = None
    together = [Lack(f"{who} {how}", tuple(things)) for (who, how), things in found.items()]
    return [*together, *(Lack(sentence) for sentence in alone)]


STARTS = {
    "open": "gaf nog geen toestemming voor",
    "geweigerd": "zei nee tegen",
    "ingetrokken": "trok de toestemming in voor",
    "verlopen": "is intussen {age}. Vraag opnieuw toestemming voor",
    "geprobeerd": "is nog niet bereikt, en niemand besloot om verder te gaan met",
}


def thing(one: Missing) -> str:
    """One purpose in a few words."""
    purpose = Purpose(one.purpose)
    return SHORT[purpose] if purpose in SHORT else PARTY[purpose].format(party=one.party)


def suggestions_for(case: Case, page: Page) -> list[str]:
    """With whom one could share: the organisations around the young person, and people without one.

    Not those who are asked themselves, and not who stands there for both purposes already.
    """
    asked = {column.name for column in page.columns}
    names = [
        one.organisation or one.name
        for one in page.standing.people
        if one.is_current and one.role != YOUNG_PERSON and one.name not in asked
    ]
    if case.referral.referrer_organisation:
        names.append(case.referral.referrer_organisation)
    there = [folded(party.name) for party in page.standing.parties]
    once = {folded(name): name for name in reversed(names) if there.count(folded(name)) < 2}
    return sorted(once.values(), key=folded)
