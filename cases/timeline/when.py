"""When something was, found in a line of text: `sep 2013 – jul 2020`, `van zijn 4e tot zijn 8e`. Pure.

A date may stand anywhere; the one at the beginning counts first. Raises DateError, with a Dutch sentence, for a date
that cannot be and for a line without one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from expertteam.ui.dates import SEASONS, STILL_GOING_ON, DateError, VagueDate, month_number, parse_period

from .loose_words import loose_period, refuse_school_year
from .moment_words import (
    MONTH,
    NUMBER,
    ORDINAL,
    SEASON,
    WHOSE,
    Life,
    at_age,
    find_moment,
    full_year,
    number_of,
)

NO_DATE = "Wanneer was dit? Schrijf het erbij, bijvoorbeeld ‘sep 2013 – jul 2020’, ‘voorjaar 2019’ of ‘toen hij 6 was’."
NO_START = "Het begin ontbreekt. Schrijf ook vanaf wanneer, bijvoorbeeld ‘2016 – 2018’ of ‘vanaf de geboorte tot 2018’."
TWICE = "Dit was twee keer: in {} en in {}. Schrijf elk op een eigen regel."
TOO_OPEN = "‘{}’ zegt niet wanneer het wel was. Schrijf ongeveer het jaar, bijvoorbeeld ‘rond 2019’."
NO_YEAR = "Het jaar ontbreekt. Schrijf bijvoorbeeld ‘mei 2019’ of ‘voorjaar 2019’."

_UNTIL = r"(?:tot en met|tot aan|tot ongeveer|tot rond|tot|t/m|t\.?e\.?m\.?|->|→|–|—|-)"
_NOW = "|".join([*sorted(map(re.escape, STILL_GOING_ON), key=len, reverse=True), "vandaag", "op dit moment"])
_STILL = re.compile(rf"\s*{_UNTIL}?\s*(?:{_NOW})(?!\w)", re.I)
_TO = re.compile(rf"\s*{_UNTIL}\s*", re.I)
_AND = re.compile(r"\s*(?:en|tot|–|-)\s*", re.I)
_NEXT_YEAR = re.compile(r"\s*(?P<link>en|&|\+|,)\s*(?P<year>[0-9]{4})(?![\w–/-])", re.I)
_SLASH = re.compile(r"/(?=[0-9]{2})")
_BEFORE = re.compile(
    r"(?:(?P<since>vanaf|sinds|sedert|met ingang van|m\.i\.v\.)|(?P<between>tussen)|van|in|op|per"
    r"|bij|uit)\s+(?:de\s|het\s)?",
    re.I,
)
_OPEN = re.compile(r"(?:^|\b)(?P<until>tot en met|tot aan|tot|t/m)\s$|\b(?P<open>voor|vóór|na)\s$", re.I)
_SCHOOL_YEAR = re.compile(
    r"(?:(?:het|in|in het) )?schooljaar\s(?P<first>[0-9]{4}|['’]?[0-9]{2})\s?[-–/]\s?(?:[0-9]{4}"
    r"|['’]?[0-9]{2})(?!\w)",
    re.I,
)
_AGES = (
    re.compile(
        rf"(?:van |tussen |vanaf |rond )?{WHOSE}\s(?P<first>{ORDINAL})\s?(?:{_UNTIL}|en)\s?"
        rf"(?:{WHOSE}\s)?(?P<last>{ORDINAL})(?: jaar)?(?!\w)",
        re.I,
    ),
    re.compile(
        rf"(?:van|tussen|vanaf)\s(?P<first>{NUMBER})\s?(?:jaar\s)?(?:{_UNTIL}|en)\s?"
        rf"(?P<last>{NUMBER})\s?(?:jaar|jr\.?)(?: oud)?(?!\w)",
        re.I,
    ),
)
_PART = re.compile(
    rf"(?:(?P<day>[0-9]{{1,2}})(?:[\s-](?P<month>{MONTH})\b\.?|[-/.](?P<number>[0-9]{{1,2}}))?"
    rf"|(?P<season>{SEASON})|(?P<name>{MONTH})\b\.?)(?!\w)",
    re.I,
)
_SHORT_END = re.compile(r"([0-9]{2})(?![0-9])")


@dataclass(frozen=True)
class Found:
    """A period and where it stood in the text."""

    start: VagueDate
    end: VagueDate | None
    ongoing: bool
    begins: int
    ends: int


def find_when(text: str, life: Life) -> Found:
    """The period in a line; the first one that can be read. Raises DateError."""
    for place in word_starts(text):
        if found := read_at(text, place, life):
            refuse_half(text[:place], text[place : found.ends])
            return found
    if loose := loose_period(text, life):
        return Found(*loose)
    refuse_school_year(text, life)
    raise DateError(
        NO_YEAR
        if re.match(rf"(?:in |op |sinds |vanaf )?(?:[0-9]{{1,2}}[\s-])?{MONTH}\b", text, re.I)
        else NO_DATE
    )


def word_starts(text: str) -> Iterator[int]:
    """Where a date may begin: at words, and at an apostrophe before figures."""
    return (one.start() for one in re.finditer(r"(?<![\w'’.,-])(?:\w|['’±~](?=\s?[0-9]))|^-?(?=[0-9])", text))


def refuse_half(before: str, period: str) -> None:
    """«tot 2018» and «na 2018» leave open when it began."""
    if half := _OPEN.search(before):
        raise DateError(
            NO_START if half["until"] else TOO_OPEN.format(f"{half['open']} {period}".strip().capitalize())
        )


def read_at(text: str, place: int, life: Life) -> Found | None:
    """The period that begins exactly here."""
    for pattern in _AGES:
        if ages := pattern.match(text, place):
            return _ages(ages, life)
    if school := _SCHOOL_YEAR.match(text, place):
        return _school_year(school, life)
    before = _BEFORE.match(text, place)
    at = before.end() if before else place
    if found := find_moment(text, at, life):
        return _with_end(text, place, found, before, life)
    return _half_a_start(text, place, at, life)


def _ages(found: re.Match[str], life: Life) -> Found:
    first, last = (at_age(number_of(found[name]), life) for name in ("first", "last"))
    return Found(first, last, False, found.start(), found.end())


def _school_year(found: re.Match[str], life: Life) -> Found:
    word = found["first"]
    year = int(full_year(word if len(word) == 4 else f"'{word[-2:]}", life.today))
    start, end = parse_period(f"augustus {year:04}"), parse_period(f"juli {year + 1:04}")
    return Found(start, end, False, found.start(), found.end())


def _with_end(
    text: str, place: int, found: tuple[VagueDate, int], before: re.Match[str] | None, life: Life
) -> Found:
    """Look behind a first moment for where it ends, or that it still goes on."""
    start, at = found
    if still := _STILL.match(text, at):
        return Found(start, None, True, place, still.end())
    between = bool(before and before["between"])
    end = _end_after(text, at, start, between, life) or _years_on_end(text, at, start)
    if end:
        return Found(start, end[0], False, place, end[1])
    return Found(start, None, bool(before and before["since"]), place, at)


def _end_after(
    text: str, at: int, start: VagueDate, between: bool, life: Life
) -> tuple[VagueDate, int] | None:
    link = (_AND if between else _TO).match(text, at) or (
        _SLASH.match(text, at) if start.precision == "year" else None
    )
    if link is None:
        return None
    if found := find_moment(text, link.end(), life):
        return found
    if (
        start.precision == "year"
        and link[0] in ("-", "/", "–")
        and (short := _SHORT_END.match(text, link.end()))
    ):
        year = start.date.year // 100 * 100 + int(short[1])
        return VagueDate(date(year if year >= start.date.year else year + 100, 1, 1), "year"), short.end()
    return _half_an_end(text, link.end(), start)


def _years_on_end(text: str, at: int, start: VagueDate) -> tuple[VagueDate, int] | None:
    """«in 2014 en 2015» is one period; years apart are two things, and each needs its own line. Raises DateError."""
    last, end = start.date.year, None
    while start.precision == "year" and (more := _NEXT_YEAR.match(text, at)):
        if int(more["year"]) != last + 1:
            if more["link"] == "," or end:
                break
            raise DateError(TWICE.format(last, more["year"]))
        last, at = last + 1, more.end()
        end = VagueDate(date(last, 1, 1), "year"), at
    return end


def _half_an_end(text: str, at: int, start: VagueDate) -> tuple[VagueDate, int] | None:
    """«sep 2013 – dec»: the first december after it."""
    part = _PART.match(text, at)
    if part is None or (part["day"] and not part["month"]):
        return None
    end = _in_year(part, start.date.year)
    return (end if end.date >= start.date else _in_year(part, start.date.year + 1)), part.end()


def _half_a_start(text: str, place: int, at: int, life: Life) -> Found | None:
    """«najaar – voorjaar 2019», «3 tot 10 mei 2019»: the beginning takes its year, and its month, from the end."""
    part = _PART.match(text, at)
    link = part and _TO.match(text, part.end())
    found = find_moment(text, link.end(), life) if link else None
    if part is None or found is None or found[0].precision in ("year", "age"):
        return None
    end = found[0]
    start = _in_year(part, end.date.year, end.date.month)
    start = start if start.date <= end.date else _in_year(part, end.date.year - 1, end.date.month)
    return Found(start, end, False, place, found[1])


def _in_year(part: re.Match[str], year: int, month: int = 1) -> VagueDate:
    """Part of a date with the year it lacks. Raises DateError when that day does not exist."""
    if part["season"]:
        return VagueDate(date(year, SEASONS[part["season"].lower()], 1), "season")
    name = (part["month"] or part["name"] or "").lower()
    month = month_number(name) or int(part["number"] or month)
    try:
        return VagueDate(date(year, month, int(part["day"] or 1)), "day" if part["day"] else "month")
    except ValueError:
        raise DateError(f"{part[0].strip()} {year} bestaat niet. Kijk de datum nog eens na.") from None
