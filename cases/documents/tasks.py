"""Scanning what could not be scanned when it came in, and what came in before there was a scanner."""

from celery import shared_task
from django.db import transaction

from expertteam.access.command_line import history_of, the_machine
from expertteam.audit.actions import record

from . import scanner
from .actions import destroy
from .models import Document, Scan

MOST_AT_ONCE = 100
INFECTED = "De virusscanner vond hier iets gevaarlijks in. Het bestand is vernietigd."


@shared_task
def scan_waiting_documents() -> int:
    """Scan what still has to be; returns how many were. Stops when the scanner is away. Safe to run twice."""
    if not scanner.is_configured():
        return 0
    done = 0
    for pk in list(Document.objects.to_scan().values_list("pk", flat=True)[:MOST_AT_ONCE]):
        try:
            done += scan(pk)
        except scanner.ScannerAway:
            break
    return done


@transaction.atomic
def scan(pk: int) -> bool:
    """Scan one document; False when another worker has it or nothing is left to do."""
    waiting = Document.objects.to_scan().select_for_update(skip_locked=True, of=("self",))
    document = waiting.select_related("case__team").filter(pk=pk).first()
    if document is None:
        return False
    pieces = document.pieces.values_list("data", flat=True).iterator(chunk_size=2)
    safe = scanner.is_safe(bytes(piece) for piece in pieces)
    by = the_machine(document.case.team)
    with history_of(by):
        document.scan = Scan.CLEAN if safe else Scan.INFECTED
        if safe:
            document.save()
        else:
            destroy(by, document, INFECTED)
    event = "document.cleared" if safe else "document.infected"
    record(by, event, case_number=document.case.number, details={"number": document.number})
    return True
