"""What stays of a case that was destroyed: its answers to the questions of the monitor, and nothing else."""

import uuid

from django.db import models
from django.db.models import Q

from expertteam.accounts.models import Team


class KeptCase(models.Model):
    """One case as the monitor counts it, without number, name or date.

    `answers` is indicator key → list of codes. The key of the row is random and no moment is kept, so that nothing
    says which destroyed case it was.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("jaar van aanmelding")
    answers = models.JSONField("antwoorden", default=dict)
    days_to_meeting = models.PositiveIntegerField("dagen tot de eerste bijeenkomst", null=True, blank=True)
    days_to_advice = models.PositiveIntegerField("dagen tot het advies", null=True, blank=True)
    days_to_closing = models.PositiveIntegerField("dagen tot de afsluiting", null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["team", "year"], name="kept_case_by_year")]
        constraints = [models.CheckConstraint(condition=Q(year__gte=2000), name="kept_case_year")]

    def __str__(self) -> str:
        return f"geteld in {self.year}"
