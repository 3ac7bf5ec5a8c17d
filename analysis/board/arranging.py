"""Where the boxes of the picture stay: put in order when a board has grown by half, and left alone in between.

A picture that is laid out anew for every link shows everything elsewhere, just when everybody looks at it.
"""

from dataclasses import replace
from typing import Any

from analysis.live.models import Did, Piece, Step

from .models import Analysis
from .picture import put_in_order
from .queries import graph_of, words
from .rings import find_rings

_OTHER_LINKS = frozenset(
    {(Piece.LINK, Did.ADD), (Piece.LINK, Did.REMOVE), (Piece.LINK, Did.RESTORE)}
    | {(Piece.CARD, Did.REMOVE), (Piece.CARD, Did.RESTORE)}
)


def arranged_after(step: Step, analysis: Analysis) -> dict[str, Any] | None:
    """`Analysis.arranged` when this step makes that the picture is put in order again; None when everything stays.

    One query when links went or came, and then the whole graph (two more) when the picture is put in order. A board
    that came in another way and was never put in order keeps the picture it had before its first new link.
    """
    if (step.piece, step.what) not in _OTHER_LINKS:
        return None
    links = analysis.links.count()
    if not _is_another_board(analysis.arranged.get("links", 0), links):
        return None
    had_links = not analysis.arranged and step.what == Did.ADD and links > 2
    return in_order(analysis, without=step.part_id if had_links else None)


def in_order(analysis: Analysis, without: int | None = None) -> dict[str, Any]:
    """The value of `Analysis.arranged` for the board as it is, or as it was without one link.

    `links`: how many there are; `places`: [element, part, row, x] of every box that hangs together with another, see
    `graph.Place`.
    """
    graph = graph_of(analysis)
    graph = replace(graph, edges=tuple(edge for edge in graph.edges if edge.id != without))
    places = put_in_order(graph, find_rings(graph), words())
    return {"links": len(graph.edges), "places": [[one.node, one.part, one.row, one.x] for one in places]}


def _is_another_board(then: int, now: int) -> bool:
    return now >= then + then // 2 + 2 or now * 2 <= then > 0
