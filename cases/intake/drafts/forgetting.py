"""A draft that nobody comes back to does not stay: it holds a child's name."""

from datetime import date, timedelta

from cases.intake.models import ReferralDraft
from expertteam.ui.clock import start_of

KEPT = timedelta(days=30)


def forget_old_drafts(day: date) -> int:
    """Throw away drafts of which nothing was typed for thirty days; returns how many."""
    before = start_of(day - KEPT)
    return ReferralDraft.objects.filter(saved_at__lt=before).delete()[0]
