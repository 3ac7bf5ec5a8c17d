"""Handing one mail to the mail server: what went wrong decides whether it is tried again."""

import smtplib
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from expertteam.jobs.models import JobFailed

from .actions import end_mail
from .attachments import Attachment, attach
from .kinds import Context, fill, subject_of, text_of
from .models import OutgoingMail

# A mail server that is away for a night or a day costs no mail: two days altogether.
PAUSES = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 720, 720, 720))
REFUSED = "De mailserver kent dit adres niet of neemt er geen mail voor aan. Kijk het adres na."
AWAY = "De mailserver nam de mail twee dagen lang niet aan. Kijk de mailinstellingen na en stuur hem opnieuw."
HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def send(mail: OutgoingMail) -> None:
    """Send this mail, once. JobFailed when trying again is of no use; postponed when the mail server is away."""
    context = fill(mail)
    if context is None:
        end_mail(mail)
        return
    try:
        message_of(mail, context).send()
    except OSError as failure:  # what smtplib raises is one of these too
        if is_for_good(failure):
            raise JobFailed(REFUSED) from failure
        postpone(mail, failure)
        return
    mail.finish(sent_at=timezone.now(), tries=mail.tries + 1)


def message_of(mail: OutgoingMail, context: Context) -> EmailMultiAlternatives:
    """The message, with the files of `attachments` in the context.

    Every try has the same Message-ID, so that a mailbox can see that it is one mail.
    """
    domain = str(settings.DEFAULT_FROM_EMAIL).rpartition("@")[2].strip(" >")
    headers = {**HEADERS, "Message-ID": f"<{mail.key}@{domain}>"}
    subject, text = subject_of(mail.kind, context), text_of(mail.kind, context)
    message = EmailMultiAlternatives(subject, text, to=[mail.to], headers=headers)
    files: list[Attachment] = context.get("attachments", [])
    for one in files:
        attach(message, one)
    return message


def is_for_good(failure: OSError) -> bool:
    """Whether the mail server said no to this address or this text (5xx); anything else may be over tomorrow."""
    if isinstance(failure, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in failure.recipients.values())
    return isinstance(failure, smtplib.SMTPDataError) and failure.smtp_code >= 500


def postpone(mail: OutgoingMail, failure: OSError) -> None:
    """Try again later; after two days it has failed, and somebody may send it again."""
    if mail.tries >= len(PAUSES):
        raise JobFailed(AWAY) from failure
    mail.wait_until(timezone.now() + PAUSES[mail.tries])
