"""One bar in two parts, for a question that is either this or that: 81% ja."""

from monitor.charts.parts import (
    COLOURS,
    INK,
    LIGHT,
    MUTED,
    NOTE_SIZE,
    PAPER,
    Chart,
    ChartRow,
    Drawing,
    described,
    empty_chart,
    value_text,
    width_of,
    written,
)

HEIGHT, GAP, PADDING = 50, 4, 14
BIG, MIDDLE = 21, 16
NOTE_LINE, NEXT_LINE = 22, 30


def split(
    first: ChartRow, second: ChartRow, *, key: str, title: str, previous_year: str = "", width: int = 360
) -> Chart:
    """Draw two percentages that make up the whole; what does not fit in its part stands under it."""
    rows = (first, second)
    if first.value is not None and second.value is not None and not first.value and not second.value:
        return empty_chart(key, title, width)
    drawing = Drawing()
    if first.value is None or second.value is None:
        _draw_hidden(drawing, width)
        bottom = HEIGHT + 2.0
    else:
        bottom = _draw_parts(drawing, first, second, width)
    if previous_year and first.previous is not None:
        before = first.previous_text or written(first.previous, "%")
        note = f"{previous_year}: {before} {first.label.lower()}"
        drawing.text((0, bottom + NEXT_LINE - 6), note, colour=MUTED)
        bottom += NEXT_LINE
    return drawing.chart(key, title, described(rows, "%", previous_year), width, bottom + 4)


def _draw_hidden(drawing: Drawing, width: int) -> None:
    drawing.hidden((0.5, 1, width - 1, HEIGHT))
    drawing.text(
        (PADDING, 1 + HEIGHT / 2 + 5.5), "Niet getoond: het gaat om te weinig casussen.", colour=MUTED
    )


def _draw_parts(drawing: Drawing, first: ChartRow, second: ChartRow, width: int) -> float:
    """Draw the two parts with their words; gives the lower edge of what was drawn."""
    left, right = _widths(float(first.value or 0), float(second.value or 0), width)
    start = width - right
    colour = COLOURS[first.tone][0]
    if left:
        drawing.bar((0, 1, left, HEIGHT), colour, f"now-{first.tone}", 3)
    if right:
        drawing.bar((start, 1, right, HEIGHT), LIGHT, "rest", 3)
    said = f"{value_text(first, '%')} {first.label.lower()}"
    percentage = value_text(second, "%")
    fits_left = width_of(said, BIG, bold=True) + PADDING * 1.5 <= left
    fits_right = width_of(percentage, MIDDLE) + PADDING <= right
    if fits_left:
        drawing.text((PADDING, 1 + HEIGHT / 2 + 7.5), said, size=BIG, colour=PAPER, bold=True)
    else:
        drawing.text((0, HEIGHT + NOTE_LINE - 2), said, bold=True)
    if fits_right:
        drawing.text((start + PADDING * 0.75, 1 + HEIGHT / 2 + 5.5), percentage, size=MIDDLE)
    under = second.label.lower() if fits_right else f"{percentage} {second.label.lower()}"
    drawing.text((width, HEIGHT + NOTE_LINE - 2), under, size=NOTE_SIZE, colour=INK, anchor="end")
    return HEIGHT + NOTE_LINE


def _widths(first: float, second: float, width: int) -> tuple[float, float]:
    """The widths of the parts, a part of nothing having none."""
    total = first + second
    gap = GAP if first and second else 0
    return (width - gap) * first / total, (width - gap) * second / total
