"""Reading one JSON object after another, collecting everything that is wrong with its place. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from cases.casefile.text import folded
from expertteam.ui.dates import DateError, VagueDate, parse_dutch_date, parse_period

LINE, SENTENCE, LONG_SENTENCE, TEXT = 200, 500, 1000, 5000
KINDS: tuple[tuple[type, str], ...] = (
    (bool, "true of false"), (str, "een tekst"), (int, "een getal"), (float, "een getal"), (list, "een lijst"),
    (dict, "een object"),
)  # fmt: skip


@dataclass(frozen=True)
class Problem:
    """Something wrong, and where: `analyse → verbanden → 7e (k2 → zz): …`."""

    place: tuple[str, ...]
    text: str

    def __str__(self) -> str:
        return f"{' → '.join(self.place)}: {self.text}" if self.place else self.text


@dataclass(frozen=True)
class Answers:
    """The known answers: question → comparable words → code, and question → the labels to choose from."""

    codes: Mapping[str, Mapping[str, str]]
    labels: Mapping[str, tuple[str, ...]]

    def code(self, question: str, words: str) -> str | None:
        return self.codes[question].get(folded(words))


@dataclass
class Sheet:
    """What is needed to read a file, and what was found on the way. Notes do not stop a file; problems do."""

    answers: Answers
    today: date
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


@dataclass
class Section:
    """One JSON object with its place in the file. Every `read` method gives an empty value when something is wrong."""

    values: Mapping[str, Any]
    place: tuple[str, ...]
    sheet: Sheet
    asked: set[str] = field(default_factory=set)

    def wrong(self, text: str, key: str = "") -> None:
        """Note a problem of this object, or of one of its keys."""
        self.sheet.problems.append(Problem((*self.place, key) if key else self.place, text))

    def value(self, key: str, kind: type, *, required: bool = False) -> Any:
        """The value of a key when it is there and of this kind, else None."""
        self.asked.add(key)
        value = self.values.get(key)
        if value is None:
            if required:
                self.wrong(f"“{key}” ontbreekt.")
            return None
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.wrong(f"hier hoort {name_of(kind)}, geen {name_of(type(value)).removeprefix('een ')}.", key)
            return None
        return value

    def text(self, key: str, *, required: bool = False, limit: int = LINE) -> str:
        """A text without spaces around it."""
        value = self.value(key, str, required=required)
        return "" if value is None else self.sound(value.strip(), key, required=required, limit=limit)

    def sound(self, text: str, key: str, *, required: bool = False, limit: int = LINE) -> str:
        """The text when it can be stored, else an empty one."""
        if required and not text:
            self.wrong("dit is leeg.", key)
        elif len(text) > limit:
            self.wrong(f"deze tekst is te lang: {len(text)} tekens, en er passen er {limit}.", key)
        elif "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
            self.wrong("hier staat een teken dat niet bewaard kan worden.", key)
        else:
            return text
        return ""

    def answer(self, key: str, question: str, *, required: bool = False) -> str:
        """The code of an answer given by its label, a synonym or the code itself."""
        words = self.text(key, required=required, limit=TEXT)
        return self.code(words, key, question) if words else ""

    def code(self, words: str, key: str, question: str) -> str:
        """The code of these words; an unknown answer is a problem that names the known ones."""
        found = self.sheet.answers.code(question, words)
        if found is None:
            labels = ", ".join(self.sheet.answers.labels[question])
            self.wrong(f"“{words}” kennen we niet. Kies uit: {labels}.", key)
        return found or ""

    def answers(self, key: str, question: str) -> list[str]:
        """The codes of several answers, each once, in the order of the file."""
        codes = [self.code(words, key, question) for words in self.texts(key)]
        return list(dict.fromkeys(code for code in codes if code))

    def texts(self, key: str) -> list[str]:
        """A list of texts."""
        found = []
        for place, value in enumerate(self.value(key, list) or [], 1):
            if isinstance(value, str):
                found.append(self.sound(value.strip(), key, required=True, limit=TEXT))
            else:
                self.wrong(
                    f"{place}e: hier hoort een tekst, geen {name_of(type(value)).removeprefix('een ')}.", key
                )
        return [text for text in found if text]

    def day(self, key: str, *, required: bool = False, future: bool = True) -> date | None:
        """A full date."""
        words = self.text(key, required=required)
        if not words:
            return None
        try:
            day = parse_dutch_date(words, today=self.sheet.today)
        except DateError as error:
            self.wrong(f"“{words}”: {error}", key)
            return None
        if day > self.sheet.today and not future:
            self.wrong(f"“{words}” ligt in de toekomst.", key)
            return None
        return day

    def period(self, key: str, *, required: bool = False) -> VagueDate | None:
        """A date that may be vague."""
        words = self.text(key, required=required)
        if not words:
            return None
        try:
            return parse_period(words)
        except DateError as error:
            self.wrong(f"“{words}”: {error}", key)
            return None

    def section(self, key: str, *, required: bool = False) -> "Section":
        """The object under a key; an empty one when it is not there."""
        return Section(self.value(key, dict, required=required) or {}, (*self.place, key), self.sheet)

    def sections(
        self, key: str, name: Callable[[Mapping[str, Any]], str] = lambda values: ""
    ) -> list["Section"]:
        """The objects of a list; `name` says what stands behind the number in the place of each."""
        found = []
        for number, values in enumerate(self.value(key, list) or [], 1):
            place = (*self.place, key, f"{number}e")
            if isinstance(values, dict):
                words = name(values)
                place = (*self.place, key, f"{number}e ({words})" if words else f"{number}e")
                found.append(Section(values, place, self.sheet))
            else:
                kind = name_of(type(values)).removeprefix("een ")
                self.sheet.problems.append(Problem(place, f"hier hoort een object, geen {kind}."))
        return found

    def close(self) -> None:
        """Say what stands in this object that we do not know: a likely slip is a problem, the rest a note."""
        for key in self.values:
            if key in self.asked or key.startswith("_"):
                continue
            meant = get_close_matches(key.casefold(), self.asked, n=1, cutoff=0.75)
            if meant:
                self.wrong(f"“{key}” kennen we niet. Bedoel je “{meant[0]}”?")
            else:
                self.sheet.notes.append(Problem(self.place, f"“{key}” kennen we niet; het is niet bewaard."))


def name_of(kind: type) -> str:
    """What a kind of JSON value is called, with its article."""
    return next((words for one, words in KINDS if kind is one), "lege waarde")
