"""One moment as people write it, anywhere in a line: 2012, sep '13, voorjaar 2019, toen hij 6 was, vorig jaar. Pure.

Nothing here decides which part of a line is the date; see `when.py`. What looks like a date but cannot be one raises
DateError, with a Dutch sentence that says what to do.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from expertteam.ui.dates import (
    MONTHS,
    SEASONS,
    SHORT_MONTHS,
    WEEKDAYS,
    DateError,
    VagueDate,
    birthday,
    month_number,
    months_after,
    parse_period,
)

OLDEST = 25
NUMBERS = (
    "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
    "veertien", "vijftien", "zestien", "zeventien", "achttien",
)  # fmt: skip
ORDINALS = (
    "nulde", "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende",
    "elfde", "twaalfde", "dertiende", "veertiende", "vijftiende", "zestiende", "zeventiende", "achttiende",
)  # fmt: skip


@dataclass(frozen=True)
class Life:
    """Against what relative dates are read."""

    birth: date
    today: date


def _any(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


MONTH = rf"(?:{_any([*MONTHS, *SHORT_MONTHS])})"
SEASON = rf"(?:{_any(SEASONS)})"
YEAR = r"(?:[0-9]{4}|['’][0-9]{2})(?![0-9])"
NUMBER = rf"(?:[0-9]{{1,2}}(?:[.,]5|½)?|anderhalf|{_any(NUMBERS)}|één)"
ORDINAL = rf"(?:[0-9]{{1,2}}\s?(?:e|ste|de)|{_any(ORDINALS)})"
WHOSE = r"(?:zijn|haar|hun|z['’]n|d['’]r|diens)"
ABOUT = (
    r"(?:begin|midden|medio|half|eind|einde|rond|circa|ca\.?|omstreeks|ongeveer|ergens in|±|~"
    r"|(?:de )?(?:eerste|tweede|1e|2e) helft)(?: van)?"
)
WEEKDAY = rf"(?:{_any(WEEKDAYS)})"
Reader = Callable[[re.Match[str], Life], VagueDate]


def find_moment(text: str, place: int, life: Life) -> tuple[VagueDate, int] | None:
    """The moment that begins at this place and where it ends, or None. Raises DateError for one that cannot be."""
    for pattern, read in READERS:
        if found := pattern.match(text, place):
            return read(found, life), found.end()
    return None


def number_of(word: str) -> float:
    """6, zes, zesde, 6e, 2,5 or anderhalf as a number."""
    word = word.lower().replace("é", "e").replace("½", ".5").replace(",", ".")
    for words in (NUMBERS, ORDINALS):
        if word in words:
            return words.index(word)
    if word == "anderhalf":
        return 1.5
    digits = re.match(r"[0-9.]+", word)
    return float(digits[0].rstrip(".")) if digits else 0


def full_year(word: str, today: date) -> str:
    """Four figures; '13 is the last year that ended in 13, or one soon."""
    if len(word) == 4 and word.isdecimal():
        return word
    year = today.year // 100 * 100 + int(word[-2:])
    return str(year if year <= today.year + 2 else year - 100)


def at_age(years: float, life: Life) -> VagueDate:
    """The year in which somebody was that old; half years are known to the month."""
    if years > OLDEST:
        raise DateError(f"Een leeftijd van {years:g} jaar kan hier niet kloppen. Kijk hem nog eens na.")
    born = birthday(life.birth, int(years))
    return VagueDate(born, "age") if years == int(years) else month_after(born, round((years % 1) * 12))


def month_after(day: date, months: int) -> VagueDate:
    """The month so many months later, or earlier."""
    return VagueDate(months_after(day, months).replace(day=1), "month")


def _typed(found: re.Match[str], life: Life) -> VagueDate:
    words = re.sub(rf"^(?:{ABOUT}|{WEEKDAY})\s*", "", found[0], flags=re.I)
    words = re.sub(rf"\b(van|in|de|het)\s|(?<=[0-9])(e|ste)\b(?=\s?{MONTH})", " ", words, flags=re.I)
    words = re.sub(r"['’]([0-9]{2})$", lambda year: full_year(year[0], life.today), words)
    moment = parse_period(words)
    about = words != found[0] and moment.precision == "day" and re.match(ABOUT, found[0], re.I)
    return VagueDate(moment.date.replace(day=1), "month") if about else moment


def _winter(found: re.Match[str], life: Life) -> VagueDate:
    first, second = int(found["first"]), int(found["second"][-2:])
    if (first + 1) % 100 != second:
        raise DateError("Een winter loopt van het ene jaar in het volgende: schrijf ‘winter 2018’.")
    return parse_period(f"winter {first}")


def _age(found: re.Match[str], life: Life) -> VagueDate:
    return at_age(number_of(found["age"]), life)


def _first_year(found: re.Match[str], life: Life) -> VagueDate:
    return at_age(0, life)


def _months_old(found: re.Match[str], life: Life) -> VagueDate:
    return month_after(life.birth, int(number_of(found["age"])))


def _ago(found: re.Match[str], life: Life) -> VagueDate:
    return long_ago(found["many"], found["unit"], life)


def long_ago(word: str, unit: str, life: Life) -> VagueDate:
    """So many weeks, months or years before today: the month, of whole years the year."""
    many, unit = number_of(word), unit.lower()
    if unit.startswith("w"):
        return month_after(life.today - timedelta(weeks=many), 0)
    if unit.startswith("m") or many % 1:
        return month_after(life.today, -round(many if unit.startswith("m") else many * 12))
    return VagueDate(date(life.today.year - int(many), 1, 1), "year")


def _half_a_year_ago(found: re.Match[str], life: Life) -> VagueDate:
    return month_after(life.today, -6)


def _day(found: re.Match[str], life: Life) -> VagueDate:
    back = {"vandaag": 0, "gisteren": 1, "eergisteren": 2}[found[0].lower()]
    return VagueDate(life.today - timedelta(days=back), "day")


def _near(found: re.Match[str], life: Life) -> VagueDate:
    now, back = life.today, found["which"].lower() not in ("dit", "deze")
    unit = found["unit"].lower()
    if unit == "jaar":
        return VagueDate(date(now.year - back, 1, 1), "year")
    if unit == "maand":
        return month_after(now, -int(back))
    if unit == "week":
        return month_after(now - timedelta(weeks=int(back)), 0)
    if back:
        return last_one(unit, now)
    begun = part_of_year(unit, now.year - 1)
    return begun if begun.last_day >= now else part_of_year(unit, now.year)


def last_one(unit: str, today: date) -> VagueDate:
    """The last season or month of this name that is over."""
    this_year = part_of_year(unit, today.year)
    return this_year if this_year.last_day < today else part_of_year(unit, today.year - 1)


def part_of_year(unit: str, year: int) -> VagueDate:
    """A season or month by its name."""
    month = SEASONS.get(unit) or month_number(unit) or 1
    return VagueDate(date(year, month, 1), "season" if unit in SEASONS else "month")


def _in_that_year(found: re.Match[str], life: Life) -> VagueDate:
    year = life.today.year - (found["which"].lower() == "vorig")
    return parse_period(f"{found['unit']} {year}")


def _year_first(found: re.Match[str], life: Life) -> VagueDate:
    return parse_period(f"{found['unit']} {found['year']}")


def _year_in(found: re.Match[str], life: Life) -> int:
    """The year that stands there. Raises DateError for one that cannot be."""
    return parse_period(full_year(found["year"], life.today)).date.year


def _feast(found: re.Match[str], life: Life) -> VagueDate:
    year = _year_in(found, life)
    feast = found["feast"].lower()
    if feast == "zomervakantie":
        return parse_period(f"zomer {year:04}")
    fixed = {"kerst": 12, "sinterklaas": 12, "herfstvakantie": 10}
    month = next((month for word, month in fixed.items() if feast.startswith(word)), 0)
    days = 39 if feast.startswith("hemelvaart") else 49 if feast.startswith("pinkster") else 0
    return VagueDate(
        date(year, month, 1) if month else (easter(year) + timedelta(days)).replace(day=1), "month"
    )


def _after(found: re.Match[str], life: Life) -> VagueDate:
    year = _year_in(found, life)
    if found["feast"].lower().startswith("zomer"):
        return parse_period(f"najaar {year:04}")
    return VagueDate(date(year + 1, 1, 1), "month")


def easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian rule, Meeus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


def _week(found: re.Match[str], life: Life) -> VagueDate:
    try:
        thursday = date.fromisocalendar(_year_in(found, life), int(found["week"]), 4)
    except ValueError:
        raise DateError(f"Week {found['week']} van dat jaar bestaat niet. Kijk hem nog eens na.") from None
    return VagueDate(thursday.replace(day=1), "month")


def _birth(found: re.Match[str], life: Life) -> VagueDate:
    return VagueDate(life.birth, "day")


def _compiled(*readers: tuple[str, Reader]) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    return tuple((re.compile(rf"{pattern}(?!\w)", re.I), read) for pattern, read in readers)


DAY = (
    r"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}\s?[-/.]\s?[0-9]{1,2}\s?[-/.]\s?(?:[0-9]{2,4}|['’][0-9]{2})"
    rf"|[0-9]{{1,2}}(?:e|ste)?[\s-]?{MONTH}\.?[\s-]?(?:van )?{YEAR}"
)
LESS = (
    rf"(?:{SEASON}|{MONTH}\.?)(?: van| in)?\s?{YEAR}"
    r"|[0-9]{4}[-/](?:0?[1-9]|1[0-2])(?![0-9])|[0-9]{1,2}\s?[-/]\s?[0-9]{4}"
)
FEAST = (
    r"kerst(?:mis|vakantie)?|sinterklaas|herfstvakantie|zomervakantie|pasen|pinksteren|hemelvaart(?:sdag)?"
)
WHEN = r"toen (?:\S+ ){1,3}?(?:net |bijna |ongeveer |ca\.? |rond de )?"

READERS = _compiled(
    (r"winter (?P<first>[0-9]{4})\s?[-–/]\s?(?P<second>[0-9]{4}|[0-9]{2})", _winter),
    (rf"(?:{ABOUT}\s?)?(?:(?:de )?(?:{DAY}|{LESS}))", _typed),
    (rf"{WEEKDAY}\s(?:{DAY})", _typed),
    (rf"(?:{ABOUT} )?(?:de )?(?P<feast>{FEAST})(?: van| in)?\s(?P<year>{YEAR})", _feast),
    (rf"na (?:de )?(?P<feast>zomer(?:vakantie)?|kerst(?:vakantie)?)(?: van| in)?\s(?P<year>{YEAR})", _after),
    (rf"week (?P<week>[0-9]{{1,2}})(?: van| in)?,?\s(?P<year>{YEAR})", _week),
    (rf"(?P<year>[0-9]{{4}}),?\s(?P<unit>{SEASON}|{_any(MONTHS)})", _year_first),
    (r"(?:een |1 )?half jaar geleden", _half_a_year_ago),
    (rf"(?:{ABOUT}\s|ruim |bijna |zo['’]n )?(?P<many>{NUMBER})\s(?P<unit>weken|week|maanden|maand|jaar) geleden", _ago),
    (rf"(?:{ABOUT}\s?)?{YEAR}", _typed),
    (r"vandaag|gisteren|eergisteren", _day),
    (rf"(?P<which>dit|vorig) jaar (?:in )?(?P<unit>{SEASON}|{MONTH})", _in_that_year),
    (rf"(?:{ABOUT}\s)?(?P<which>dit|deze|vorige?|afgelopen)\s(?P<unit>jaar|maand|week|{SEASON}|{MONTH})", _near),
    (rf"{WHEN}(?P<age>{NUMBER}) (?:maanden?|mnd)(?: oud)? was", _months_old),
    (rf"{WHEN}(?P<age>{NUMBER})(?: ?(?:jaar|jr\.?))?(?: oud)? (?:was|werd)", _age),
    (rf"(?:{ABOUT} )?{WHOSE}\s(?P<age>{ORDINAL})(?: (?:jaar|verjaardag))?", _age),
    (rf"(?:{ABOUT} )?(?:de )?(?P<age>{NUMBER})\s?-?\s?jarige leeftijd", _age),
    (rf"(?:{ABOUT} )?de leeftijd van (?P<age>{NUMBER})(?: jaar)?", _age),
    (rf"(?P<age>{NUMBER})\s?-?\s?(?:jaar|jr\.?) oud", _age),
    (rf"(?P<age>{NUMBER}) (?:maanden|maand|mnd) oud", _months_old),
    (r"(?:het |zijn |haar )?eerste levensjaar|als baby", _first_year),
    (rf"als (?P<age>{NUMBER})-?jarige", _age),
    (rf"(?:{WHOSE} |de )?geboorte|het begin af aan", _birth),
)  # fmt: skip
