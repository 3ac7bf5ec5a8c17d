"""The doors of the worker to warning and destroying."""

from datetime import date
from functools import partial

from celery import Task, shared_task
from django.db import transaction
from django.utils import timezone

from expertteam.jobs.runner import run
from expertteam.jobs.sending import send_or_wait
from expertteam.jobs.tasks import register_job

from .destroying import destroy, plan_destructions, warn_all
from .models import Destruction


def warn_and_destroy(day: date) -> int:
    """The daily work: warn, and send a job for every case whose day has come; returns how many of both."""
    warned = warn_all(day)
    jobs = plan_destructions(day)
    for job in jobs:
        transaction.on_commit(partial(send_destruction, job.pk))
    return warned + len(jobs)


@shared_task(bind=True)
def destroy_case(task: Task, pk: int) -> None:
    """Destroy the case of job `pk`."""
    run(task, Destruction, pk, lambda job: destroy(job, timezone.localdate()))


def send_destruction(pk: int) -> None:
    """Hand a job to the broker; without a broker it waits until beat finds it."""
    send_or_wait(destroy_case, pk)


register_job(Destruction, send_destruction)
