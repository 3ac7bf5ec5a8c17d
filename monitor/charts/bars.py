"""Horizontal bars: an answer a row, this year thick, the year before thin under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.charts.legend import draw_legend
from monitor.charts.parts import (
    COLOURS,
    INK,
    LINE_HEIGHT,
    MUTED,
    Chart,
    ChartRow,
    Drawing,
    Number,
    described,
    empty_chart,
    largest,
    lines_of,
    value_text,
    width_of,
)

ROW_GAP, SMALLEST_ROW = 7, 20
THICK, THIN, BETWEEN = 13, 4, 2
BASELINE = 11.7  # of a line of text beside a thick bar, from its top
LABEL_LEAST, LABEL_MOST = 0.35, 0.46
LABEL_GAP, VALUE_GAP = 10, 6
HIDDEN_WIDTH, ZERO_WIDTH = 26, 1.5


@dataclass(frozen=True)
class _Layout:
    label_width: float
    bar_left: float
    scale: float
    unit: str
    with_previous: bool

    @property
    def thickness(self) -> float:
        return THICK + BETWEEN + THIN if self.with_previous else THICK

    def length(self, value: Number | None) -> float:
        if value is None:
            return HIDDEN_WIDTH
        return max(float(value) * self.scale, ZERO_WIDTH)


def bars(
    rows: Sequence[ChartRow],
    *,
    key: str,
    title: str,
    year: str = "",
    previous_year: str = "",
    unit: str = "%",
    width: int = 360,
) -> Chart:
    """Draw the rows in their order; the longest bar fills the room there is, every bar starts at zero.

    The year before is drawn only when `previous_year` is named.
    """
    if not rows:
        return empty_chart(key, title, width)
    layout = _layout(rows, unit, width, bool(previous_year))
    drawing = Drawing()
    top = _draw_rows(drawing, rows, layout)
    if previous_year:
        top = draw_legend(drawing, rows, top, year, previous_year)
    return drawing.chart(key, title, described(rows, unit, previous_year), width, top)


def _layout(rows: Sequence[ChartRow], unit: str, width: int, with_previous: bool) -> _Layout:
    longest = max(width_of(row.label) for row in rows)
    label_width = min(max(longest + 1, LABEL_LEAST * width), LABEL_MOST * width)
    value_width = max(width_of(value_text(row, unit), bold=True) for row in rows)
    bar_left = label_width + LABEL_GAP
    room = width - bar_left - VALUE_GAP - value_width - 1
    return _Layout(label_width, bar_left, room / largest(rows), unit, with_previous)


def _draw_rows(drawing: Drawing, rows: Sequence[ChartRow], layout: _Layout) -> float:
    """Draw label and bars of every row; gives the lower edge."""
    top = 2.0
    for row in rows:
        lines = lines_of(row.label, layout.label_width)
        height = max(SMALLEST_ROW, len(lines) * LINE_HEIGHT)
        bar_top = top + (height - layout.thickness) / 2
        _draw_label(drawing, lines, top + height / 2, bar_top + BASELINE)
        _draw_row(drawing, row, bar_top, layout)
        top += height + ROW_GAP
    return top


def _draw_label(drawing: Drawing, lines: Sequence[str], middle: float, beside_bar: float) -> None:
    """A label of one line stands on the line of the percentage; a longer one is centred on its row."""
    first = beside_bar if len(lines) == 1 else middle - len(lines) * LINE_HEIGHT / 2 + 13
    for number, line in enumerate(lines):
        drawing.text((0, first + number * LINE_HEIGHT), line)


def _draw_row(drawing: Drawing, row: ChartRow, top: float, layout: _Layout) -> None:
    left, (now, before) = layout.bar_left, COLOURS[row.tone]
    end = layout.length(row.value)
    if row.value is None:
        drawing.hidden((left, top, end, THICK))
    else:
        drawing.bar((left, top, end, THICK), now, f"now-{row.tone}")
    if layout.with_previous and row.previous:
        under = (left, top + THICK + BETWEEN, layout.length(row.previous), THIN)
        drawing.bar(under, before, f"before-{row.tone}", 1)
    colour = MUTED if row.value is None else INK
    place = (left + end + VALUE_GAP, top + BASELINE)
    drawing.text(place, value_text(row, layout.unit), colour=colour, bold=True)
