"""Documenten."""

from hashlib import sha256

from cases.documents.models import Document, DocumentPiece
from tests.access_world import World

from .row import CASE_READ, P_AND_S, Row, case

CONTENT = b"%PDF-1.7 een verslag"

ROWS: dict[str, Row] = {
    "cases:documents": case(CASE_READ),
    "cases:document_add": case(P_AND_S, only_post=True),
    "cases:document": case(P_AND_S, document=lambda w: w.things["document"].number),
    "cases:document_remove": case(P_AND_S, only_post=True, document=lambda w: w.things["document"].number),
    "cases:document_file": case(CASE_READ, document=lambda w: w.things["document"].number),
}


def furnish(world: World) -> None:
    """One document of the case."""
    petra = world.people["P"]
    assert petra
    document = Document.objects.create(
        case=world.case, number=1, kind="plan", title="Plan", file_type="pdf", size=len(CONTENT),
        fingerprint=sha256(CONTENT).hexdigest(), uploaded_by=petra.user,
    )  # fmt: skip
    DocumentPiece.objects.create(document=document, position=0, data=CONTENT)
    world.things["document"] = document
