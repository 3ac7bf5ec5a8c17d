"""Start and end of something in a life: what can be, and how it is stored. Pure."""

from datetime import date
from typing import Any

from expertteam.ui.dates import VagueDate, long_date

MOST_YEARS_AHEAD = 2


class EndsBeforeStart(ValueError):
    """The end lies before the beginning, however vague both are."""


def out_of_life(moment: VagueDate, birth: date, today: date) -> str:
    """Why something cannot have happened then, in words: long before birth, or too far ahead; else an empty text."""
    last = moment.last_day
    if (last.year + 1, last.month, last.day) < (birth.year, birth.month, birth.day):
        return f"Dit ligt meer dan een jaar voor de geboorte ({long_date(birth)}). Kijk het jaar nog eens na."
    ahead = (today.year + MOST_YEARS_AHEAD, today.month, today.day)
    if (moment.date.year, moment.date.month, moment.date.day) > ahead:
        return f"Dit ligt meer dan {MOST_YEARS_AHEAD} jaar in de toekomst. Kijk het jaar nog eens na."
    return ""


def moments(start: VagueDate, end: VagueDate | None) -> dict[str, Any]:
    """Start and end as they are stored; EndsBeforeStart when they cannot be.

    A vague end may hold the beginning: «mei 2012 tot 2012». It is then stored as beginning with the start.
    """
    if end and end.date < start.date:
        if end.last_day < start.date:
            raise EndsBeforeStart
        # From a later day an age would last a year too long; the year is as far as one can know.
        end = VagueDate(start.date, "year" if end.precision == "age" else end.precision)
    return {
        "starts_on": start.date,
        "starts_precision": start.precision,
        "ends_on": end.date if end else None,
        "ends_precision": end.precision if end else "",
    }


def said(moment: VagueDate, birth: date) -> str:
    """A moment as it is said about somebody born then; an age is called by its years: `op 6-jarige leeftijd`."""
    if moment.precision != "age":
        return moment.label()
    age = moment.date.year - birth.year
    return f"op {age}-jarige leeftijd" if age > 0 else "in het eerste levensjaar"


def period_in_words(start: VagueDate, end: VagueDate | None, ongoing: bool, birth: date) -> str:
    """`september 2013 tot juli 2020`, `sinds mei 2024`, `voorjaar 2019`, `op 6-jarige leeftijd`, `van 4 tot 8 jaar`."""
    first = said(start, birth)
    if ongoing:
        return f"sinds {first}".replace("sinds op", "vanaf").replace("sinds in", "vanaf")
    last = said(end, birth) if end else ""
    if not end or last == first:
        return first
    if start.precision == end.precision == "age":
        return f"van {start.date.year - birth.year} tot {end.date.year - birth.year} jaar"
    return f"{first} tot {last.removeprefix('op ').removeprefix('in ')}"
