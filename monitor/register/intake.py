"""A register brought in through the browser: it waits here until somebody agrees, and is removed afterwards."""

import hashlib
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from expertteam.access.person import Person
from expertteam.audit.actions import record
from expertteam.jobs.models import JobStatus
from expertteam.jobs.sending import send_or_wait

from .models import RegisterImport
from .queries import summary_of
from .reading import Reading
from .tasks import import_register

LONGEST_NAME = 100
# Ticked on the page to overwrite every difference, so that nobody has to tick thirty boxes.
ALL = "alle"


@transaction.atomic
def keep_for_agreement(*, by: Person, data: bytes, reading: Reading, name: str = "") -> RegisterImport:
    """Keep a workbook that was read without problems, with what was understood of it; writes no case.

    `name` is what the file was called; it is shown until somebody agrees and then removed with the file.
    """
    job = RegisterImport.objects.create(
        team=by.team,
        requested_by=by.user,
        status=JobStatus.PREPARED,
        fingerprint=hashlib.sha256(data).hexdigest(),
        workbook=data,
        summary={"file": name[:LONGEST_NAME], **summary_of(by.team, reading)},
    )
    record(by, "register.uploaded", details={"rows": len(reading.rows)})
    return job


@transaction.atomic
def agree(*, by: Person, job: RegisterImport, overwrite: Collection[str]) -> bool:
    """Put the register in the queue. False when somebody did already (a double click).

    `overwrite` are case numbers, or ALL; only cases that were shown as different are overwritten.
    """
    shown = {difference["number"] for difference in job.summary.get("different", [])}
    wanted = shown if ALL in overwrite else shown & set(overwrite)
    changed = RegisterImport.objects.filter(pk=job.pk, status=JobStatus.PREPARED).update(
        status=JobStatus.QUEUED,
        queued_at=timezone.now(),
        requested_by=by.user,
        overwrite=sorted(wanted),
    )
    if changed:
        record(by, "register.agreed", details={"overwrite": sorted(wanted)})
        transaction.on_commit(lambda: send_or_wait(import_register, job.pk))
    return bool(changed)


@transaction.atomic
def try_again(*, job: RegisterImport) -> None:
    """Put a failed register back in the queue."""
    if job.start_again():
        transaction.on_commit(lambda: send_or_wait(import_register, job.pk))


@transaction.atomic
def discard(*, by: Person, job: RegisterImport) -> bool:
    """Remove a register that nobody agreed to, or that failed. False when it is being taken over or was already."""
    stoppable = [JobStatus.PREPARED, JobStatus.FAILED]
    removed, _ = RegisterImport.objects.filter(pk=job.pk, status__in=stoppable).delete()
    if removed:
        record(by, "register.discarded")
    return bool(removed)
