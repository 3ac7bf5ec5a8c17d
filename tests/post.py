"""The outbox in tests: `deliver()` does what the worker would do, and gives what arrived."""

from django.core import mail as post
from django.core.mail import EmailMessage

from expertteam.jobs.models import JobStatus
from expertteam.jobs.runner import run
from expertteam.mail.models import OutgoingMail
from expertteam.mail.sending import send
from expertteam.mail.tasks import send_mail


def deliver() -> list[EmailMessage]:
    """Send everything that waits, and give the messages that arrived by it."""
    before = len(post.outbox)
    for mail in OutgoingMail.objects.filter(status=JobStatus.QUEUED).order_by("pk"):
        run(send_mail, OutgoingMail, mail.pk, send)
    return list(post.outbox[before:])
