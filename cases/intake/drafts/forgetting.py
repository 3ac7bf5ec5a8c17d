"""A draft that nobody comes back to does not stay: it holds a child's name."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from cases.intake.models import ReferralDraft

KEPT = timedelta(days=30)


def forget_old_drafts(day: date) -> int:
    """Throw away drafts of which nothing was typed for thirty days; returns how many."""
    before = timezone.make_aware(datetime.combine(day - KEPT, time.min))
    return ReferralDraft.objects.filter(saved_at__lt=before).delete()[0]
