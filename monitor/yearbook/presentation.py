"""Figures as people see them: percentages with the published rounding, last year beside them, a chart for each.

The page, the PDF and the workbook all show what is made here, so that they can never differ.
"""

from dataclasses import dataclass
from decimal import Decimal

from monitor import charts
from monitor.charts import Chart, ChartRow
from monitor.figures import YearFigures, in_order
from monitor.indicators import CHAPTERS, INDICATORS, Form, Indicator
from monitor.percentages import largest_remainder, share

from .openings import opening

# Widths of a chart in its own units, so that letters are as large beside a table (80 mm) as above one (151 mm).
BESIDE, WIDE = 360, 680

# (code, label, count, earlier count)
Answer = tuple[str, str, int, int]


@dataclass(frozen=True)
class ShownRow:
    """One answer: how often this year and the year before, and the percentages of that.

    `code` is empty for answers that are shown together (`Indicator.merged`).
    """

    code: str
    label: str
    count: int
    percent: Decimal
    previous_count: int
    previous_percent: Decimal


@dataclass(frozen=True)
class ShownFigure:
    """One indicator ready to be shown. `basis` says in words over how many cases it is.

    `chart` fits beside its table; ages also have a `wide_chart` with the table under it.
    """

    indicator: Indicator
    rows: list[ShownRow]
    total: int
    base: int
    previous_base: int
    basis: str
    chart: Chart
    wide_chart: Chart | None

    @property
    def has_previous(self) -> bool:
        return self.previous_base > 0


@dataclass(frozen=True)
class Chapter:
    """A chapter opens with a sentence that says what was found."""

    title: str
    opening: str
    figures: list[ShownFigure]


def chapters_of(this: YearFigures, last: YearFigures, *, together: bool = True) -> list[Chapter]:
    """All figures of a year, by chapter. The data (a workbook) keep answers apart that pages show `together`."""
    shown = {i.key: shown_figure(i, this, last, together=together) for i in INDICATORS}
    return [
        Chapter(
            title, opening(title, shown, this), [f for f in shown.values() if f.indicator.chapter == title]
        )
        for title in CHAPTERS
    ]


def shown_figure(
    indicator: Indicator, this: YearFigures, last: YearFigures, *, together: bool = True
) -> ShownFigure:
    """One indicator of both years."""
    answers = answers_of(indicator, this.counts[indicator.key], last.counts[indicator.key])
    if together:
        answers = merged(indicator, answers)
    now, before = [row[2] for row in answers], [row[3] for row in answers]
    several = indicator.form == Form.SEVERAL
    base, previous_base = (this.total, last.total) if several else (sum(now), sum(before))
    rows = [
        ShownRow(code, label, count, percent, earlier, earlier_percent)
        for (code, label, count, earlier), percent, earlier_percent in zip(
            answers,
            percentages(indicator, now, base),
            percentages(indicator, before, previous_base),
            strict=True,
        )
    ]
    return ShownFigure(
        indicator,
        rows,
        this.total,
        base,
        previous_base,
        basis_of(base, this.total, several),
        chart_of(indicator, rows, this, last),
        chart_of(indicator, rows, this, last, WIDE) if indicator.form == Form.YEARS else None,
    )


def answers_of(indicator: Indicator, counts: dict[str, int], previous: dict[str, int]) -> list[Answer]:
    """Every answer given in one of the two years; ages without holes."""
    both = {code: counts.get(code, 0) or previous.get(code, 0) for code in {*counts, *previous}}
    if indicator.form == Form.YEARS and both:
        ages = [int(code) for code in both]
        both = {str(age): 1 for age in range(min(ages), max(ages) + 1)}
    elif indicator.chart == "split" and both:
        both = {"ja": 1, "nee": 1, **both}
    known = [
        (code, label, counts.get(code, 0), previous.get(code, 0))
        for code, label, _ in in_order(indicator, both)
    ]
    return (
        known
        if indicator.ordered or indicator.form == Form.YEARS
        else sorted(known, key=lambda a: (-a[2], a[1]))
    )


def merged(indicator: Indicator, answers: list[Answer]) -> list[Answer]:
    """The same, with the answers that pages show together added up under one label and no code."""
    rows = [answer for answer in answers if not is_merged(indicator, answer[0])]
    for label, codes in indicator.merged:
        together = [answer for answer in answers if answer[0] in codes]
        if together:
            rows.append(("", label, sum(a[2] for a in together), sum(a[3] for a in together)))
    return rows


def is_merged(indicator: Indicator, code: str) -> bool:
    return any(code in codes for _, codes in indicator.merged)


def percentages(indicator: Indicator, counts: list[int], base: int) -> list[Decimal]:
    """Adding up to 100 for one answer a case; shares of all cases for several."""
    if indicator.form == Form.SEVERAL:
        return [share(count, base, indicator.decimals) for count in counts]
    return largest_remainder(counts, indicator.decimals)


def basis_of(base: int, total: int, several: bool) -> str:
    """Over how many cases a figure is, in words."""
    cases = "1 casus" if total == 1 else f"{total} casussen"
    if several:
        return f"deel van alle {cases}"
    if base == total:
        return cases
    return f"{base} van de {cases} {'heeft' if base == 1 else 'hebben'} een antwoord"


def chart_of(
    indicator: Indicator, rows: list[ShownRow], this: YearFigures, last: YearFigures, width: int = BESIDE
) -> Chart:
    """The picture of a figure; last year is drawn only when there was one."""
    before = str(last.year) if last.total else ""
    key, title = f"figuur-{indicator.key.replace('_', '-')}", indicator.title
    key = key if width == BESIDE else f"{key}-breed"
    if indicator.form == Form.YEARS:
        ages = [ChartRow(row.label, row.count, row.previous_count if before else None) for row in rows]
        years = {"year": str(this.year), "previous_year": before}
        return charts.columns(ages, key=key, title=title, width=width, **years)
    drawn = [ChartRow(row.label, row.percent, row.previous_percent if before else None) for row in rows]
    if indicator.chart == "split" and len(drawn) == 2:
        return charts.split(drawn[0], drawn[1], key=key, title=title, previous_year=before)
    return charts.bars(drawn, key=key, title=title, year=str(this.year), previous_year=before)
