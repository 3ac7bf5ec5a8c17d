"""Last touch on a tagged PDF, where WeasyPrint falls short of ISO 14289-1 (PDF/UA-1).

Header cells get a Scope (7.5), what stands in the margin of a page becomes an artifact (7.8), and the place of a
drawing is given in the measures of the page (7.3).
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import (
    Array,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    ObjectStreamMode,
    Operator,
    Page,
    Pdf,
)

Marks = set[tuple[tuple[int, int], int]]
POINTS_PER_PX = 0.75


def finish(pdf: bytes) -> bytes:
    """The same document, mended; the same input gives the same bytes."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        told: Marks = set()
        for item in structure(document.Root.StructTreeRoot):
            told |= marks_of(item)
            kind = item.S
            if kind == Name.TH:
                set_scope(item)
            elif kind == Name.Figure:
                set_place(item)
        for page in document.pages:
            hide_the_rest(document, page, told)
        document.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def structure(root: Object) -> Iterator[Object]:
    """Every element of the structure tree, in order."""
    waiting = [root]
    while waiting:
        item = waiting.pop()
        if item is not root:
            yield item
        waiting += reversed([kid for kid in kids(item) if isinstance(kid, Dictionary) and "/S" in kid])


def kids(item: Object) -> list[Object]:
    """What hangs under an element: one thing or a list."""
    below = item.get("/K")
    if below is None:
        return []
    return list(below) if isinstance(below, Array) else [below]


def marks_of(item: Object) -> Marks:
    """The pieces of content that an element tells: page and number."""
    return {(item.Pg.objgen, int(kid)) for kid in kids(item) if isinstance(kid, int)}


def set_scope(cell: Object) -> None:
    """Column for a header in a head or in a row of headers only; Row for one that stands before its cells."""
    scope = Name.Column if heads_column(cell) else Name.Row
    attributes = cell.get("/A")
    if isinstance(attributes, Dictionary):
        attributes.Scope = scope
    else:
        cell.A = Dictionary(O=Name.Table, Scope=scope)


def heads_column(cell: Object) -> bool:
    """Whether this header stands above its cells instead of before them."""
    row = cell.P
    if row.P.get("/S") == Name.THead:
        return True
    return all(other.get("/S") == Name.TH for other in row.K)


def set_place(figure: Object) -> None:
    """The box of a figure in points from the lower left corner; WeasyPrint writes px from the upper left."""
    left, top, right, bottom = (float(side) * POINTS_PER_PX for side in figure.A.BBox)
    height = float(figure.Pg.MediaBox[3])
    figure.A.BBox = Array([round(side, 2) for side in (left, height - bottom, right, height - top)])


def hide_the_rest(document: Pdf, page: Page, told: Marks) -> None:
    """Mark as artifact what no element tells: page numbers and the line beside them."""
    where = page.obj.objgen
    content = [
        begins_artifact() if is_untold(step, where, told) else step
        for step in pikepdf.parse_content_stream(page)
    ]
    page.Contents = document.make_stream(pikepdf.unparse_content_stream(content))


def is_untold(step: object, where: tuple[int, int], told: Marks) -> bool:
    """Whether this step begins a piece of content that is not in the structure tree."""
    if not isinstance(step, ContentStreamInstruction) or step.operator != Operator("BDC"):
        return False
    marked = step.operands[1]
    return isinstance(marked, Dictionary) and "/MCID" in marked and (where, int(marked.MCID)) not in told


def begins_artifact() -> ContentStreamInstruction:
    """The step that begins an artifact of the page."""
    kind = Dictionary(Type=Name.Pagination, Subtype=Name.Footer)
    return ContentStreamInstruction([Name.Artifact, kind], Operator("BDC"))
