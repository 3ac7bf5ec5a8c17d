"""A register that somebody read in and never agreed to does not stay."""

from datetime import date, timedelta

from expertteam.jobs.models import JobStatus
from expertteam.ui.clock import start_of

from .models import RegisterImport

KEPT = timedelta(days=30)


def forget_old_imports(day: date) -> int:
    """Throw away what waits for an agreement, or failed, for thirty days; returns how many."""
    before = start_of(day - KEPT)
    waiting = [JobStatus.PREPARED, JobStatus.FAILED]
    return RegisterImport.objects.filter(status__in=waiting, requested_at__lt=before).delete()[0]
