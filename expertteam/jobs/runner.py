"""Runs one job inside a Celery task: at most one worker at a time, and every end is visible to the person waiting."""

import logging
from collections.abc import Callable
from typing import Any

from celery import Task
from django.db import InterfaceError, OperationalError

from .models import Job, JobFailed, StillBusy

logger = logging.getLogger(__name__)
# A quarter of an hour; what waits longer is sent again by `requeue_lost_jobs`. (None would mean Celery's own 3.)
RETRY_AFTER, MOST_RETRIES = 5, 180
UNKNOWN = "Dit lukte niet door een fout aan onze kant. Probeer het opnieuw; blijft het misgaan, bel dan de beheerder."


def run(task: Task, model: type[Job], pk: int, work: Callable[[Any], None]) -> None:
    """Claim job `pk` and do `work(job)`. A lost database means trying again; any other end is written on the job."""
    try:
        job = model.claim(pk)
        if job is not None:
            attempt(job, work)
    except StillBusy as busy:
        raise task.retry(exc=busy, countdown=RETRY_AFTER, max_retries=MOST_RETRIES) from busy
    except (OperationalError, InterfaceError) as gone:
        raise task.retry(exc=gone, countdown=RETRY_AFTER, max_retries=MOST_RETRIES) from gone


def attempt(job: Job, work: Callable[[Any], None]) -> None:
    """Do the work; a failure becomes a message on the job instead of a silence."""
    try:
        work(job)
    except JobFailed as failure:
        job.fail(str(failure))
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("job %s %s failed", type(job).__name__, job.pk)
        job.fail(UNKNOWN)
