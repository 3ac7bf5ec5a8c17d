"""What the outbox forgets by itself."""

from datetime import date, timedelta

from django.db.models import Q

from expertteam.jobs.models import JobStatus
from expertteam.ui.clock import start_of

from .models import OutgoingMail

ADDRESS_DAYS = 14
ROW_DAYS = 365
OVER = [JobStatus.DONE, JobStatus.FAILED]


def forget_old_mail(day: date) -> int:
    """Blank the address two weeks after a mail went or failed, and remove the row after a year. Safe to run twice."""
    old = Q(status__in=OVER, requested_at__lt=start_of(day - timedelta(days=ADDRESS_DAYS)))
    blanked = OutgoingMail.objects.filter(old).exclude(to="").update(to="", about={})
    gone = Q(status__in=OVER, requested_at__lt=start_of(day - timedelta(days=ROW_DAYS)))
    return blanked + OutgoingMail.objects.filter(gone).delete()[0]
