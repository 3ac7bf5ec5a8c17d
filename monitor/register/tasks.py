"""Taking over a register in the background."""

from celery import Task, shared_task
from django.db import transaction

from expertteam.access.person import Person, person_in
from expertteam.audit.actions import record
from expertteam.audit.models import Outcome
from expertteam.jobs.models import JobFailed
from expertteam.jobs.outside import progress_outside
from expertteam.jobs.runner import run
from expertteam.jobs.sending import send_or_wait
from expertteam.jobs.tasks import register_job

from .actions import Imported, take_over
from .models import RegisterImport
from .queries import counts_only, read
from .reading import Reading


@shared_task(bind=True)
def import_register(self: Task, pk: int) -> None:
    """Take over the register with this id; safe to run twice."""
    run(self, RegisterImport, pk, write_or_trace)


def write_or_trace(job: RegisterImport) -> None:
    """Take it over; that it cannot be is traced too."""
    try:
        write(job)
    except JobFailed:
        by = person_in(job.requested_by, job.team) or Person(job.requested_by, job.team, frozenset())
        record(by, "register.failed", outcome=Outcome.FAILED)
        raise


def write(job: RegisterImport) -> None:
    """Read the workbook again and write it in one transaction, together with «done»."""
    by = person_in(job.requested_by, job.team)
    if by is None or not by.user.is_active or not by.may("register.import"):
        raise JobFailed("Wie dit vroeg mag geen register meer overnemen. Vraag het de coördinator.")
    reading = read_again(job)
    with progress_outside(job) as progress, transaction.atomic():
        progress(1, "Vergelijken met wat er al is")
        done = take_over(by=by, rows=reading.rows, overwrite=job.overwrite, progress=progress)
        close(by, job, done)


def read_again(job: RegisterImport) -> Reading:
    """The rows of the kept workbook; a newer list of answers may refuse what was sound before."""
    reading = read(bytes(job.workbook or b""))
    if not reading.is_good:
        raise JobFailed("Het register is niet meer goed te lezen. Lees het bestand opnieuw in.")
    return reading


def close(by: Person, job: RegisterImport, done: Imported) -> None:
    """Mark it done and remove the workbook; undoes everything when another worker was first."""
    finished = job.finish(
        created_count=done.created,
        changed_count=done.changed,
        workbook=None,
        summary={**counts_only(job), "same": done.same, "kept": done.kept},
    )
    if finished:
        record(by, "register.imported", details={"created": done.created, "changed": done.changed})
    else:
        transaction.set_rollback(True)


register_job(RegisterImport, lambda pk: send_or_wait(import_register, pk))
