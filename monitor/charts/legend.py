"""The legend under a chart with two years: a block for this year, a thin bar for the year before."""

from collections.abc import Sequence

from monitor.charts.parts import COLOURS, MUTED, NOTE_SIZE, ChartRow, Drawing, width_of

HEIGHT = 22
PALE = "#8E949E"


def draw_legend(
    drawing: Drawing, rows: Sequence[ChartRow], top: float, year: str, previous_year: str
) -> float:
    """Draw the legend from `top` down, in the colours of the rows when they share them, else in greys.

    The shapes of the two years differ too, not only the colours. Gives the lower edge.
    """
    tones = {row.tone for row in rows}
    tone = tones.pop() if len(tones) == 1 else None
    now, before = COLOURS[tone] if tone else (MUTED, PALE)
    middle = top + HEIGHT / 2
    second = 17 + width_of(year, NOTE_SIZE) + 14
    drawing.bar((0, middle - 5, 11, 11), now, f"now-{tone or 'key'}", 1)
    drawing.text((17, middle + 5), year, size=NOTE_SIZE, colour=MUTED)
    drawing.bar((second, middle - 2, 13, 5), before, f"before-{tone or 'key'}", 1)
    drawing.text((second + 19, middle + 5), previous_year, size=NOTE_SIZE, colour=MUTED)
    return top + HEIGHT
