"""The boxes of the picture: their text in lines, their size and their outline."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.board.drawing import looks
from analysis.board.drawing.curves import Box
from analysis.board.drawing.placed import Size
from analysis.board.graph import ElementKind, Graph, Id, Node
from analysis.board.sentences import label, node_sentence
from analysis.board.wording import clean
from expertteam.ui.measure import text_width, wrapped


@dataclass(frozen=True)
class TextLine:
    """One line of text and the height of its base line on the picture."""

    text: str
    y: float


@dataclass(frozen=True)
class BoxText:
    """What stands in a box, and how large the box is for it."""

    label: str
    lines: tuple[str, ...]
    size: Size


@dataclass(frozen=True)
class DrawnNode:
    """A box on the picture. `rings`: the numbers of the drawn rings it is in."""

    id: Id
    kind: str
    box: Box
    label: TextLine
    lines: tuple[TextLine, ...]
    colour: str
    stroke: float
    radius: float
    bold: bool
    title: str
    rings: tuple[int, ...] = ()


def box_texts(graph: Graph, labels: Mapping[str, str] | None = None) -> dict[Id, BoxText]:
    """The text and the size of every box."""
    return {node.id: _box_text(node, labels) for node in graph.nodes}


def _box_text(node: Node, labels: Mapping[str, str] | None) -> BoxText:
    word = label(node.domain, labels) if node.domain else label(node.kind, labels)
    tag = next(iter(wrapped(clean(word), looks.TEXT_WIDTH, looks.LABEL_SIZE, bold=True, lines=1)), "")
    text = clean(node.text) or "(nog leeg)"
    lines = wrapped(text, looks.TEXT_WIDTH, looks.TEXT_SIZE, node.is_complaint, looks.TEXT_LINES)
    widest = max(
        text_width(tag, looks.LABEL_SIZE, bold=True),
        *(text_width(line, looks.TEXT_SIZE, node.is_complaint) for line in lines),
    )
    height = looks.TOP + looks.LABEL_LINE + looks.TEXT_LINE * len(lines) + looks.BOTTOM
    return BoxText(tag, lines, Size(max(widest + 2 * looks.SIDE, looks.NARROWEST), height))


def draw_node(
    node: Node, text: BoxText, box: Box, rings: tuple[int, ...], labels: Mapping[str, str] | None
) -> DrawnNode:
    """The box of an element at its place."""
    stroke, radius = looks.OUTLINES[ElementKind(node.kind)]
    first = box.top + looks.TOP + looks.LABEL_LINE + looks.TEXT_SIZE - 1
    return DrawnNode(
        id=node.id,
        kind=node.kind,
        box=box,
        label=TextLine(text.label, round(box.top + looks.TOP + looks.LABEL_SIZE, 1)),
        lines=tuple(
            TextLine(line, round(first + place * looks.TEXT_LINE, 1)) for place, line in enumerate(text.lines)
        ),
        colour=looks.DOMAIN_COLOURS.get(node.domain, looks.MUTED),
        stroke=stroke,
        radius=radius,
        bold=node.is_complaint,
        title=node_sentence(node, labels),
        rings=rings,
    )
