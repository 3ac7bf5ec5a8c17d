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


@transaction.atomic
def keep_for_agreement(*, by: Person, data: bytes, reading: Reading) -> RegisterImport:
    """Keep a workbook that was read without problems, with what was understood of it; writes no case."""
    job = RegisterImport.objects.create(
        team=by.team,
        requested_by=by.user,
        status=JobStatus.PREPARED,
        fingerprint=hashlib.sha256(data).hexdigest(),
        workbook=data,
        summary=summary_of(by.team, reading),
    )
    record(by, "register.uploaded", details={"rows": len(reading.rows)})
    return job


@transaction.atomic
def agree(*, by: Person, job: RegisterImport, overwrite: Collection[str]) -> bool:
    """Put the register in the queue. False when somebody did already (a double click)."""
    numbers = {difference["number"] for difference in job.summary.get("different", [])}
    changed = RegisterImport.objects.filter(pk=job.pk, status=JobStatus.PREPARED).update(
        status=JobStatus.QUEUED,
        queued_at=timezone.now(),
        requested_by=by.user,
        overwrite=sorted(numbers & set(overwrite)),
    )
    if changed:
        transaction.on_commit(lambda: send_or_wait(import_register, job.pk))
    return bool(changed)


@transaction.atomic
def try_again(*, job: RegisterImport) -> None:
    """Put a failed register back in the queue."""
    if job.start_again():
        transaction.on_commit(lambda: send_or_wait(import_register, job.pk))


@transaction.atomic
def discard(*, by: Person, job: RegisterImport) -> None:
    """Remove a register that nobody agreed to, or that failed."""
    stoppable = [JobStatus.PREPARED, JobStatus.FAILED]
    removed, _ = RegisterImport.objects.filter(pk=job.pk, status__in=stoppable).delete()
    if removed:
        record(by, "register.discarded")
