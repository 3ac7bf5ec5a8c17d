"""The append-only trace of reading and writing (fields of NEN 7513). Holds numbers and codes, never names."""

from django.conf import settings
from django.db import models

from expertteam.accounts.models import Team


class Outcome(models.TextChoices):
    """How an event ended."""

    DONE = "gedaan", "gedaan"
    REFUSED = "geweigerd", "geweigerd"
    FAILED = "mislukt", "mislukt"


class AuditEvent(models.Model):
    """One thing somebody did or tried. The database refuses to change or delete a row (see the migration)."""

    at = models.DateTimeField(auto_now_add=True)
    team = models.ForeignKey(Team, null=True, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    roles = models.CharField(max_length=120, blank=True)
    address = models.CharField(max_length=45, blank=True)
    event = models.CharField(max_length=60)
    case_number = models.CharField(max_length=12, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.DONE)
    reason = models.CharField(max_length=500, blank=True)
    details = models.JSONField(default=dict, help_text="Codes, aantallen en nummers; nooit namen of teksten")

    class Meta:
        indexes = [
            models.Index(fields=["team", "case_number", "-at"], name="audit_by_case"),
            models.Index(fields=["team", "-at"], name="audit_by_time"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(outcome__in=Outcome.values), name="audit_known_outcome")
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event} {self.case_number}"
