"""The outbox in short."""

from dataclasses import dataclass

from django.db.models import Count, Q

from expertteam.accounts.models import Team
from expertteam.jobs.models import JobStatus

from .models import OutgoingMail

WAITING = [JobStatus.QUEUED, JobStatus.RUNNING]


@dataclass(frozen=True)
class MailInShort:
    """How many mails wait, and how many could not go."""

    waiting: int
    failed: int


def mail_in_short(team: Team) -> MailInShort:
    """One query."""
    counts = {
        "waiting": Count("pk", Q(status__in=WAITING)),
        "failed": Count("pk", Q(status=JobStatus.FAILED)),
    }
    return MailInShort(**OutgoingMail.objects.filter(team=team).aggregate(**counts))
