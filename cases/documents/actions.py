"""Keeping a file, changing what is said of it, and taking it away for good."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.actions import record
from expertteam.audit.models import Outcome
from expertteam.ui.dates import VagueDate

from . import scanner
from .incoming import Incoming
from .models import Document, DocumentPiece, Scan
from .refusals import INFECTED, Refused


@dataclass(frozen=True)
class DocumentData:
    """What somebody says of a file. `kind` is a code of question `document_soort`."""

    kind: str
    dated: VagueDate | None = None
    from_whom: str = ""
    note: str = ""

    def stored(self) -> dict[str, Any]:
        """As the row holds it."""
        return {
            "kind": self.kind, "from_whom": self.from_whom, "note": self.note,
            "dated_on": self.dated.date if self.dated else None,
            "dated_precision": self.dated.precision if self.dated else "",
        }  # fmt: skip


def add_document(*, by: Person, case: Case, file: Incoming, data: DocumentData) -> tuple[Document, bool]:
    """Keep a file; the same file again (a double click) is the document that is there already.

    Asks the scanner first, outside the transaction. Raises Refused when it finds something; when it does not answer
    the file waits, and nobody can open it (`tasks.py`).
    """
    known = present_with(case, file.fingerprint)
    if known:
        return known, False
    scan = verdict(by, case, file)
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=case.pk)
        known = present_with(case, file.fingerprint)
        if known:
            return known, False
        document = keep(by, case, file, data, scan)
        record(by, "document.added", case_number=case.number, details={"number": document.number})
    return document, True


def present_with(case: Case, fingerprint: str) -> Document | None:
    return case.documents.present().filter(fingerprint=fingerprint).first()


def verdict(by: Person, case: Case, file: Incoming) -> Scan:
    """What the scanner says of a file that comes in."""
    if not scanner.is_configured():
        return Scan.NONE
    try:
        safe = scanner.is_safe(file.pieces())
    except scanner.ScannerAway:
        return Scan.WAITING
    if not safe:
        note_refusal(by=by, case=case, refused=INFECTED)
        raise INFECTED
    return Scan.CLEAN


def keep(by: Person, case: Case, file: Incoming, data: DocumentData, scan: Scan) -> Document:
    """Write the row and the pieces."""
    last = case.documents.aggregate(last=Max("number"))["last"] or 0
    document = Document.objects.create(
        case=case, number=last + 1, title=file.title, file_type=file.file_type, size=file.size,
        fingerprint=file.fingerprint, scan=scan, uploaded_by=by.user, **data.stored(),
    )  # fmt: skip
    for position, piece in enumerate(file.pieces()):
        DocumentPiece.objects.create(document=document, position=position, data=piece)
    return document


def note_refusal(*, by: Person, case: Case, refused: Refused) -> None:
    """Trace that a file was not taken in, and why; nothing of the file itself."""
    details = {"reason": refused.code}
    record(by, "document.refused", case_number=case.number, outcome=Outcome.REFUSED, details=details)


@transaction.atomic
def change_document(*, by: Person, document: Document, title: str, data: DocumentData) -> bool:
    """Change what is said of a file; False when nothing is new or the file is gone."""
    document = locked(document)
    wanted = {"title": title, **data.stored()}
    if document.removed_at or all(getattr(document, name) == value for name, value in wanted.items()):
        return False
    for name, value in wanted.items():
        setattr(document, name, value)
    document.save()
    details = {"number": document.number}
    record(by, "document.changed", case_number=document.case.number, details=details)
    return True


@transaction.atomic
def remove_document(*, by: Person, document: Document, reason: str) -> bool:
    """Destroy a file and what was said of it, in its history too; False when it was gone already.

    What is left is its number and kind, and who took it away, when and why: a file can have come in by mistake, and
    then its name belongs to somebody else.
    """
    document = locked(document)
    if document.removed_at:
        return False
    destroy(by, document, reason)
    record(by, "document.removed", case_number=document.case.number, details={"number": document.number})
    return True


def locked(document: Document) -> Document:
    return Document.objects.select_for_update(of=("self",)).select_related("case").get(pk=document.pk)


def destroy(by: Person, document: Document, reason: str) -> None:
    """Inside a transaction that holds the row."""
    document.pieces.all().delete()
    empty = {"title": "", "note": "", "from_whom": "", "dated_on": None, "dated_precision": ""}
    Document.history.filter(id=document.pk).update(**empty)
    for name, value in empty.items():
        setattr(document, name, value)
    document.removed_at, document.removed_by, document.removed_reason = timezone.now(), by.user, reason
    document.save()


def content_of(document: Document) -> bytes:
    """The whole file."""
    pieces: Iterable[Any] = document.pieces.values_list("data", flat=True)
    return b"".join(bytes(piece) for piece in pieces)
