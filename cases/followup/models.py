"""How it ended: what the monitor counts of a case at closing."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case
from cases.choices.fields import CodeField, CodeListField


class Closure(models.Model):
    """Result of a case; filled in bit by bit, complete at closing."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, primary_key=True, related_name="closure")
    closed_on = models.DateField("datum afsluiting", null=True, blank=True)
    at_table = CodeField("aan tafel", question="aan_tafel")
    hours = models.DecimalField("uren inzet", max_digits=6, decimal_places=2, null=True, blank=True)
    satisfaction_family = CodeField("tevreden jongere en ouders", question="tevreden")
    satisfaction_professionals = CodeField("tevreden hulpverleners", question="tevreden")
    effects = CodeListField(verbose_name="effecten", question="effecten")
    costs = CodeField("kosten", question="kosten")
    contributions = CodeListField(verbose_name="bijdrage aan welslagen", question="bijdrage")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gte=0), name="closure_hours_not_negative"
            )
        ]

    def __str__(self) -> str:
        return f"afsluiting {self.case_id}"
