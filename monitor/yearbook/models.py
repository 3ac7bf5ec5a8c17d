"""Files of a year: the monitor as PDF and as workbook, made by the worker."""

import uuid

from django.db import models
from django.db.models import Q

from expertteam.accounts.models import Team
from expertteam.jobs.models import Job


class Kind(models.TextChoices):
    """What kind of file."""

    PDF = "pdf", "PDF"
    WORKBOOK = "werkmap", "werkmap"


class YearFile(Job):
    """One made file. The same figures asked for twice are the same file."""

    token = models.UUIDField(unique=True, default=uuid.uuid4)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="year_files")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    fingerprint = models.CharField(max_length=64)
    content = models.JSONField()
    file = models.BinaryField(null=True, blank=True)

    class Meta:
        ordering = ["-requested_at"]
        constraints = [
            models.UniqueConstraint(fields=["team", "year", "kind", "fingerprint"], name="year_file_once"),
            models.CheckConstraint(
                condition=~Q(status="klaar") | ~Q(file=None), name="year_file_done_has_file"
            ),
        ]

    def __str__(self) -> str:
        return f"monitor {self.year} {self.kind}"
