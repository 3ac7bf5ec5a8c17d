"""One pass over the database gives all figures of a year and of the year before: two statements, and one for labels."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection
from django.utils import timezone

from cases.casefile.models import NOT_COUNTED_PHASES
from cases.choices.queries import labels
from expertteam.accounts.models import Team

from .indicators import FIXED_ORDER, INDICATORS, Form, Indicator
from .statements import TOTALS, counting_statement


@dataclass
class YearFigures:
    """Counts of one year and team. `counts[key][code]` holds only answers that were given at least once.

    `days_to_meeting`, `days_to_advice` and `days_to_closing` are medians in days, None without any case that got that
    far; `met`, `advised` and `closed` say over how many cases.
    """

    year: int
    total: int = 0
    consultations: int = 0
    closed: int = 0
    days_to_closing: float | None = None
    advised: int = 0
    days_to_advice: float | None = None
    met: int = 0
    days_to_meeting: float | None = None
    counts: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))

    def as_json(self) -> dict[str, Any]:
        """What can be kept as JSON and read back with `YearFigures(**kept).complete()`."""
        return {**vars(self), "counts": {key: counts for key, counts in self.counts.items() if counts}}

    def complete(self) -> "YearFigures":
        """After reading it back from JSON: an indicator without answers is an empty count again."""
        self.counts = defaultdict(dict, self.counts)
        return self


def figures_of(team: Team, year: int) -> tuple[YearFigures, YearFigures]:
    """The figures of the year and of the year before it, from two statements."""
    found = {y: YearFigures(y) for y in (year, year - 1)}
    parameters: dict[str, Any] = {
        "team": team.pk,
        **what_counts(),
        "first": date(year - 1, 1, 1),
        "last": date(year, 12, 31),
    }
    with connection.cursor() as cursor:
        cursor.execute(TOTALS, parameters)
        for row in cursor.fetchall():
            add_totals(found[row[0]], row[1:])
        cursor.execute(counting_statement(), parameters)
        for y, key, code, count in cursor.fetchall():
            found[y].counts[key][code] = count
    return found[year], found[year - 1]


def what_counts() -> dict[str, Any]:
    """The parameters of `statements.COUNTS`."""
    phases = [str(phase.value) for phase in NOT_COUNTED_PHASES]
    return {"not_counted": phases, "today": timezone.localdate()}


def add_totals(figures: YearFigures, row: tuple) -> None:
    """Add one line of the totals: cases or consultations of a year."""
    total, closed, to_closing, advised, to_advice, met, to_meeting, consultations = row
    figures.total += total
    figures.consultations += consultations
    figures.closed += closed
    figures.advised += advised
    figures.met += met
    figures.days_to_meeting = to_meeting if to_meeting is not None else figures.days_to_meeting
    figures.days_to_closing = to_closing if to_closing is not None else figures.days_to_closing
    figures.days_to_advice = to_advice if to_advice is not None else figures.days_to_advice


def in_order(indicator: Indicator, counts: dict[str, int]) -> list[tuple[str, str, int]]:
    """(code, label, count) of the answers given: fixed order where there is one, else the most given first."""
    if indicator.form == Form.YEARS:
        return [(code, code, counts[code]) for code in sorted(counts, key=int)]
    if indicator.form == Form.BANDS:
        return [(code, code, counts[code]) for code in FIXED_ORDER[indicator.key] if code in counts]
    known = labels(indicator.question)
    rows = [(code, known.get(code, code), counts[code]) for code in known if code in counts]
    return rows if indicator.ordered else sorted(rows, key=lambda row: (-row[2], row[1]))


def as_published(figures: YearFigures) -> dict[str, int | dict[str, int]]:
    """The figures with the keys and labels of the published set: `{"geslacht": {"Jongen": 18, …}, …, "aantal": 31}`."""
    content: dict[str, int | dict[str, int]] = {
        indicator.key: {
            label: count for _, label, count in in_order(indicator, figures.counts[indicator.key])
        }
        for indicator in INDICATORS
        if indicator.published
    }
    return {**content, "aantal": figures.total}
