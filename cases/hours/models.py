"""Hours per person, case and day."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case

MINUTES_OF_A_DAY = 24 * 60


class HourEntry(models.Model):
    """What one person did for one case on one day, in whole minutes.

    `source` and `source_id` say from which proposal it came, such as `journaal` and the number of the entry; empty when
    somebody wrote it themselves. Nobody works more than 24 hours on one day, over all cases: the database refuses it
    (trigger `cases_hours_of_a_day`).
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="hours")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="wie"
    )
    day = models.DateField("dag")
    minutes = models.PositiveSmallIntegerField("minuten")
    what = models.CharField("wat", max_length=200, blank=True)
    source = models.CharField(max_length=20, blank=True)
    source_id = models.BigIntegerField(null=True, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    form_token = models.UUIDField(null=True, blank=True, unique=True, help_text="Vangt een dubbele klik op")
    created_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords(excluded_fields=["form_token", "created_at"])

    class Meta:
        ordering = ["-day", "-pk"]
        indexes = [
            models.Index(fields=["case", "-day", "-id"], name="hours_by_day"),
            models.Index(fields=["user", "day"], name="hours_of_a_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=1, minutes__lte=MINUTES_OF_A_DAY), name="hours_within_a_day"
            ),
            models.CheckConstraint(
                condition=Q(source="", source_id=None) | ~Q(source="") & Q(source_id__isnull=False),
                name="hours_whole_source",
            ),
            models.UniqueConstraint(
                fields=["user", "source", "source_id"], condition=~Q(source=""), name="hours_confirmed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes} min {self.day}"


class DismissedProposal(models.Model):
    """A proposal of hours to which somebody said no: it does not come back."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=20)
    source_id = models.BigIntegerField()
    dismissed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "source", "source_id"], name="proposal_dismissed_once")
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.source_id}"
