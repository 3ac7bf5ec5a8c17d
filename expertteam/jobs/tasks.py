"""Finds jobs that nobody works on any more (a lost message, a killed worker) and sends them again."""

from collections.abc import Callable
from datetime import timedelta

from celery import shared_task
from django.db.models import Q
from django.utils import timezone

from .daily import do_due_work, do_now
from .models import Job, JobStatus

_kinds: dict[type[Job], Callable[[int], object]] = {}


def register_job(model: type[Job], send: Callable[[int], object]) -> None:
    """Say how a job of this kind is sent to a worker: `send(id)`."""
    _kinds[model] = send


@shared_task
def requeue_lost_jobs() -> int:
    """Send again what waits too long or whose worker fell silent; returns how many. Safe to run twice."""
    now = timezone.now()
    waiting = Q(status=JobStatus.QUEUED, queued_at__lt=now - timedelta(seconds=20))
    silent = Q(status=JobStatus.RUNNING, alive_until__lt=now)
    sent = 0
    for model, send in _kinds.items():
        for pk in model._default_manager.filter(waiting | silent).values_list("pk", flat=True):
            send(pk)
            sent += 1
    return sent


@shared_task
def do_daily_work() -> int:
    """Do the work of today that is not done yet (see `daily.py`); returns how many pieces. Safe to run twice."""
    return do_due_work(timezone.now())


@shared_task
def do_daily_work_of(name: str) -> bool:
    """Do one piece of the work of today because somebody asked; False when it was done already."""
    return do_now(name, timezone.localdate())
