"""Changing what a team chose about reminders."""

from datetime import date, timedelta

from django.db import transaction

from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import MailDay, ReminderSettings

KEEP_DAYS = 30


@transaction.atomic
def change_reminders(*, by: Person, days: list[int], escalate_after: int) -> bool:
    """Keep the series of the team; False when nothing is new."""
    chosen, _ = ReminderSettings.objects.select_for_update().get_or_create(team=by.team)
    if (chosen.days, chosen.escalate_after) == (days, escalate_after):
        return False
    chosen.days, chosen.escalate_after = days, escalate_after
    chosen.save()
    record(by, "reminders.changed", details={"days": days, "escalate_after": escalate_after})
    return True


def forget_mail_days(day: date) -> int:
    """Daily work: forget who had a mail on which day, after a month."""
    return MailDay.objects.filter(day__lt=day - timedelta(days=KEEP_DAYS)).delete()[0]
