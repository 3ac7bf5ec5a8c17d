"""The page of consent as things to draw: a row for each purpose, a column for each person the law asks."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from cases.casefile.models import Case
from cases.people.models import Participant

from .actions import About
from .models import Consent, ConsentParty, OtherBasis
from .purposes import PER_PARTY, Answer, Purpose, short
from .queries import Standing
from .rules import ADULT, DECIDES, YOUNG_PERSON, ConsentNeeded
from .sentences import Missing, nobody_named
from .situation import Cell, State, Verdict, asked_of

NEXT = {True: (Answer.WITHDRAWN,), False: (Answer.GIVEN, Answer.REFUSED)}
LABELS = {Answer.GIVEN: "ja", Answer.REFUSED: "nee", Answer.WITHDRAWN: "trekt in"}
LOOKS = {
    State.GIVEN: "good",
    State.GONE_ON: "good",
    State.REFUSED: "stuck",
    State.WITHDRAWN: "stuck",
    State.UNKNOWN: "attention",
}
WORDS = {
    State.GIVEN: "ja",
    State.GONE_ON: "niet bereikt, toch verder",
    State.REFUSED: "nee",
    State.WITHDRAWN: "ingetrokken",
    State.LAPSED: "opnieuw vragen",
    State.TRIED: "nog niet bereikt",
    State.OPEN: "nog vragen",
    State.UNKNOWN: "nog onbekend",
}


@dataclass(frozen=True)
class Column:
    """One person the law asks; `key` is «jeugdige» or the number of a participant, empty when nobody knows who."""

    key: str
    name: str
    who: str
    participant: Participant | None = None

    @property
    def is_known(self) -> bool:
        return bool(self.key)


@dataclass(frozen=True)
class Choice:
    """What somebody can answer now."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True)
class Box:
    """How it stands with one person for one purpose, and what can be written down; `name` is that of its field."""

    column: Column
    name: str
    state: State
    on: date | None
    choices: list[Choice]

    @property
    def words(self) -> str:
        return WORDS[self.state]

    @property
    def look(self) -> str:
        return LOOKS.get(self.state, "")


@dataclass(frozen=True)
class Row:
    """One purpose (and party): whether it may be done, on what ground, and a box for each person.

    `is_used`: something was said about it, so it stays.
    """

    key: str
    about: About
    verdict: Verdict
    boxes: list[Box]
    missing: list[Missing] = field(default_factory=list)
    is_used: bool = False

    @property
    def title(self) -> str:
        return short(self.about.purpose, self.about.party.name if self.about.party else "")

    @property
    def party(self) -> ConsentParty | None:
        return self.about.party

    @property
    def refused(self) -> bool:
        return self.verdict.summary == "geweigerd"


@dataclass(frozen=True)
class Page:
    """Everything on the page. `unnamed` are the purposes for which no party was named yet."""

    standing: Standing
    columns: list[Column]
    rows: list[Row]
    unnamed: list[Missing]

    @property
    def lacking(self) -> list[Missing]:
        return [*(one for row in self.rows for one in row.missing), *self.unnamed]

    @property
    def complete(self) -> bool:
        return not self.lacking

    @property
    def still_asked(self) -> set[str]:
        """Keys of those who did not say yes to something."""
        return self.who_can(Answer.GIVEN)

    @property
    def can_take_back(self) -> set[str]:
        """Keys of those who said yes to something."""
        return self.who_can(Answer.WITHDRAWN)

    def who_can(self, answer: Answer) -> set[str]:
        boxes = [box for row in self.rows for box in row.boxes]
        return {box.column.key for box in boxes if any(one.value == answer for one in box.choices)}

    def column(self, key: str) -> Column | None:
        return next((one for one in self.columns if one.key == key and key), None)


def page_of(standing: Standing, typed: dict[str, str] | None = None) -> Page:
    """The page; `typed` are the answers that were sent but not stored, by name of field."""
    columns = columns_of(standing)
    rows = [row_of(standing, columns, about, typed or {}) for about in things(standing)]
    unnamed = [
        nobody_named(purpose)
        for purpose in PER_PARTY
        if not standing.parties_for(purpose) and not standing.verdict(purpose).ground
    ]
    return Page(standing, columns, rows, unnamed)


def things(standing: Standing) -> list[About]:
    """Everything that is asked, in order."""
    found = []
    for purpose in Purpose:
        if purpose in PER_PARTY:
            found += [About(purpose, party) for party in standing.parties_for(purpose)]
        else:
            found.append(About(purpose))
    return found


def columns_of(standing: Standing) -> list[Column]:
    """Whom the law asks on this day."""
    people = {str(one.person_key): one for one in reversed(standing.people) if one.role != YOUNG_PERSON}
    return [column_of(one, people, standing) for one in asked_of(standing.situation, standing.day)]


def column_of(needed: ConsentNeeded, people: dict[str, Participant], standing: Standing) -> Column:
    if needed.key == YOUNG_PERSON:
        return Column(YOUNG_PERSON, needed.name, own_say(standing))
    known = people.get(needed.key)
    if known is None:
        return Column("", "", needed.who)
    return Column(str(known.pk), known.name, needed.who, known)


def own_say(standing: Standing) -> str:
    """What the young person's own answer is worth at this age."""
    age = standing.age
    if age >= ADULT:
        return f"{age}, volwassen"
    return f"{age}, beslist zelf" if age >= DECIDES else f"{age}, beslist mee"


def key_of(about: About) -> str:
    """«bespreken», or «delen-12» for a party."""
    return f"{about.purpose}-{about.party.pk}" if about.party else str(about.purpose)


def row_of(standing: Standing, columns: list[Column], about: About, typed: dict[str, str]) -> Row:
    verdict = standing.verdict(about.purpose, about.party)
    now = {one.needed: one for one in verdict.cells}
    key = key_of(about)
    boxes = [box_of(key, column, cell_for(now, column, standing), typed) for column in columns]
    said = {one.party for one in standing.situation.said} | {one.party for one in standing.situation.bases}
    is_used = about.party is not None and about.party.pk in said
    return Row(key, about, verdict, boxes, standing.missing(about.purpose, about.party), is_used)


def cell_for(cells: dict[ConsentNeeded, Cell], column: Column, standing: Standing) -> Cell:
    """The cell of this person; who was not asked on the day that counts (a closed case) stands open."""
    for needed, cell in cells.items():
        own = needed.key == YOUNG_PERSON and column.key == YOUNG_PERSON
        same = column.participant is not None and needed.key == str(column.participant.person_key)
        if own or same or (not needed.key and not column.key):
            return cell
    return Cell(ConsentNeeded(column.who, column.name), State.OPEN)


def box_of(row: str, column: Column, cell: Cell, typed: dict[str, str]) -> Box:
    name = f"{row}--{column.key}"
    answers = NEXT[cell.state == State.GIVEN] if column.is_known else ()
    choices = [Choice(one.value, LABELS[one], typed.get(name) == one.value) for one in answers]
    return Box(column, name, cell.state, cell.on, choices)


@dataclass(frozen=True)
class Line:
    """Answers that were written down together: of one person, on one day."""

    day: date
    who: str
    answer: str
    how: str
    note: str
    decided_by: str
    about: list[str]
    words: list[Consent]


def lines_of(case: Case, consents: Iterable[Consent]) -> list[Line]:
    """What was written down, the newest first; what one person said in one go is one line."""

    def together(one: Consent) -> tuple:
        return one.said_on, one.participant_id or 0, one.answer, one.how, one.note, one.decided_by

    lines: dict[tuple, list[Consent]] = {}
    for one in sorted(consents, key=lambda one: (one.said_on, one.pk), reverse=True):
        lines.setdefault(together(one), []).append(one)
    return [line_of(case, words) for words in lines.values()]


def line_of(case: Case, words: list[Consent]) -> Line:
    one = words[0]
    name = one.participant.name if one.participant else case.young_person.first_name
    about = [short(word.purpose, word.party.name if word.party else "") for word in reversed(words)]
    answer = Answer(one.answer)
    return Line(one.said_on, name, answer, one.get_how_display(), one.note, one.decided_by, about, words)


def bases_of(case: Case) -> list[OtherBasis]:
    """Every other basis, those that hold first."""
    return sorted(case.other_bases.all(), key=lambda one: (one.ended_on is not None, -one.pk))
