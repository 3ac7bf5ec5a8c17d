"""When something was, as honestly as it is known: the days it surely covered and the days it may have. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from expertteam.ui.dates import VagueDate

DAY = timedelta(days=1)
AT_HOME = re.compile(
    r"\b(?:thuis|huis van|bij (?:zijn |haar )?(?:\w*ouders?|\w*moeder|\w*vader|oma|opa|tante|oom"
    r"|familie|zus|broer|vriend\w*)"
    r"|netwerk|op zichzelf|zelfstandig)\b",
    re.I,
)
Days = tuple[date, date]


@dataclass(frozen=True)
class Span:
    """An event in time, days inclusive.

    It may have begun on `first` and has surely begun on `sure_from`; it surely lasted until `sure_until` and may have
    lasted until `last`. `sure_until` before `sure_from`: no day is sure. `start` and `end` are as they were told.
    """

    key: int
    kind: str
    text: str
    start: VagueDate
    end: VagueDate | None
    ongoing: bool
    first: date
    sure_from: date
    sure_until: date
    last: date
    mark: str = ""
    provider: str = ""

    @property
    def sure(self) -> Days | None:
        """The days it surely covered."""
        return (self.sure_from, self.sure_until) if self.sure_from <= self.sure_until else None

    @property
    def lasts(self) -> bool:
        """Whether it is known until when: it has an end, or still goes on."""
        return self.ongoing or self.end is not None

    @property
    def ends_unknown(self) -> bool:
        """Nobody wrote until when, and it was more than one day one can point at."""
        return not self.lasts and self.start.precision != "day"

    @property
    def is_help(self) -> bool:
        """Somebody was there: help, or a stay that is not at home or with family."""
        return self.kind == "hulp" or (self.kind == "verblijf" and not AT_HOME.search(self.text))


def span_of(
    *, key: int, kind: str, text: str, start: VagueDate, end: VagueDate | None, ongoing: bool, today: date,
    mark: str = "", provider: str = "",
) -> Span:  # fmt: skip
    """The span of an event; what goes on, goes on until today."""
    if ongoing:
        last = max(today, start.last_day)
        edges = (start.date, start.last_day, last, last)
    elif end:
        edges = (start.date, start.last_day, end.date, end.last_day)
    else:
        edges = (start.date, start.last_day, start.date, start.last_day)
    return Span(key, kind, text, start, end, ongoing, *edges, mark=mark, provider=provider)


def union(periods: Iterable[Days]) -> list[Days]:
    """The same days in as few periods as possible, in order."""
    joined: list[Days] = []
    for begins, ends in sorted(periods):
        if joined and begins <= joined[-1][1] + DAY:
            joined[-1] = (joined[-1][0], max(joined[-1][1], ends))
        else:
            joined.append((begins, ends))
    return joined


def left_open(periods: Iterable[Days], window: Days) -> list[Days]:
    """The days of the window that no period covers."""
    opened, at = [], window[0]
    for begins, ends in union(periods):
        if begins > at:
            opened.append((at, min(begins - DAY, window[1])))
        at = max(at, ends + DAY)
    if at <= window[1]:
        opened.append((at, window[1]))
    return [one for one in opened if one[0] <= one[1] <= window[1]]


def days_in(period: Days) -> int:
    """How many days, the first and the last included."""
    return (period[1] - period[0]).days + 1


def overlap(one: Days, other: Days) -> Days | None:
    """The days two periods share."""
    shared = (max(one[0], other[0]), min(one[1], other[1]))
    return shared if shared[0] <= shared[1] else None
