"""What the tests of the picture share: a drawn graph, and where to find its parts."""

from itertools import combinations
from math import hypot
from xml.etree import ElementTree as ET

from analysis.board.drawing.curves import Box
from analysis.board.graph import Graph, Id
from analysis.board.picture import Picture, layout, render_picture
from analysis.board.rings import find_rings

SVG = "{http://www.w3.org/2000/svg}"


def drawn(graph: Graph) -> Picture:
    return layout(graph, find_rings(graph))


def tree(graph: Graph, name: str = "samenhang") -> ET.Element:
    return ET.fromstring(render_picture(drawn(graph), name))


def groups(root: ET.Element, name: str) -> list[ET.Element]:
    return [found for found in root.iter(f"{SVG}g") if found.get("class", "").startswith(f"picture__{name} ")]


def boxes(picture: Picture) -> dict[int | str, Box]:
    return {node.id: node.box for node in picture.nodes}


def apart(one: Box, other: Box) -> bool:
    return (
        one.right <= other.left
        or other.right <= one.left
        or one.bottom <= other.top
        or other.bottom <= one.top
    )


def ends(path: str) -> tuple[tuple[float, float], tuple[float, float]]:
    numbers = [float(one) for one in path.replace("M", " ").replace("C", " ").split()]
    return (numbers[0], numbers[1]), (numbers[-2], numbers[-1])


def distance(point: tuple[float, float], box: Box) -> float:
    x, y = point
    return hypot(max(box.left - x, 0, x - box.right), max(box.top - y, 0, y - box.bottom))


def hold_boxes_apart(picture: Picture) -> None:
    """Fails when a box touches another one, or lies outside the picture."""
    found = boxes(picture).values()
    assert all(apart(one, other) for one, other in combinations(found, 2))
    for box in found:
        assert box.left >= 0 and box.top >= 0 and box.right <= picture.width and box.bottom <= picture.height


def hold_arrows_together(graph: Graph, picture: Picture) -> None:
    """Fails when an arrow does not run from its element to its element."""
    found, edges = boxes(picture), {edge.id: edge for edge in graph.edges}
    for link in picture.links:
        start, end = ends(link.path)
        assert distance(start, found[edges[link.id].source]) < 2
        assert distance(end, found[edges[link.id].target]) < 16


def along(path: str) -> list[tuple[float, float]]:
    """Points along a path of Bézier pieces."""
    numbers = [float(one) for one in path.replace("M", " ").replace("C", " ").split()]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    found = []
    for place in range(0, len(points) - 1, 3):
        for step in range(21):
            t = step / 20
            weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
            piece = points[place : place + 4]
            x, y = (sum(w * one[axis] for w, one in zip(weights, piece, strict=True)) for axis in (0, 1))
            found.append((x, y))
    return found


def behind_a_box(graph: Graph, picture: Picture) -> list[Id]:
    """The links that run behind a box that is not theirs."""
    found, edges = boxes(picture), {edge.id: edge for edge in graph.edges}
    return [
        link.id
        for link in picture.links
        for node_id, box in found.items()
        if node_id not in (edges[link.id].source, edges[link.id].target)
        and any(distance(point, box) <= 0 for point in along(link.path))
    ]
