"""Advice reports: frozen as they were decided, numbered, never overwritten."""

from typing import Self

from django.db import models
from django.db.models import Q

from cases.casefile.models import Case
from expertteam.jobs.models import Job


class Edition(models.TextChoices):
    """For whom a report is written."""

    FAMILY = "gezin", "voor de jongere en de ouders"
    PROFESSIONALS = "professionals", "voor professionals"


class AdviceReportQuerySet(models.QuerySet["AdviceReport"]):
    """Reports without what is heavy: the file, and the content."""

    def light(self) -> Self:
        """For lists and for following the work."""
        return self.defer("pdf", "content").select_related("requested_by")


class AdviceReport(Job):
    """One issued report. `content` is the frozen text; the same content asked for twice is the same report."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reports")
    number = models.PositiveIntegerField("rapportnummer")
    edition = models.CharField("voor wie", max_length=15, choices=Edition.choices)
    analysis_version = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64)
    content = models.JSONField()
    pdf = models.BinaryField(null=True, blank=True)

    objects = AdviceReportQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="report_number_once"),
            models.UniqueConstraint(fields=["case", "edition", "fingerprint"], name="report_content_once"),
            models.CheckConstraint(condition=~Q(status="klaar") | ~Q(pdf=None), name="report_done_has_pdf"),
        ]

    def __str__(self) -> str:
        return f"adviesrapport {self.number}"

    @property
    def file_name(self) -> str:
        """Name of the file: numbers only, nothing of the young person."""
        return f"adviesrapport-{self.case.number}-{self.number}.pdf"
