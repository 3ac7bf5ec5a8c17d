"""Whether the analysis is everybody's: the answer of each party."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from analysis.board.models import Analysis
from cases.people.models import Participant


class Verdict(models.TextChoices):
    """A party's answer to «is dit ook jouw verhaal?»."""

    YES = "ja", "ja"
    PARTLY = "deels", "deels"
    NO = "nee", "nee"


class Endorsement(models.Model):
    """What one party said of the analysis."""

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="endorsements")
    participant = models.ForeignKey(Participant, on_delete=models.RESTRICT, related_name="endorsements")
    verdict = models.CharField("oordeel", max_length=5, choices=Verdict.choices)
    words = models.TextField("toelichting", max_length=2000, blank=True)
    answered_on = models.DateField(null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["analysis", "participant"], name="endorsement_once"),
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="endorsement_known_verdict"),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id}: {self.verdict}"
