"""What a drawn timeline is made of: places, colours and measures, as the template takes them. Pure.

Places are px of the drawing itself; the names of the lanes stand left of `LABELS`, so that the page can keep them in
sight while the rest scrolls. Colours are those of the design tokens, written out because a style sheet does not reach
into an SVG in a PDF.
"""

from dataclasses import dataclass

from .packing import Words
from .scale import Scale, Tick
from .telling import Told

INK, MUTED, LINE, PAPER, GROUND = "#22262B", "#5D6470", "#E6DFD3", "#FFFFFF", "#FBF8F2"
STUCK, STUCK_SOFT, ATTENTION, ATTENTION_SOFT, HELPS = "#97391F", "#F8E6DF", "#7A5200", "#FBF0D6", "#2C6A4D"
COLOURS = {
    "gezin": ("#8A5A2B", "#F1E8DE"),
    "wonen": ("#496A2C", "#E8EEE1"),
    "school": ("#34598F", "#E3EAF4"),
    "hulp": ("#0E4A59", "#E2EDEF"),
    "maatregelen": ("#6A3C68", "#EFE6EF"),
}
MARKS = {"knooppunt": STUCK, "succesmoment": HELPS, "schakelmoment": ATTENTION}
FONT = "'Source Sans 3', 'Source Sans Pro', 'Noto Emoji', 'DejaVu Sans', sans-serif"

LABELS, EDGE = 104, 14
AXIS, STRIP, ROW, BAR, PAD = 46, 24, 27, 20, 9
NARROWEST, LEAD = 5, 10


@dataclass(frozen=True)
class Bar:
    """One event: the whole it may have covered, the part that is sure, its words and its mark.

    The shape of the mark stands where it began, so not on a sheet that holds only what came later.
    """

    key: int
    title: str
    x: float
    y: float
    width: float
    sure_x: float
    sure_width: float
    is_vague: bool
    goes_on: bool
    words: Words
    mark: str = ""
    colour: str = ""
    begins_here: bool = True

    @property
    def middle(self) -> float:
        return self.y + BAR / 2

    @property
    def base(self) -> float:
        """Where the letters stand."""
        return self.y + BAR / 2 + 4.5

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def shape(self) -> str:
        """The mark: a diamond for a knot, a star for a success, a triangle for a turning point."""
        x, y = self.x, self.middle
        points = {
            "knooppunt": [(0, -8), (8, 0), (0, 8), (-8, 0)],
            "schakelmoment": [(-7, 6), (0, -8), (7, 6)],
        }.get(self.mark, STAR)
        return " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in points)

    @property
    def arrow(self) -> str:
        """The point of something that goes on."""
        return f"{self.right},{self.y} {self.right + 7},{self.middle} {self.right},{self.y + BAR}"


STAR = [
    (0, -9),
    (2.4, -3.2),
    (8.6, -2.8),
    (3.8, 1.2),
    (5.3, 7.3),
    (0, 4),
    (-5.3, 7.3),
    (-3.8, 1.2),
    (-8.6, -2.8),
    (-2.4, -3.2),
]


@dataclass(frozen=True)
class Stroke:
    """Something that stands out, in a strip: hatched where it is sure."""

    told: Told
    x: float
    y: float
    width: float
    sure_x: float
    sure_width: float
    hatch: str
    words: Words

    @property
    def base(self) -> float:
        """Where the letters stand."""
        return self.y + 13.5

    @property
    def foot(self) -> float:
        """Where the legs of a bracket end."""
        return self.y + STRIP - 4

    @property
    def on_hatching(self) -> bool:
        """Whether the words stand on the hatching, and need a ground of their own."""
        return bool(self.hatch) and self.x <= self.words.x < self.x + self.width

    @property
    def ground(self) -> dict[str, float]:
        """That ground."""
        return {"x": self.words.x - 4, "y": self.y + 2, "width": round(self.words.width + 8, 1)}


@dataclass(frozen=True)
class Lane:
    """A lane with its bars; `strokes` are what stands out in it."""

    code: str
    name: str
    y: float
    height: float
    colour: str
    soft: str
    bars: tuple[Bar, ...]
    strokes: tuple[Stroke, ...] = ()

    @property
    def name_base(self) -> float:
        """Where the letters of its name stand: with its first row."""
        return self.y + PAD + 18


@dataclass(frozen=True)
class Band:
    """The half year before a placement, behind all lanes, with its words above them."""

    x: float
    width: float
    stroke: Stroke

    @property
    def right(self) -> float:
        return round(self.x + self.width, 1)


@dataclass(frozen=True)
class Drawing:
    """Everything the template needs."""

    width: float
    height: float
    years: list[Tick]
    ages: list[Tick]
    lanes: list[Lane]
    bands: list[Band]
    lanes_top: float
    now: float | None
    scale: Scale
    summary: str = ""
    description: str = ""

    @property
    def body(self) -> float:
        """The height of all lanes together."""
        return round(self.height - self.lanes_top, 1)

    @property
    def plot(self) -> float:
        """The width without the names of the lanes."""
        return self.width - LABELS
