"""Standing columns, for ages and other answers with an order: this year wide, the year before thin beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.charts.legend import draw_legend
from monitor.charts.parts import (
    COLOURS,
    INK,
    LINE,
    MUTED,
    NOTE_SIZE,
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

TALLEST = 120
GROUND = TALLEST + 20
NOTE_LINE = 16
WIDEST, THIN, BETWEEN, APART = 30, 5, 2, 4
HIDDEN_HEIGHT, ZERO_HEIGHT = 16, 1.5


@dataclass(frozen=True)
class _Layout:
    """`zone` is the room of a column and the words above it; the year before stands to the right of it."""

    slot: float
    zone: float
    wide: float
    scale: float
    unit: str
    with_previous: bool

    def height(self, value: Number | None) -> float:
        if value is None:
            return HIDDEN_HEIGHT
        return max(float(value) * self.scale, ZERO_HEIGHT)


def columns(
    rows: Sequence[ChartRow],
    *,
    key: str,
    title: str,
    year: str = "",
    previous_year: str = "",
    unit: str = "",
    width: int = 360,
) -> Chart:
    """Draw the rows from left to right; the chart becomes wider than `width` when its numbers need it.

    The year before is drawn only when `previous_year` is named.
    """
    if not rows:
        return empty_chart(key, title, width)
    layout = _layout(rows, unit, width, bool(previous_year))
    slot, width = layout.slot, round(layout.slot * len(rows))
    drawing = Drawing()
    drawing.bar((0, GROUND, width, 1), LINE, "ground", 0)
    for number, row in enumerate(rows):
        _draw_column(drawing, row, (number + 0.5) * slot, layout)
    top = _draw_labels(drawing, rows, slot)
    if previous_year:
        top = draw_legend(drawing, rows, top, year, previous_year)
    return drawing.chart(key, title, described(rows, unit, previous_year), width, top)


def _layout(rows: Sequence[ChartRow], unit: str, width: int, with_previous: bool) -> _Layout:
    beside = THIN + BETWEEN if with_previous else 0
    values = max(width_of(value_text(row, unit), NOTE_SIZE, bold=True) for row in rows)
    words = max(width_of(word, NOTE_SIZE) for row in rows for word in row.label.split() or [""])
    slot = max(width / len(rows), max(values + beside, words) + APART)
    wide = min(WIDEST, max(slot * 0.62 - beside, THIN))
    return _Layout(slot, max(wide, values), wide, TALLEST / largest(rows), unit, with_previous)


def _draw_column(drawing: Drawing, row: ChartRow, middle: float, layout: _Layout) -> None:
    now, before = COLOURS[row.tone]
    start = middle - (layout.zone + (THIN + BETWEEN if layout.with_previous else 0)) / 2
    centre, height = start + layout.zone / 2, layout.height(row.value)
    place = (centre - layout.wide / 2, GROUND - height, layout.wide, height)
    if row.value is None:
        drawing.hidden(place)
    else:
        drawing.bar(place, now, f"now-{row.tone}")
    if layout.with_previous and row.previous:
        earlier = layout.height(row.previous)
        drawing.bar(
            (start + layout.zone + BETWEEN, GROUND - earlier, THIN, earlier), before, f"before-{row.tone}", 1
        )
    colour, words = MUTED if row.value is None else INK, value_text(row, layout.unit)
    drawing.text(
        (centre, GROUND - height - 5), words, size=NOTE_SIZE, colour=colour, bold=True, anchor="middle"
    )


def _draw_labels(drawing: Drawing, rows: Sequence[ChartRow], slot: float) -> float:
    """Draw the label of every column; gives the lower edge."""
    most = 1
    for number, row in enumerate(rows):
        lines = lines_of(row.label, slot - APART + 1, NOTE_SIZE)
        most = max(most, len(lines))
        for line_number, line in enumerate(lines):
            y = GROUND + 1 + NOTE_LINE * (line_number + 1)
            drawing.text(((number + 0.5) * slot, y), line, size=NOTE_SIZE, anchor="middle")
    return GROUND + 6 + NOTE_LINE * most
