"""Figures as people see them, from plain counts."""

from typing import Any

from monitor.figures import YearFigures
from monitor.indicators import BY_KEY
from monitor.yearbook.presentation import ShownFigure, shown_figure


def year(number: int, total: int, **counts: dict[str, int]) -> YearFigures:
    """The figures of a year; `counts` by the key of an indicator."""
    figures = YearFigures(number, total=total)
    figures.counts.update(counts)
    return figures


def figure(key: str, this: YearFigures, last: YearFigures | None = None) -> ShownFigure:
    return shown_figure(BY_KEY[key], this, last or YearFigures(this.year - 1))


def percentages(shown: ShownFigure) -> dict[str, Any]:
    return {row.label: str(row.percent) for row in shown.rows}
