"""The legend under a chart with two years: a block for this year, a thin bar for the year before."""

from monitor.charts.parts import COLOURS, MUTED, NOTE_SIZE, Drawing, width_of

HEIGHT = 26


def draw_legend(drawing: Drawing, top: float, year: str, previous_year: str) -> None:
    """Draw the legend from `top` down; the shapes differ, not only the colours."""
    middle = top + HEIGHT / 2
    second = 17 + width_of(year, NOTE_SIZE) + 14
    drawing.bar((0, middle - 5, 11, 11), MUTED, "key", 1)
    drawing.text((17, middle + 5), year, size=NOTE_SIZE, colour=MUTED)
    drawing.bar((second, middle - 2, 13, 5), COLOURS["accent"][1], "before-accent", 1)
    drawing.text((second + 19, middle + 5), previous_year, size=NOTE_SIZE, colour=MUTED)
