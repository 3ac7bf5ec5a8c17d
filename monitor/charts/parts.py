"""What all charts share: a row of data, the pieces of a drawing, the colours. Pure; sizes in px.

Coordinates are ready-made text ("12.5"), because Dutch templates write a number as "12,5".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from expertteam.ui.measure import text_width, wrapped

Tone = Literal["accent", "stuck", "helps"]
Anchor = Literal["start", "middle", "end"]
Number = Decimal | int | float

INK, MUTED, PAPER, LINE = "#22262B", "#5D6470", "#FFFFFF", "#8D8678"
# Of every tone the colour of this year and of the year before; all at least 3:1 on white (WCAG 1.4.11).
COLOURS: dict[Tone, tuple[str, str]] = {
    "accent": ("#0E4A59", "#7897A1"),
    "stuck": ("#97391F", "#BD8474"),
    "helps": ("#2C6A4D", "#739C86"),
}
LIGHT = "#C9D6D9"
LABEL_SIZE, VALUE_SIZE, NOTE_SIZE = 15, 15, 13.5
LINE_HEIGHT = 17


@dataclass(frozen=True)
class ChartRow:
    """One answer in a chart.

    `value` is what is drawn (a percentage, a count or hours), None when it may not be shown; `text` is what is
    written at it (made from the value when left out; "<5" for what may not be shown); `previous` is the same
    for the year before, None without one.
    """

    label: str
    value: Number | None
    previous: Number | None = None
    text: str = ""
    previous_text: str = ""
    tone: Tone = "accent"


@dataclass(frozen=True)
class Text:
    """A line of text with its place (baseline) and looks."""

    x: str
    y: str
    text: str
    size: str
    colour: str
    weight: str
    anchor: Anchor


@dataclass(frozen=True)
class Box:
    """A rectangle; an open one is only a dashed outline: something is there that is not shown."""

    x: str
    y: str
    width: str
    height: str
    colour: str
    role: str
    radius: str = "2"
    is_open: bool = False


@dataclass(frozen=True)
class Chart:
    """A drawing of `width` by `height`; `key` makes its ids unique on a page."""

    key: str
    title: str
    description: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    texts: tuple[Text, ...]

    @property
    def template(self) -> str:
        """The template that draws every chart; it expects the name `chart`."""
        return "monitor/charts/chart.svg.html"


class Drawing:
    """Collects the pieces of a chart while it is being drawn."""

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.texts: list[Text] = []

    def bar(
        self, place: tuple[float, float, float, float], colour: str, role: str, radius: float = 2
    ) -> None:
        """A filled rectangle at (x, y, width, height)."""
        x, y, width, height = (px(number) for number in place)
        self.boxes.append(Box(x, y, width, height, colour, role, px(radius)))

    def hidden(self, place: tuple[float, float, float, float]) -> None:
        """A dashed outline at (x, y, width, height)."""
        x, y, width, height = (px(number) for number in place)
        self.boxes.append(Box(x, y, width, height, "none", "hidden", is_open=True))

    def text(
        self,
        place: tuple[float, float],
        text: str,
        *,
        size: float = LABEL_SIZE,
        colour: str = INK,
        bold: bool = False,
        anchor: Anchor = "start",
    ) -> None:
        """A line of text with its baseline at (x, y)."""
        x, y = (px(number) for number in place)
        self.texts.append(Text(x, y, text, px(size), colour, "600" if bold else "400", anchor))

    def chart(self, key: str, title: str, description: str, width: int, height: float) -> Chart:
        """What was drawn, as a chart."""
        return Chart(key, title, description, width, round(height), tuple(self.boxes), tuple(self.texts))


def px(number: float) -> str:
    """A coordinate with at most one decimal, with a point whatever the language."""
    return f"{number:.1f}".removesuffix(".0")


def written(number: Number | None, unit: str) -> str:
    """A number as Dutch text: 19,4% or 12; nothing for no number."""
    if number is None:
        return ""
    exact = Decimal(str(number))
    rounded = exact if isinstance(number, Decimal) else exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    plain = f"{rounded:f}" if isinstance(number, Decimal) else f"{rounded:f}".removesuffix(".0")
    return plain.replace(".", ",") + unit


def value_text(row: ChartRow, unit: str) -> str:
    """What is written at a row."""
    return row.text or written(row.value, unit) or "niet getoond"


def described(rows: Sequence[ChartRow], unit: str, previous_year: str) -> str:
    """The chart in one sentence, for who does not see it."""
    said = []
    for row in rows:
        before = row.previous_text or written(row.previous, unit)
        then = f" ({previous_year}: {before})" if previous_year and before else ""
        said.append(f"{row.label}: {value_text(row, unit)}{then}")
    return "; ".join(said) + "." if said else "Er zijn geen cijfers."


def lines_of(label: str, width: float, size: float = LABEL_SIZE, most: int = 4) -> tuple[str, ...]:
    """A label broken into lines that fit."""
    return wrapped(label, width, size, lines=most)


def width_of(text: str, size: float = LABEL_SIZE, bold: bool = False) -> float:
    """The width of a text in the typeface of the charts."""
    return text_width(text, size, bold)


def largest(rows: Sequence[ChartRow]) -> float:
    """The largest number to be drawn, at least a little above zero so that it can be divided by."""
    numbers = [number for row in rows for number in (row.value, row.previous) if number is not None]
    return max([float(number) for number in numbers], default=0) or 1.0


def empty_chart(key: str, title: str, width: int) -> Chart:
    """A chart without rows says so."""
    drawing = Drawing()
    drawing.text((0, 20), "Er zijn nog geen cijfers.", colour=MUTED)
    return drawing.chart(key, title, "Er zijn geen cijfers.", width, 30)
