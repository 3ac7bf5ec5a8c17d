"""The drawn timeline: a lane per area of life, years above, vague dates drawn vague. Pure: events in, places out.

The same drawing serves the page and the poster.
"""

from collections.abc import Sequence
from datetime import date

from .drawn import (
    AXIS,
    BAR,
    COLOURS,
    EDGE,
    LABELS,
    LEAD,
    MARKS,
    NARROWEST,
    PAD,
    ROW,
    STRIP,
    Band,
    Bar,
    Drawing,
    Lane,
    Stroke,
)
from .lanes import LANES, lane_of
from .packing import Placed, Words, pack, place_words
from .scale import Scale
from .spans import Days, Span
from .telling import StandsOut, Told


def draw(
    spans: Sequence[Span],
    told: StandsOut,
    *,
    birth: date,
    today: date,
    width: float,
    window: Days | None = None,
) -> Drawing:
    """Lay out the timeline in `width` px; `window` shows only that part of the time."""
    first, last = window or window_of(spans, birth, today)
    scale = Scale(first, last, LABELS, width - EDGE)
    shown = [one for one in spans if one.first <= last and one.last >= first]
    strokes, rows = strokes_of(told.cookers, scale, AXIS)
    bands = [Band(one.x, one.width, one) for one in strokes]
    y: float = AXIS + rows * STRIP + (4 if rows else 0)
    top = y
    lanes = []
    for code, name in LANES.items():
        lane = lane_at(code, name, y, [one for one in shown if lane_of(one.kind) == code], told, scale)
        lanes.append(lane)
        y += lane.height
    now = scale.x(today) if first <= today <= last else None
    sentences = [one.sentence for one in (*told.gaps, *told.piles, *told.cookers)]
    return Drawing(
        width, y + 6, scale.years(), scale.ages(birth, now), lanes, bands, top, now, scale,
        summary_of(shown, scale), " ".join(sentences),
    )  # fmt: skip


def window_of(spans: Sequence[Span], birth: date, today: date) -> Days:
    """Whole years, from the first event until now or until what is planned."""
    first = min([one.first for one in spans], default=birth)
    last = max([today, *(one.last for one in spans)])
    return date(first.year, 1, 1), date(last.year, 12, 31)


def summary_of(spans: Sequence[Span], scale: Scale) -> str:
    """The drawing in one sentence, for who cannot see it."""
    if not spans:
        return "Er staat nog niets op de tijdlijn."
    counted = {name: sum(lane_of(one.kind) == code for one in spans) for code, name in LANES.items()}
    parts = ", ".join(f"{name.lower()} {count}" for name, count in counted.items() if count)
    years = f"{scale.first.year} tot en met {scale.last.year}"
    return f"{years}. Aantal gebeurtenissen: {parts}. De lijst hieronder zegt hetzelfde."


def lane_at(code: str, name: str, y: float, spans: list[Span], told: StandsOut, scale: Scale) -> Lane:
    """A lane with its bars in rows; above the help what stands out about it."""
    at = y + PAD
    strokes: list[Stroke] = []
    if code == "hulp":
        for tellings in (told.gaps, told.piles):
            some, rows = strokes_of(tellings, scale, at)
            strokes += some
            at += rows * STRIP
    colour, soft = COLOURS[code]
    ordered = sorted(spans, key=lambda one: (one.first, one.key))
    placed, rows = pack((*edges(one, scale), words_of(one, scale)) for one in ordered)
    bars = [bar_of(one, place, at, colour, scale) for one, place in zip(ordered, placed, strict=True)]
    height = at - y + max(rows, 0 if strokes else 1) * ROW + PAD
    return Lane(code, name, y, height, colour, soft, tuple(bars), tuple(strokes))


def edges(span: Span, scale: Scale) -> tuple[float, float]:
    """Left and right of a bar, never too narrow to see."""
    left = scale.x(span.first)
    right = max(scale.x_after(span.last), left + NARROWEST)
    too_far = max(0, right - scale.right)
    return left - too_far, right - too_far


def words_of(span: Span, scale: Scale) -> Words:
    """What stands in or beside the bar; a mark says its word too."""
    text = f"{span.mark.capitalize()}: {span.text}" if span.mark else span.text
    left, right = edges(span, scale)
    inside = sure_part(span, scale) if span.sure else (left, right)
    return place_words(
        text, (left, right + (9 if span.ongoing else 0)), inside, (LABELS, scale.right),
        lead=LEAD if span.mark else 0, bold=bool(span.mark),
    )  # fmt: skip


def sure_part(span: Span, scale: Scale) -> tuple[float, float]:
    """Left and right of what is sure; as wide as nothing when nothing is."""
    left, right = edges(span, scale)
    if span.first == span.sure_from and span.last == span.sure_until:
        return left, right
    begins = max(scale.x(span.sure_from), left)
    return begins, min(scale.x_after(span.sure_until), right) if span.sure else begins


def bar_of(span: Span, place: Placed, top: float, lane_colour: str, scale: Scale) -> Bar:
    """The bar of an event in its row."""
    sure_x, sure_right = sure_part(span, scale)
    return Bar(
        key=span.key, title=span.text, x=place.left, y=round(top + place.row * ROW + (ROW - BAR) / 2, 1),
        width=round(place.right - place.left, 1), sure_x=sure_x, sure_width=round(max(sure_right - sure_x, 0), 1),
        is_vague=span.first < span.sure_from or span.sure_until < span.last or span.sure is None,
        goes_on=span.ongoing, words=place.words, mark=span.mark, colour=MARKS.get(span.mark, lane_colour),
        begins_here=span.first >= scale.first,
    )  # fmt: skip


def strokes_of(tellings: Sequence[Told], scale: Scale, top: float) -> tuple[list[Stroke], int]:
    """What stands out as strips, in as many rows as needed."""
    shown = [one for one in tellings if one.days[0] <= scale.last and one.days[1] >= scale.first]
    sides = [
        (scale.x(one.days[0]), max(scale.x_after(one.days[1]), scale.x(one.days[0]) + NARROWEST))
        for one in shown
    ]
    placed, rows = pack(
        (*side, place_words(one.short, side, side, (LABELS, scale.right)))
        for one, side in zip(shown, sides, strict=True)
    )
    return [stroke_of(one, place, top, scale) for one, place in zip(shown, placed, strict=True)], rows


def stroke_of(told: Told, place: Placed, top: float, scale: Scale) -> Stroke:
    """One of them, with the hatching of its sure part."""
    y = round(top + place.row * STRIP, 1)
    sure = told.sure_days or (told.days if told.is_sure else None)
    sure_x = scale.x(sure[0]) if sure else place.left
    sure_width = round(scale.x_after(sure[1]) - sure_x, 1) if sure else 0
    hatch = hatching(sure_x, y, sure_width, STRIP - 6) if told.kind == "gap" else ""
    width = round(place.right - place.left, 1)
    return Stroke(told, place.left, y, width, sure_x, sure_width, hatch, place.words)


def hatching(x: float, y: float, width: float, height: float, step: float = 7) -> str:
    """Slanted lines that fill a rectangle, as the path of an SVG."""
    lines = []
    at = step - height
    while at < width:
        begins, ends = max(at, 0), min(at + height, width)
        lines.append(
            f"M{x + begins:.1f} {y + height - (begins - at):.1f}L{x + ends:.1f} {y + height - (ends - at):.1f}"
        )
        at += step
    return "".join(lines)
