"""The whole canvas: every connected part at its place in rows, and under them the elements without a link."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from analysis.board.drawing import looks
from analysis.board.drawing.bezier import Course, corners
from analysis.board.drawing.curves import Box, draw_links
from analysis.board.drawing.placed import Size
from analysis.board.drawing.placing import connected_parts, place_part, rows_of
from analysis.board.graph import Graph, Id, Node, Place


@dataclass
class Block:
    """Boxes and links that keep their places towards each other; its upper left corner is (0, 0)."""

    width: float
    height: float
    boxes: dict[Id, Box] = field(default_factory=dict)
    courses: dict[Id, Course] = field(default_factory=dict)


@dataclass
class Canvas(Block):
    """The whole picture. `loose_top`: where the elements without a link begin, None when there are none."""

    loose_top: float | None = None


def fill_canvas(graph: Graph, starts: Iterable[Id], sizes: Mapping[Id, Size]) -> Canvas:
    """A place for every box and every link. `starts`: where the rings were set off, the first ring first."""
    nodes = tuple(Node(node.id, "", node.kind, position=place) for place, node in enumerate(graph.nodes))
    return _filled(Graph(nodes, graph.edges, graph.places), tuple(starts), tuple(sizes.items()))


def arrange(graph: Graph, starts: Sequence[Id], sizes: Mapping[Id, Size]) -> tuple[Place, ...]:
    """The picture put in order from nothing: where the boxes that hang together then stand."""
    places = []
    for number, part in enumerate(connected_parts(graph)[0]):
        for height, row in enumerate(rows_of(graph, part, starts, sizes)):
            places += [Place(node, number, height, round(x, 1)) for node, x in row.items()]
    return tuple(places)


# While people write, words change; as long as they take no more lines, everything keeps its place.
@lru_cache(maxsize=64)
def _filled(graph: Graph, starts: tuple[Id, ...], measured: tuple[tuple[Id, Size], ...]) -> Canvas:
    parts, loose = connected_parts(graph)
    sizes = dict(measured)
    blocks = [_part(graph, part, starts, sizes) for part in parts]
    single = [_single(node_id, sizes[node_id]) for node_id in loose]
    room = max([looks.PAGE - 2 * looks.MARGIN, *(block.width for block in [*blocks, *single])])
    canvas = Canvas(room + 2 * looks.MARGIN, looks.MARGIN)
    _stack(canvas, blocks, room, looks.GAP)
    if single:
        canvas.loose_top = canvas.height + looks.TEXT_LINE * (1 if blocks else 0)
        canvas.height = canvas.loose_top + looks.TEXT_LINE
        _stack(canvas, single, room, looks.GAP / 2)
    return canvas


def _part(graph: Graph, part: list[Id], starts: Sequence[Id], sizes: Mapping[Id, Size]) -> Block:
    placed = place_part(graph, part, starts, sizes)
    boxes = {i: Box(x, y, sizes[i].width, sizes[i].height) for i, (x, y) in placed.middles.items()}
    courses = draw_links(placed, sizes)
    held = [corners(course) for course in courses.values()]
    left = min([*(box.left for box in boxes.values()), *(low[0] for low, _ in held)])
    top = min([*(box.top for box in boxes.values()), *(low[1] for low, _ in held)])
    right = max([*(box.right for box in boxes.values()), *(high[0] for _, high in held)])
    bottom = max([*(box.bottom for box in boxes.values()), *(high[1] for _, high in held)])
    block = Block(right - left, bottom - top)
    _put(block, Block(0, 0, boxes, courses), -left, -top)
    return block


def _single(node_id: Id, size: Size) -> Block:
    return Block(
        size.width, size.height, {node_id: Box(size.width / 2, size.height / 2, size.width, size.height)}
    )


def _put(canvas: Block, block: Block, x: float, y: float) -> None:
    for node_id, box in block.boxes.items():
        canvas.boxes[node_id] = Box(round(box.x + x, 1), round(box.y + y, 1), round(box.width, 1), box.height)
    for edge_id, course in block.courses.items():
        canvas.courses[edge_id] = tuple((px + x, py + y) for px, py in course)


def _stack(canvas: Canvas, blocks: list[Block], room: float, gap: float) -> None:
    """Put the blocks in centred rows of at most `room` px at the foot of the canvas, which grows."""
    rows: list[list[Block]] = []
    for block in blocks:
        if rows and sum(other.width + gap for other in rows[-1]) + block.width <= room:
            rows[-1].append(block)
        else:
            rows.append([block])
    for row in rows:
        x = looks.MARGIN + (room - sum(block.width for block in row) - gap * (len(row) - 1)) / 2
        for block in row:
            _put(canvas, block, x, canvas.height)
            x += block.width + gap
        canvas.height += max(block.height for block in row) + gap
