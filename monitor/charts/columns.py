"""Standing columns, for ages and other answers with an order: this year wide, the year before thin beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.charts import legend
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

TALLEST, ABOVE = 120, 20
NOTE_LINE = 16
WIDEST, THIN, BETWEEN = 30, 5, 2
HIDDEN_HEIGHT, ZERO_HEIGHT = 16, 1.5


@dataclass(frozen=True)
class _Layout:
    slot: float
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
    needed = max(width_of(value_text(row, unit), NOTE_SIZE, bold=True) for row in rows) + 4
    width = max(width, round(needed * len(rows)))
    slot = width / len(rows)
    room = slot * 0.62 - (THIN + BETWEEN if previous_year else 0)
    layout = _Layout(slot, min(WIDEST, max(room, 4)), TALLEST / largest(rows), unit, bool(previous_year))
    drawing, ground = Drawing(), ABOVE + TALLEST
    for number, row in enumerate(rows):
        _draw_column(drawing, row, (number + 0.5) * slot, ground, layout)
    drawing.bar((0, ground, width, 1), LINE, "ground", 0)
    top = ground + 6 + NOTE_LINE * _draw_labels(drawing, rows, ground, slot)
    if previous_year:
        legend.draw_legend(drawing, top, year, previous_year)
        top += legend.HEIGHT
    return drawing.chart(key, title, described(rows, unit, previous_year), width, top)


def _draw_column(drawing: Drawing, row: ChartRow, middle: float, ground: float, layout: _Layout) -> None:
    now, before = COLOURS[row.tone]
    beside = THIN + BETWEEN if layout.with_previous else 0
    left = middle - (layout.wide + beside) / 2
    height = layout.height(row.value)
    place = (left, ground - height, layout.wide, height)
    if row.value is None:
        drawing.hidden(place)
    else:
        drawing.bar(place, now, f"now-{row.tone}")
    if layout.with_previous and row.previous is not None:
        earlier = layout.height(row.previous)
        drawing.bar(
            (left + layout.wide + BETWEEN, ground - earlier, THIN, earlier), before, f"before-{row.tone}", 1
        )
        height = max(height, earlier)
    colour = MUTED if row.value is None else INK
    words = value_text(row, layout.unit)
    drawing.text(
        (middle, ground - height - 5), words, size=NOTE_SIZE, colour=colour, bold=True, anchor="middle"
    )


def _draw_labels(drawing: Drawing, rows: Sequence[ChartRow], ground: float, slot: float) -> int:
    """Draw the label of every column; gives the number of lines of the longest."""
    most = 1
    for number, row in enumerate(rows):
        lines = lines_of(row.label, slot - 4, NOTE_SIZE)
        most = max(most, len(lines))
        for line_number, line in enumerate(lines):
            y = ground + 1 + NOTE_LINE * (line_number + 1)
            drawing.text(((number + 0.5) * slot, y), line, size=NOTE_SIZE, anchor="middle")
    return most
