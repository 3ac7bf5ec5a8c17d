"""When something was, for a line in which no date stands: «als kleuter», «al twee jaar», «in groep 3». Pure.

Looked at only when nothing in the line is a date: «als kleuter, in 2013» was in 2013.
"""

import re
from datetime import date

from expertteam.ui.dates import DateError, VagueDate

from .moment_words import NUMBER, SEASON, Life, at_age, last_one, long_ago

STAGES = {"baby": (0, 1), "dreumes": (1, 2), "peuter": (2, 3), "kleuter": (4, 5)}
CORONA = VagueDate(date(2020, 3, 1), "season")
_STAGE = re.compile(
    rf"(?:(?<!\w)(?:als |in (?:de |zijn |haar ))|^)(?P<stage>{'|'.join(STAGES)})(?:tijd|leeftijd)?(?!\w)",
    re.I,
)
_GOING_ON = re.compile(
    r"(?<!\w)"
    r"(?:al|sinds|sedert|(?:de |het )?(?:afgelopen|laatste))\s(?:ongeveer |ruim |bijna |zo['’]n |meer dan )?(?:een )?"
    rf"(?P<many>{NUMBER}\s)?(?P<unit>weken|week|maanden|maand|half jaar|jaar)(?!\w|\svan\b)",
    re.I,
)
_SINCE = re.compile(rf"(?<!\w)(?:sinds|vanaf) (?:de )?(?P<which>corona(?:tijd|crisis)?|{SEASON})(?!\w)", re.I)
_GROUP = re.compile(r"\bgroep\s?(?P<group>[1-8])\b", re.I)
_CLASS = re.compile(r"\b(?P<first>brugklas)\b|\bklas\s?(?P<class>[1-6])\b", re.I)
FIRST_GROUP_AT, CLASSES_AFTER = 4, 8
ASK_YEAR = (
    "‘{}’ is meestal schooljaar {}-{}, maar dat verschilt. Klopt het? Schrijf het er dan voor. "
    "Anders het jaar of de leeftijd: ‘toen hij 6 was’."
)


Loose = tuple[VagueDate, VagueDate | None, bool, int, int]


def loose_period(text: str, life: Life) -> Loose | None:
    """Beginning, end, whether it goes on, and where the words stood; None when nothing says when it was."""
    for pattern, read in ((_GOING_ON, _going_on), (_SINCE, _since), (_STAGE, _stage)):
        if found := pattern.search(text):
            return read(found, life)
    return None


def _going_on(found: re.Match[str], life: Life) -> Loose:
    many, unit = (found["many"] or "een").strip(), found["unit"].lower()
    start = long_ago("6", "maanden", life) if unit == "half jaar" else long_ago(many, unit, life)
    return start, None, True, found.start(), found.end()


def _since(found: re.Match[str], life: Life) -> Loose:
    which = found["which"].lower()
    start = CORONA if which.startswith("corona") else last_one(which, life.today)
    return start, None, True, found.start(), found.end()


def _stage(found: re.Match[str], life: Life) -> Loose:
    first, last = (at_age(years, life) for years in STAGES[found["stage"].lower()])
    return first, last, False, found.start(), found.end()


def refuse_school_year(text: str, life: Life) -> None:
    """«in groep 3» says no year, since many repeat one; ask with the year it mostly is. Raises DateError."""
    if group := _GROUP.search(text):
        year = first_school_year(life.birth) + int(group["group"]) - 1
    elif group := _CLASS.search(text):
        year = first_school_year(life.birth) + CLASSES_AFTER + int(group["class"] or 1) - 1
    else:
        return
    if year > life.today.year:
        return
    raise DateError(ASK_YEAR.format(group[0].capitalize(), year, year + 1))


def first_school_year(birth: date) -> int:
    """The year in which group 1 began: a child is four before the first of October."""
    return birth.year + FIRST_GROUP_AT + (birth.month >= 10)
