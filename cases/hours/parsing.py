"""Hours as people type them, in one line: `1,5 u vandaag gesprek met school`. Pure: no Django, no clock of its own."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from expertteam.ui.dates import WEEKDAYS, DateError, parse_dutch_date

EXAMPLE = "Schrijf bijvoorbeeld ‘1,5 u vandaag gesprek met school’ of ‘ma 45 min’."
LONGEST = 24 * 60
DAYS_AGO = {"vandaag": 0, "gisteren": 1, "eergisteren": 2, "morgen": -1, "overmorgen": -2}
WORDS = {
    "kwartier": 15, "een kwartier": 15, "half uur": 30, "halfuur": 30, "een half uur": 30, "een halfuur": 30,
    "half uurtje": 30, "een half uurtje": 30, "een uurtje": 60,
    "drie kwartier": 45, "driekwartier": 45, "een uur": 60, "één uur": 60, "anderhalf uur": 90, "twee uur": 120,
    "drie uur": 180, "vier uur": 240,
}  # fmt: skip
FRACTIONS = {"": 0, "¼": 15, "½": 30, "¾": 45}

_HOUR = r"(?:uren|uurtje|uur|u|h)"
_MINUTE = r"(?:minuten|minuut|min|m)\.?"
_SIGNS = re.compile(
    rf"(?:(?P<clock>\d{{1,2}}):(?P<rest>[0-5]\d)(?:\s*{_HOUR})?"
    rf"|(?P<hours>\d{{1,4}}(?:[.,]\d{{1,2}})?)?(?P<part>[¼½¾])?\s*{_HOUR}\.?"
    rf"(?:(?P<glued>[0-5]\d)(?=[\s,;:]|$)|\s*(?:en\s*)?(?P<more>\d{{1,2}})\s*{_MINUTE}(?=[\s,;:]|$))?"
    rf"|(?P<minutes>\d{{1,4}})\s*{_MINUTE})(?=[\s,;:]|$)",
    re.IGNORECASE,
)
_WORDS = re.compile(rf"(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?=[\s,;:]|$)", re.IGNORECASE)
_SHORT_DAY = re.compile(
    r"(?:op\s+|afgelopen\s+)?(?P<day>vandaag|gisteren|eergisteren|morgen|overmorgen|"
    r"ma(?:andag)?|di(?:nsdag)?|wo(?:ensdag)?|do(?:nderdag)?|vr(?:ijdag)?|za(?:terdag)?|zo(?:ndag)?)\.?(?=[\s,;:]|$)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:op\s+)?(?P<date>\d{1,2}\s*[-/.]\s*\d{1,2}(?:\s*[-/.]\s*\d{4})?|\d{4}-\d{1,2}-\d{1,2}"
    r"|\d{1,2}\s+(?:jan|feb|m(?:aa)?rt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?(?:\s+\d{4})?)(?=[\s,;:]|$)",
    re.IGNORECASE,
)
_BETWEEN = " \t,;:–-"


class HoursError(ValueError):
    """A line that cannot be read; the text says in Dutch what to do."""


@dataclass(frozen=True)
class Worked:
    """What a line says: how many minutes, on which day, and on what."""

    minutes: int
    day: date
    what: str


def parse_hours(line: str, *, today: date) -> Worked:
    """Read one line: how long, which day (today when nothing is said) and what was done, in any order.

    How long: `1,5 u`, `1u30`, `1:30`, `2½ uur`, `45 min`, `half uur`, `anderhalf uur`. Which day: vandaag, gisteren, a
    day of the week (the last one, today included), `3-11` or `3 nov` (the last one) or a full date. Raises HoursError.
    """
    rest = " ".join(line.split())
    minutes: int | None = None
    day: date | None = None
    for begin in (True, False):
        while True:
            if minutes is None and (found := _length(rest, begin)):
                minutes, rest = found
            elif day is None and (seen := _day(rest, begin, today)):
                day, rest = seen
            else:
                break
    return _checked(minutes, day or today, rest, today)


def _checked(minutes: int | None, day: date, rest: str, today: date) -> Worked:
    if minutes is None:
        raise HoursError(f"We zien niet hoe lang het was. {EXAMPLE}")
    if minutes < 1:
        raise HoursError("Dit is nul uur. Schrijf op hoe lang je bezig was.")
    if minutes > LONGEST:
        raise HoursError("Een dag heeft 24 uur. Schrijf op hoe lang het op deze dag was.")
    if day > today:
        raise HoursError("Deze dag moet nog komen. Schrijf uren op als ze gewerkt zijn.")
    return Worked(minutes, day, rest.strip(_BETWEEN))


def _length(text: str, begin: bool) -> tuple[int, str] | None:
    """How long, and the text without it; at the begin or the end of the text."""
    for pattern in (_WORDS, _SIGNS):
        found = _at(pattern, text, begin)
        if found and (minutes := _minutes(found)) is not None:
            return minutes, _without(text, found)
    return None


def _minutes(found: re.Match[str]) -> int | None:
    if found.re is _WORDS:
        return WORDS[" ".join(found[0].lower().split())]
    if found["clock"]:
        return int(found["clock"]) * 60 + int(found["rest"])
    if found["minutes"]:
        return int(found["minutes"])
    if not found["hours"] and not found["part"]:
        return None
    hours = float((found["hours"] or "0").replace(",", "."))
    return round(hours * 60) + FRACTIONS[found["part"] or ""] + int(found["glued"] or found["more"] or 0)


def _day(text: str, begin: bool, today: date) -> tuple[date, str] | None:
    """The day, and the text without it; at the begin or the end of the text."""
    if found := _at(_DATE, text, begin):
        return _dated(found["date"], today), _without(text, found)
    if found := _at(_SHORT_DAY, text, begin):
        return _named(found["day"].lower(), today), _without(text, found)
    return None


def _named(word: str, today: date) -> date:
    if word in DAYS_AGO:
        return today - timedelta(days=DAYS_AGO[word])
    wanted = next(place for place, name in enumerate(WEEKDAYS) if name.startswith(word))
    return today - timedelta(days=(today.weekday() - wanted) % 7)


def _dated(words: str, today: date) -> date:
    """A date; without a year the last time it was that day."""
    try:
        if re.search(r"\d{4}", words):
            return parse_dutch_date(words, today=today)
        glue = "-" if re.search(r"[-/.]\s*\d", words) else " "
        this_year = parse_dutch_date(f"{words.rstrip('. ')}{glue}{today.year}", today=today)
        if this_year <= today:
            return this_year
        return parse_dutch_date(f"{words.rstrip('. ')}{glue}{today.year - 1}", today=today)
    except DateError as error:
        raise HoursError(str(error)) from error


def _at(pattern: re.Pattern[str], text: str, begin: bool) -> re.Match[str] | None:
    """The first match at the begin, or the one that runs to the end and begins a word."""
    if begin:
        return pattern.match(text.lstrip(_BETWEEN))
    return next(
        (
            one
            for one in pattern.finditer(text)
            if not text[one.end() :].strip(_BETWEEN) and _begins_word(text, one)
        ),
        None,
    )


def _begins_word(text: str, found: re.Match[str]) -> bool:
    return found.start() == 0 or text[found.start() - 1] in _BETWEEN


def _without(text: str, found: re.Match[str]) -> str:
    """The text around a match, with what stood between taken off."""
    whole = found.string
    return f"{whole[: found.start()].strip(_BETWEEN)} {whole[found.end() :].strip(_BETWEEN)}".strip()
