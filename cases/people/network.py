"""The people around a young person as a picture: circles around the middle, nobody over anybody else. Pure."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from .groups import TITLES

SIZE = 30  # half the height of a head
MIDDLE = 40
SQUARE = 54
NAME_HEIGHT, WORD_HEIGHT = 22, 20
LETTER, SMALL_LETTER = 10.2, 8  # width of an average letter, in the units of the drawing
LONGEST_NAME, LONGEST_WORD = 13, 20
FIRST_RADIUS, NEXT_RADIUS, STEP = 124, 78, 6
TURNS = 24
MARGIN = 14
SMALLEST = 560  # width of the view at least: two people are not drawn as giants


@dataclass(frozen=True)
class Node:
    """Somebody to draw; `word` says what they are, `speaks_for` holds names of others in the picture."""

    name: str
    circle: str
    word: str
    decides: bool = False
    directs: bool = False
    sibling: bool = False
    speaks_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class Box:
    """A rectangle that nothing else may touch: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True)
class Head:
    """Somebody with a place; `x` and `y` are the middle of their head, in whole units."""

    node: Node
    letters: str
    x: int
    y: int

    @property
    def name(self) -> str:
        return short_name(self.node.name)

    @property
    def word(self) -> str:
        return shortened(self.node.word, LONGEST_WORD)

    @property
    def name_y(self) -> int:
        return self.y + SIZE + NAME_HEIGHT

    @property
    def word_y(self) -> int:
        return self.name_y + WORD_HEIGHT

    @property
    def marks_y(self) -> int:
        return self.word_y + WORD_HEIGHT

    @property
    def letters_y(self) -> int:
        return self.y + 8

    @property
    def box_x(self) -> int:
        """Left of the square of a casusregisseur."""
        return self.x - SQUARE // 2

    @property
    def box_y(self) -> int:
        return self.y - SQUARE // 2

    @property
    def box(self) -> Box:
        return box_at(self.node, self.x, self.y)


@dataclass(frozen=True)
class Circle:
    """One circle with its name."""

    title: str
    radius: int

    @property
    def title_y(self) -> int:
        return -self.radius + 5


@dataclass
class Picture:
    """Everything to draw, around (0, 0); `left`, `top`, `width` and `height` are the view."""

    name: str
    letters: str
    circles: list[Circle] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
    lines: list[tuple[Head, Head]] = field(default_factory=list)
    left: int = 0
    top: int = 0
    width: int = 0
    height: int = 0

    @property
    def first_name(self) -> str:
        return shortened(self.name.split()[0], LONGEST_NAME)

    @property
    def parts(self) -> list[tuple[str, list[Head]]]:
        """The same as a list: who stands in which circle."""
        found = [
            (title, [one for one in self.heads if one.node.circle == code]) for code, title in TITLES.items()
        ]
        return [(title, heads) for title, heads in found if heads]

    @property
    def some_decide(self) -> bool:
        return any(one.node.decides for one in self.heads)

    @property
    def some_siblings(self) -> bool:
        return any(one.node.sibling for one in self.heads)


def shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def short_name(name: str) -> str:
    """A name that fits: as it is, or the first name with a letter («Bea O.»)."""
    words = name.split()
    if len(name) <= LONGEST_NAME or len(words) < 2:
        return shortened(name, LONGEST_NAME)
    return f"{shortened(words[0], LONGEST_NAME - 3)} {words[-1][0]}."


def box_at(node: Node, x: float, y: float) -> Box:
    """The room somebody takes: the head with name and word under it."""
    name = len(short_name(node.name)) * LETTER
    half = max(SIZE + 6, name / 2, len(shortened(node.word, LONGEST_WORD)) * SMALL_LETTER / 2) + 3
    lines = NAME_HEIGHT + WORD_HEIGHT * (2 if node.decides else 1)
    return Box(x - half, y - SIZE - 6, x + half, y + SIZE + lines + 8)


def letters_of(names: list[str]) -> list[str]:
    """Two letters each, of first and last name; who has the same as another gets a number behind them."""
    found: dict[str, int] = {}
    letters = []
    for name in names:
        words = [word for word in name.split() if word[:1].isalpha()] or name.split() or ["?"]
        own = (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
        found[own] = found.get(own, 0) + 1
        letters.append(own if found[own] == 1 else f"{own}{found[own]}")
    return letters


def places(count: int, radius: float) -> Iterator[list[tuple[int, int]]]:
    """Ways to stand evenly on a circle, each turned a little more than the one before."""
    for turn in range(TURNS):
        start = -math.pi / 2 + (turn + 0.5) * 2 * math.pi / (count * TURNS) + math.pi / count
        angles = [start + place * 2 * math.pi / count for place in range(count)]
        yield [(round(radius * math.cos(a)), round(radius * math.sin(a))) for a in angles]


def clear(boxes: list[Box], taken: list[Box]) -> bool:
    """Whether nothing touches anything."""
    own = all(not one.touches(other) for place, one in enumerate(boxes) for other in boxes[:place])
    return own and not any(one.touches(other) for one in boxes for other in taken)


def stand(nodes: list[Node], radius: int, title: str, taken: list[Box]) -> tuple[int, list[tuple[int, int]]]:
    """The smallest circle from `radius` on where everybody has room, and where they stand on it."""
    while True:
        caption = title_box(title, radius)
        free = not any(caption.touches(other) for other in taken)
        for found in places(len(nodes), radius) if free else ():
            boxes = [box_at(node, x, y) for node, (x, y) in zip(nodes, found, strict=True)]
            if clear(boxes, [*taken, caption]):
                return radius, found
        radius += STEP


def title_box(title: str, radius: int) -> Box:
    half = len(title) * SMALL_LETTER / 2 + 8
    return Box(-half, -radius - 11, half, -radius + 11)


def picture_of(name: str, nodes: list[Node]) -> Picture:
    """Place everybody; the same people always give the same picture."""
    letters = dict(
        zip(range(len(nodes) + 1), letters_of([name, *(node.name for node in nodes)]), strict=True)
    )
    picture = Picture(name, letters[0])
    half = max(MIDDLE, len(picture.first_name) * LETTER / 2) + 4
    taken = [Box(-half, -MIDDLE - 4, half, MIDDLE + NAME_HEIGHT + 8)]
    radius = FIRST_RADIUS
    for code, title in TITLES.items():
        own = [(place, node) for place, node in enumerate(nodes, 1) if node.circle == code]
        if not own:
            continue
        radius, found = stand([node for _, node in own], radius, title, taken)
        picture.circles.append(Circle(title, radius))
        heads = [Head(node, letters[place], x, y) for (place, node), (x, y) in zip(own, found, strict=True)]
        picture.heads += heads
        taken += [*(head.box for head in heads), title_box(title, radius)]
        radius += NEXT_RADIUS
    picture.lines = lines_between(picture.heads)
    frame(picture, taken)
    return picture


def lines_between(heads: list[Head]) -> list[tuple[Head, Head]]:
    """From who speaks to whom they speak for."""
    by_name = {head.node.name: head for head in heads}
    return [(head, by_name[name]) for head in heads for name in head.node.speaks_for if name in by_name]


def frame(picture: Picture, taken: list[Box]) -> None:
    """The view around everything, the young person in the middle of its width."""
    reach = [circle.radius for circle in picture.circles]
    half = max([SMALLEST / 2, *reach, *(-box.left for box in taken), *(box.right for box in taken)]) + MARGIN
    top = min([*(-radius for radius in reach), *(box.top for box in taken)]) - MARGIN
    bottom = max([*reach, *(box.bottom for box in taken)]) + MARGIN
    picture.left, picture.top = -math.ceil(half), math.floor(top)
    picture.width, picture.height = 2 * math.ceil(half), math.ceil(bottom) - math.floor(top)
