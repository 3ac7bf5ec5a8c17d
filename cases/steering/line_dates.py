"""The day in a line as people type it: «vrijdag», «over twee weken», «12 mrt», «eind van de maand». Pure.

A day in a line is a day to come: a weekday is the next one (never today), a day without a year the next such day.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from expertteam.ui.dates import MONTHS, WEEKDAYS, DateError, month_number, months_after, parse_dutch_date

SHORT = {day[:2]: number for number, day in enumerate(WEEKDAYS)}
FRIDAY = 4
NUMBERS = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "acht": 8, "tien": 10}
NEAR = {
    "vandaag": 0, "vanmiddag": 0, "vanavond": 0, "morgen": 1, "morgenochtend": 1, "morgenmiddag": 1,
    "morgenavond": 1, "overmorgen": 2,
}  # fmt: skip
WEEKDAY = "|".join(WEEKDAYS)
MONTH = r"[a-z]{3,9}\.?"
PREFIX = r"(?:(?:uiterlijk|vóór|voor|op|tegen|tot|per|in|aan)\s+)?"


@dataclass(frozen=True)
class Found:
    """A day, and what is left of the line without it."""

    day: date
    rest: str


Read = Callable[[re.Match[str], date], date]


def next_weekday(today: date, number: int) -> date:
    """The next such day after today."""
    return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def in_next_week(today: date, number: int) -> date:
    """That day of the week after this one (weeks begin on Monday)."""
    return today - timedelta(days=today.weekday()) + timedelta(days=7 + number)


def end_of_week(today: date) -> date:
    """This Friday; in the weekend the next one."""
    return today if today.weekday() == FRIDAY else next_weekday(today, FRIDAY)


def end_of_month(year: int, month: int) -> date:
    years, month = divmod(month, 12)
    return date(year + years, month + 1, 1) - timedelta(days=1)


def weekday_of(found: re.Match[str], today: date) -> date:
    number = WEEKDAYS.index(found["day"])
    which = (found["which"] or "").strip()
    if found["later"]:
        return next_weekday(today, number) + timedelta(days=7)
    return in_next_week(today, number) if which.startswith("volgende") else next_weekday(today, number)


def ahead(found: re.Match[str], today: date) -> date:
    many = found["many"]
    number = int(many) if many.isdigit() else NUMBERS[many]
    if found["unit"].startswith("dag"):
        return today + timedelta(days=number)
    if found["unit"].startswith("we"):
        return today + timedelta(weeks=number)
    return months_after(today, number)


def day_and_month(found: re.Match[str], today: date) -> date:
    """`12-3`, `12 maart` or with a year; without one the next such day. DateError when there is no such day."""
    word, digits = found["month"], found["number"]
    month = int(digits) if digits else month_number(word.rstrip("."))
    if month is None or not 1 <= month <= 12:
        raise DateError("Welke dag bedoel je? Schrijf bijvoorbeeld 12 maart of 12-3-2027.")
    year = found["year"]
    if year:
        return parse_dutch_date(f"{found['date']}-{month}-{year}", today=today)
    this = (month, int(found["date"])) >= (today.month, today.day)
    return parse_dutch_date(f"{found['date']}-{month}-{today.year if this else today.year + 1}", today=today)


def end_of(found: re.Match[str], today: date) -> date:
    month = month_number(found["month"]) if found["month"] else today.month
    if month is None:
        raise DateError("Welke maand bedoel je?")
    return end_of_month(today.year if month >= today.month else today.year + 1, month)


MONTH_NAMES = "|".join(
    [*MONTHS, "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sept", "sep", "okt", "nov", "dec"]
)
READERS: tuple[tuple[str, Read], ...] = (
    (rf"(?P<near>{'|'.join(NEAR)})", lambda found, today: today + timedelta(days=NEAR[found["near"]])),
    (
        rf"(?P<which>(?:komende|aanstaande|a\.s\.|deze|volgende(?: week)?)\s+)?(?P<day>{WEEKDAY})"
        r"(?P<later> over een week)?",
        weekday_of,
    ),
    (
        rf"(?P<which>(?:volgende week)\s+)?(?P<short>{'|'.join(SHORT)})\.?",
        lambda found, today: (in_next_week if found["which"] else next_weekday)(today, SHORT[found["short"]]),
    ),
    (
        rf"(?:over|binnen) (?P<many>\d{{1,2}}|{'|'.join(NUMBERS)}) (?P<unit>dag(?:en)?|we(?:ek|ken)|maand(?:en)?)",
        ahead,
    ),
    (r"volgende week", lambda found, today: in_next_week(today, FRIDAY)),
    (
        r"(?:deze week|(?:het )?einde? van (?:de|deze) week|het weekend)",
        lambda found, today: end_of_week(today),
    ),
    (rf"(?:het )?einde? (?:van (?:de|deze) maand|(?:van )?(?P<month>{MONTH_NAMES}))", end_of),
    (
        rf"(?P<date>\d{{1,2}})(?:[-/.](?P<number>\d{{1,2}})|\s?(?P<month>{MONTH_NAMES})\.?)"
        r"(?:[-/.\s](?P<year>\d{4}))?",
        day_and_month,
    ),
)  # fmt: skip
SHORT_READER = 2  # «do» and «zo» are words too: these count only after a comma or a preposition


def find_day(line: str, today: date) -> Found | None:
    """The day at the end of a line, or else at its beginning; None without one. DateError for a day that is none."""
    words = line.lower()
    for place, (pattern, read) in enumerate(READERS):
        before = r"(?:,\s*|\b(?:uiterlijk|vóór|voor|op)\s+)" if place == SHORT_READER else r"(?:^|[\s,;]+)"
        if found := re.search(rf"{before}{PREFIX}{pattern}[\s.!]*$", words):
            return Found(read(found, today), line[: found.start()].strip(" ,;"))
    for place, (pattern, read) in enumerate(READERS):
        if place != SHORT_READER and (found := re.match(rf"{PREFIX}{pattern}(?=[\s,:]+\S)[\s,:]+", words)):
            return Found(read(found, today), line[found.end() :].strip(" ,;"))
    return None
