"""Advice reports: frozen as they were decided, numbered, never overwritten."""

from typing import Self

from django.db import models
from django.db.models import Q

from analysis.versions.models import FixedVersion
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
        light = self.defer("pdf", "content", "fixed_version__content")
        return light.select_related("requested_by", "fixed_version")


class AdviceReport(Job):
    """One issued report. `content` is the frozen text; the same content asked for twice is the same report.

    `fixed_version` is the version of the analysis it was made from; reports of before there were any have none.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reports")
    number = models.PositiveIntegerField("rapportnummer")
    edition = models.CharField("voor wie", max_length=15, choices=Edition.choices)
    analysis_version = models.PositiveIntegerField()
    fixed_version = models.ForeignKey(
        FixedVersion, null=True, blank=True, on_delete=models.RESTRICT, related_name="reports"
    )
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
    def version_number(self) -> int:
        """The number of the version of the analysis, as the report names it."""
        return self.fixed_version.number if self.fixed_version else self.analysis_version

    @property
    def file_name(self) -> str:
        """Name of the file: numbers only, nothing of the young person."""
        return f"adviesrapport-{self.case.number}-{self.number}.pdf"
