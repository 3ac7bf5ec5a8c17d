"""Handing a job to the broker without making the person wait for it."""

import logging

from celery import Task
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)


def send_or_wait(task: Task, pk: int) -> bool:
    """Send a job by its id. False when the broker is away: then it stays queued and beat sends it later."""
    return _send(task, pk)


def send_by_name(task: Task, name: str) -> bool:
    """Send work of every day by its name. False when the broker is away: then beat does it later."""
    return _send(task, name)


def _send(task: Task, what: int | str) -> bool:
    try:
        task.apply_async((what,), retry=False)
    except OperationalError:
        logger.warning("broker away: %s %s waits", task.name, what)
        return False
    return True
