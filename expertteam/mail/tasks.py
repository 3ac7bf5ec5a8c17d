"""Sending mail in the background."""

from celery import Task, shared_task

from expertteam.jobs.runner import run
from expertteam.jobs.sending import send_or_wait
from expertteam.jobs.tasks import register_job

from .models import OutgoingMail
from .sending import send


@shared_task(bind=True)
def send_mail(self: Task, pk: int) -> None:
    """Send the mail with this id; a message that comes twice sends it once."""
    run(self, OutgoingMail, pk, send)


def send_to_worker(pk: int) -> bool:
    """Hand a mail to the broker; when that is away, beat does it later."""
    return send_or_wait(send_mail, pk)


register_job(OutgoingMail, send_to_worker)
