"""A register that somebody brings in: the file waits here until they agree, and is removed afterwards."""

import uuid

from django.db import models

from expertteam.accounts.models import Team
from expertteam.jobs.models import Job


class RegisterImport(Job):
    """One workbook: what was understood of it (`summary`), and the work of taking it over."""

    token = models.UUIDField(unique=True, default=uuid.uuid4)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="register_imports")
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 van het bestand")
    workbook = models.BinaryField(null=True, blank=True)
    summary = models.JSONField(default=dict, help_text="Aantallen, meldingen en verschillen zoals getoond")
    overwrite = models.JSONField(default=list, help_text="Casusnummers die overschreven mogen worden")
    created_count = models.PositiveIntegerField(default=0)
    changed_count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-requested_at"]
        indexes = [models.Index(fields=["team", "-requested_at"], name="import_by_team")]

    def __str__(self) -> str:
        return f"register {self.pk}"
