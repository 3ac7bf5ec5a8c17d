"""Last touch on a tagged PDF: says of every table header whether it heads a row or a column.

ISO 14289-1 (PDF/UA-1), 7.5: a header cell has a Scope. WeasyPrint leaves it out.
"""

from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object, ObjectStreamMode


def finish(pdf: bytes) -> bytes:
    """The same document with a scope on every header cell; the same input gives the same bytes."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        for cell in header_cells(document):
            set_scope(cell)
        document.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    return out.getvalue()


def header_cells(document: pikepdf.Pdf) -> list[Object]:
    """Every header cell in the structure of a document."""
    return [item for item in document.objects if isinstance(item, Dictionary) and item.get("/S") == Name.TH]


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
