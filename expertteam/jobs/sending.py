"""Handing a job to the broker without making the person wait for it."""

import logging

from celery import Task
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)


def send_or_wait(task: Task, pk: int) -> bool:
    """Send a job by its id. False when the broker is away: then it stays queued and beat sends it later."""
    try:
        task.apply_async((pk,), retry=False)
    except OperationalError:
        logger.warning("broker away: %s %s waits", task.name, pk)
        return False
    return True
