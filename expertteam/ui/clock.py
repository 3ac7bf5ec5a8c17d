"""Days and moments, in the time zone of the site."""

from datetime import date, datetime, time

from django.utils import timezone


def start_of(day: date) -> datetime:
    """The first moment of a day: what came before it was on an earlier day."""
    return timezone.make_aware(datetime.combine(day, time.min))
