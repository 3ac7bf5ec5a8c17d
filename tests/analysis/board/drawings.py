"""What the tests of the picture share: a drawn graph, and where to find its parts."""

from xml.etree import ElementTree as ET

from analysis.board.graph import Graph
from analysis.board.picture import Picture, layout, render_picture
from analysis.board.rings import find_rings

SVG = "{http://www.w3.org/2000/svg}"


def drawn(graph: Graph) -> Picture:
    return layout(graph, find_rings(graph))


def tree(graph: Graph, name: str = "samenhang") -> ET.Element:
    return ET.fromstring(render_picture(drawn(graph), name))


def groups(root: ET.Element, name: str) -> list[ET.Element]:
    return [found for found in root.iter(f"{SVG}g") if found.get("class", "").startswith(f"picture__{name} ")]
