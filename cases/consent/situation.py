"""What may be done now, of whom something is missing and why: pure rules over what was said (domain.md, «Toestemming»).

The database has the same rules as a function (`database.py`), so that thousands of cases can be counted at once;
a test holds both against each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from expertteam.ui.dates import age_on, birthday

from .purposes import PER_PARTY, Answer, Purpose
from .rules import (
    ASKED_TOO,
    BIRTHDAYS,
    GUARDIAN,
    YOUNG_PERSON,
    Around,
    ConsentNeeded,
    authority_of,
    consent_needed,
)

NO = frozenset({Answer.REFUSED, Answer.WITHDRAWN})


class State(StrEnum):
    """How it stands with one person for one purpose; the first two are enough to go on."""

    GIVEN = "gegeven"
    GONE_ON = "verder_gegaan"
    REFUSED = "geweigerd"
    WITHDRAWN = "ingetrokken"
    LAPSED = "verlopen"
    TRIED = "geprobeerd"
    OPEN = "open"
    UNKNOWN = "onbekend"


ENOUGH = frozenset({State.GIVEN, State.GONE_ON})


@dataclass(frozen=True)
class Said:
    """One answer: of whom (`key`), about what (`party` is the key of a party), when.

    They stand in the order in which they were written down. `decided`: of who cannot be reached, whether somebody
    decided to go on.
    """

    key: str
    purpose: str
    answer: str
    on: date
    party: int | None = None
    decided: bool = False


@dataclass(frozen=True)
class Basis:
    """Another legal basis for a purpose from `since` until (not including) `until`; without party for all of them."""

    purpose: str
    since: date
    party: int | None = None
    until: date | None = None


@dataclass(frozen=True)
class Situation:
    """Everything the rules look at; `closed_on` only of a closed case, `guardianship`: a court measure says so."""

    young_person: str
    birth_date: date
    around: tuple[Around, ...] = ()
    said: tuple[Said, ...] = ()
    bases: tuple[Basis, ...] = ()
    register: bool = False
    closed_on: date | None = None
    guardianship: bool = False


@dataclass(frozen=True)
class Cell:
    """How it stands with one person for one purpose; `on` is the day of the answer that decides."""

    needed: ConsentNeeded
    state: State
    on: date | None = None

    @property
    def enough(self) -> bool:
        return self.state in ENOUGH


@dataclass(frozen=True)
class Verdict:
    """Whether one thing may be done, on what ground, and how it stands with everybody the law asks."""

    purpose: str
    party: int | None
    ground: str
    cells: tuple[Cell, ...]

    @property
    def allowed(self) -> bool:
        return bool(self.ground)

    @property
    def lacking(self) -> tuple[Cell, ...]:
        """Those of whom something is missing; nobody when it may be done."""
        return () if self.allowed else tuple(cell for cell in self.cells if not cell.enough)

    @property
    def summary(self) -> str:
        """«gegeven», «geweigerd» when somebody said no, «verlopen» when only a birthday came between, else «open»."""
        if self.allowed:
            return "gegeven"
        states = {cell.state for cell in self.lacking}
        if states & {State.REFUSED, State.WITHDRAWN}:
            return "geweigerd"
        return "verlopen" if states == {State.LAPSED} else "open"


def judge(situation: Situation, purpose: str, day: date, party: int | None = None) -> Verdict:
    """What counts on this day. `ground` is «toestemming», «grondslag», «register», or empty when it may not.

    A recorded other basis goes before a no: that is what it is for, and it says why and by whom. A register taken
    over counts until somebody says no. Without those every person the law asks must have said yes.
    """
    counted_on = day_that_counts(situation, purpose, day)
    cells = tuple(
        cell_of(situation, one, purpose, party, day, counted_on) for one in asked_of(situation, counted_on)
    )
    if any(covers(basis, purpose, party, day) for basis in situation.bases):
        return Verdict(purpose, party, "grondslag", cells)
    if cells and all(cell.enough for cell in cells):
        return Verdict(purpose, party, "toestemming", cells)
    if situation.register and not any(says_no(situation, cell, purpose, party, day) for cell in cells):
        return Verdict(purpose, party, "register", cells)
    return Verdict(purpose, party, "", cells)


def day_that_counts(situation: Situation, purpose: str, day: date) -> date:
    """The day of which the age counts: figures of a closed case do not change on a birthday after the closing."""
    if purpose == Purpose.MONITOR and situation.closed_on:
        return min(situation.closed_on, day)
    return day


def asked_of(situation: Situation, day: date) -> list[ConsentNeeded]:
    """From whom the law asks on this day, each person once; without a name when it is not known who it is."""
    age = age_on(situation.birth_date, day)
    around = there_on(situation.around, day, guardianship=situation.guardianship)
    found = consent_needed(age, situation.young_person, around)
    needed = list({one.key or one.name: one for one in found}.values())
    shares = {one.key for one in around if one.authority == "gedeeld"}
    elders = [one for one in needed if one.key != YOUNG_PERSON]
    if len(elders) == 1 and elders[0].key in shares:
        needed.append(ConsentNeeded("Ouder met gezag", ""))
    return needed


def there_on(around: Sequence[Around], day: date, *, guardianship: bool) -> list[Around]:
    """Who was around on that day; with a guardian without a name when there is one by measure and nobody is it."""
    there = [one for one in around if one.left_on is None or one.left_on > day]
    if guardianship and not any(authority_of(one) == "Voogd" for one in there):
        there.append(Around("", GUARDIAN))
    return there


def last_birthday(birth: date, day: date) -> date:
    """The last birthday at which it was asked (again) of the young person themselves; the day of birth before that."""
    passed = [birthday(birth, age) for age in BIRTHDAYS if birthday(birth, age) <= day]
    return max(passed, default=birth)


def cell_of(
    situation: Situation,
    needed: ConsentNeeded,
    purpose: str,
    party: int | None,
    day: date,
    counted_on: date,
) -> Cell:
    """How it stands with one person: the last word counts, and silence never undoes a word."""
    if not needed.key:
        return Cell(needed, State.UNKNOWN)
    said = words_of(situation, needed.key, purpose, party, day)
    spoken = [one for one in said if one.answer != Answer.UNREACHABLE]
    if not spoken:
        return silence(needed, said)
    last = spoken[-1]
    if needed.key == YOUNG_PERSON and last.on < last_birthday(situation.birth_date, counted_on):
        return Cell(needed, State.LAPSED, last.on)
    return Cell(needed, State(last.answer), last.on)


def words_of(situation: Situation, key: str, purpose: str, party: int | None, day: date) -> list[Said]:
    """What this person said of this until that day, the last word last."""
    about = (key, purpose, party if purpose in PER_PARTY else None)
    said = [one for one in situation.said if (one.key, one.purpose, one.party) == about and one.on <= day]
    return sorted(said, key=lambda one: one.on)


def silence(needed: ConsentNeeded, said: Sequence[Said]) -> Cell:
    """Nothing was said; somebody may have decided to go on without a parent who cannot be reached."""
    if not said or needed.key == YOUNG_PERSON:
        return Cell(needed, State.OPEN)
    return Cell(needed, State.GONE_ON if said[-1].decided else State.TRIED, said[-1].on)


def says_no(situation: Situation, cell: Cell, purpose: str, party: int | None, day: date) -> bool:
    """Whether somebody the law asks said no last, also when a birthday came since; not what a child said under 12."""
    if not cell.needed.key:
        return False
    from_then = birthday(situation.birth_date, ASKED_TOO) if cell.needed.key == YOUNG_PERSON else date.min
    said = words_of(situation, cell.needed.key, purpose, party, day)
    spoken = [one for one in said if one.answer != Answer.UNREACHABLE and one.on >= from_then]
    return bool(spoken) and spoken[-1].answer in NO


def covers(basis: Basis, purpose: str, party: int | None, day: date) -> bool:
    """Whether another basis holds for this on that day."""
    if basis.purpose != purpose or basis.since > day or (basis.until and basis.until <= day):
        return False
    return basis.party is None or basis.party == party
