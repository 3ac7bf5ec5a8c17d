"""Dates as people type them, and ages. Pure: no Django, no clock of its own.

Day before month always, as in the Netherlands; years of four figures between 1900 and 2100, so that a slip
of the finger ("0214") is caught.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "maa": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
SEASONS = {"voorjaar": 3, "lente": 3, "zomer": 6, "najaar": 9, "herfst": 9, "winter": 12}
SEASON_LABELS = {3: "voorjaar", 6: "zomer", 9: "najaar", 12: "winter"}
FIRST_YEAR, LAST_YEAR = 1900, 2100
STILL_GOING_ON = frozenset(
    {"heden", "nu", "tot nu", "tot nu toe", "tot heden", "nog steeds", "loopt nog", "lopend"}
)

Day = date  # inside VagueDate its own field has that name
Precision = Literal["year", "age", "season", "month", "day"]
"""`age` is the year from one birthday to the next: «toen hij zes was»."""

_NUMBERS = re.compile(r"([0-9]{1,2})\s*[-/.]\s*([0-9]{1,2})\s*[-/.]\s*([0-9]+)")
_ISO = re.compile(r"([0-9]{4})\s*[-/.]\s*([0-9]{1,2})\s*[-/.]\s*([0-9]{1,2})")
_WORDS = re.compile(r"([0-9]{1,2})[\s-]*([a-z]+)\.?[\s-]*([0-9]*)")
_YEAR = re.compile(r"(?:(?:begin|midden|medio|half|eind|einde|rond|circa|ca\.?) (?:van )?)?([0-9]{4})")
_ISO_MONTH = re.compile(r"([0-9]{4})\s*[-/]\s*([0-9]{1,2})")
_MONTH_NUMBER = re.compile(r"([0-9]{1,2})\s*[-/]\s*([0-9]{4})")
_WORD_YEAR = re.compile(r"([a-z]+)\.?\s*([0-9]+)")


class DateError(ValueError):
    """A date that cannot be read; the text says in Dutch what to do."""


@dataclass(frozen=True)
class VagueDate:
    """A moment of which not more is known than `precision` says; `date` is the first day it can have been.

    That is the first day of the year, season or month, or a later day in it.
    """

    date: date
    precision: Precision

    @property
    def last_day(self) -> Day:
        """The last day it can have been."""
        if self.precision == "age":
            return birthday(self.date, 1) - timedelta(days=1)
        if self.precision == "year":
            return date(self.date.year, 12, 31)
        if self.precision == "day":
            return self.date
        first, months = (_season_of(self.date), 3) if self.precision == "season" else (self.date, 1)
        years, month = divmod(first.month - 1 + months, 12)
        return date(first.year + years, month + 1, 1) - timedelta(days=1)

    def label(self) -> str:
        """As people say it: 2012, voorjaar 2019, september 2013, 12 maart 2024; tussen 2014 en 2015 for an age."""
        if self.precision == "year":
            return str(self.date.year)
        if self.precision == "age":
            years = (self.date.year, self.last_day.year)
            return f"tussen {years[0]} en {years[1]}" if years[0] < years[1] else str(years[0])
        if self.precision == "season":
            first = _season_of(self.date)
            return f"{SEASON_LABELS[first.month]} {first.year}"
        if self.precision == "month":
            return f"{MONTHS[self.date.month - 1]} {self.date.year}"
        return long_date(self.date)


def long_date(day: date) -> str:
    """12 maart 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def age_on(birth: date, day: date) -> int:
    """Whole years of age on a day; born on 29 February one turns a year older on 1 March of a common year."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _season_of(day: date) -> date:
    """The first day of the season that holds this day."""
    month = day.month // 3 * 3
    return date(day.year, month, 1) if month else date(day.year - 1, 12, 1)


def birthday(birth: date, age: int) -> date:
    """The day somebody turns this age; 1 March for who was born on 29 February and the year has none."""
    try:
        return birth.replace(year=birth.year + age)
    except ValueError:
        return date(birth.year + age, 3, 1)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or earlier when negative; the last of the month when it is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def parse_dutch_date(text: str, *, today: date) -> date:
    """Read one full date.

    Takes 12-3-2024, 12/3/2024, 12.3.2024, 2024-03-12, 12 mrt 2024, 12 maart 2024, vandaag and gisteren, in
    capitals and with spaces too. Raises DateError with a Dutch sentence for everything else.
    """
    words = _tidy(text)
    relative = {"vandaag": 0, "gisteren": 1, "eergisteren": 2}
    if words in relative:
        return today - timedelta(days=relative[words])
    return _full_date(words)


def parse_period(text: str) -> VagueDate:
    """Read a date that may be vague: 2012, 2013-09, sep 2013, voorjaar 2019 or a full date.

    A season begins on the first of March, June, September or December; of «eind 2021» only the year is kept. Raises
    DateError.
    """
    words = _tidy(text)
    for read in (_read_year, _read_month_number, _read_word_and_year):
        if found := read(words):
            return found
    return VagueDate(_full_date(words), "day")


def month_number(word: str) -> int | None:
    """1 to 12 for a Dutch month name or its abbreviation in small letters, else None."""
    if word in MONTHS:
        return MONTHS.index(word) + 1
    return SHORT_MONTHS.get(word)


def _tidy(text: str) -> str:
    words = " ".join(text.split()).lower()
    if not words:
        raise DateError("Vul een datum in, bijvoorbeeld 12-3-2024.")
    return words


def _full_date(words: str) -> date:
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], date]], ...] = (
        (_ISO, lambda found: _build(found[3], int(found[2]), found[1])),
        (_NUMBERS, lambda found: _build(found[1], int(found[2]), found[3])),
        (_WORDS, lambda found: _build(found[1], _month_of(found[2]), found[3])),
    )
    for pattern, build in readers:
        if found := pattern.fullmatch(words):
            return build(found)
    raise DateError("Deze datum kunnen we niet lezen. Schrijf bijvoorbeeld 12-3-2024 of 12 maart 2024.")


def _month_of(word: str) -> int:
    month = month_number(word)
    if month is None:
        raise DateError(f"De maand “{word}” kennen we niet. Schrijf bijvoorbeeld 12 maart 2024.")
    return month


def _year_of(digits: str) -> int:
    if not digits:
        raise DateError("Het jaar ontbreekt. Schrijf bijvoorbeeld 12 maart 2024.")
    if len(digits) != 4:
        raise DateError("Schrijf het jaar met vier cijfers, bijvoorbeeld 2024.")
    year = int(digits)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(f"Het jaar {digits} kan niet kloppen. Kijk het jaar nog eens na.")
    return year


def _build(day_digits: str, month: int, year_digits: str) -> date:
    day, year = int(day_digits), _year_of(year_digits)
    if not 1 <= month <= 12:
        raise DateError(f"Maand {month} bestaat niet. Schrijf eerst de dag, dan de maand, dan het jaar.")
    try:
        return date(year, month, day)
    except ValueError:
        leap = f" {year}" if (day, month) == (29, 2) else ""
        raise DateError(f"{day} {MONTHS[month - 1]}{leap} bestaat niet. Kijk de datum nog eens na.") from None


def _read_year(words: str) -> VagueDate | None:
    if found := _YEAR.fullmatch(words):
        return VagueDate(date(_year_of(found[1]), 1, 1), "year")
    return None


def _read_month_number(words: str) -> VagueDate | None:
    if found := _ISO_MONTH.fullmatch(words):
        return VagueDate(_build("1", int(found[2]), found[1]), "month")
    if found := _MONTH_NUMBER.fullmatch(words):
        return VagueDate(_build("1", int(found[1]), found[2]), "month")
    return None


def _read_word_and_year(words: str) -> VagueDate | None:
    found = _WORD_YEAR.fullmatch(words)
    if not found:
        return None
    if found[1] in SEASONS:
        return VagueDate(_build("1", SEASONS[found[1]], found[2]), "season")
    return VagueDate(_build("1", _month_of(found[1]), found[2]), "month")
