"""Earlier reports and other files of a case; the bytes stand in pieces in the database (decision 0160)."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case
from cases.choices.fields import CodeField
from expertteam.ui.dates import VagueDate

PRECISIONS = ["year", "season", "month", "day"]


class FileType(models.TextChoices):
    """What a file is by its content; the value is also the ending of the name it is given at download."""

    PDF = "pdf", "PDF"
    WORD = "docx", "Word"
    EXCEL = "xlsx", "Excel"
    POWERPOINT = "pptx", "PowerPoint"
    ODT = "odt", "OpenDocument"
    JPEG = "jpg", "foto (JPG)"
    PNG = "png", "afbeelding (PNG)"


MEDIA_TYPES = {
    FileType.PDF: "application/pdf",
    FileType.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileType.EXCEL: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileType.POWERPOINT: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    FileType.ODT: "application/vnd.oasis.opendocument.text",
    FileType.JPEG: "image/jpeg",
    FileType.PNG: "image/png",
}


class Scan(models.TextChoices):
    """What the virus scanner said."""

    NONE = "geen", "niet gecontroleerd"
    WAITING = "wacht", "wacht op controle"
    CLEAN = "schoon", "gecontroleerd"
    INFECTED = "besmet", "besmet"


class DocumentQuerySet(models.QuerySet["Document"]):
    """Speaks of files that are there, and files that were taken away."""

    def present(self) -> Self:
        return self.filter(removed_at=None)

    def to_scan(self) -> Self:
        """What the scanner still has to see: first what waits for it, then what came before there was one."""
        return self.present().filter(scan__in=[Scan.WAITING, Scan.NONE]).order_by("-scan", "pk")


class Document(models.Model):
    """One file of a case. After removal only its number, kind, and who, when and why are left."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="documents")
    number = models.PositiveIntegerField("documentnummer")
    kind = CodeField("soort", question="document_soort")
    title = models.CharField("naam", max_length=200, blank=True)
    dated_on = models.DateField("van wanneer", null=True, blank=True)
    dated_precision = models.CharField(max_length=6, blank=True)
    from_whom = models.CharField("van wie", max_length=200, blank=True)
    note = models.CharField("toelichting", max_length=1000, blank=True)
    file_type = models.CharField("soort bestand", max_length=4, choices=FileType.choices)
    size = models.PositiveBigIntegerField("grootte", help_text="In bytes")
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 van de inhoud")
    scan = models.CharField("controle", max_length=6, choices=Scan.choices, default=Scan.NONE)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_reason = models.CharField("waarom weg", max_length=300, blank=True)

    objects = DocumentQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["fingerprint", "removed_by", "removed_at"])

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="document_number_once"),
            models.UniqueConstraint(
                fields=["case", "fingerprint"], condition=Q(removed_at=None), name="document_content_once"
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None) & ~Q(title="")
                | Q(removed_at__isnull=False, title="", note="", from_whom=""),
                name="document_named_until_removed",
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None, removed_reason="", removed_by=None)
                | Q(removed_at__isnull=False, removed_by__isnull=False) & ~Q(removed_reason=""),
                name="document_removed_with_reason",
            ),
            models.CheckConstraint(condition=~Q(kind=""), name="document_has_kind"),
            models.CheckConstraint(condition=Q(file_type__in=FileType.values), name="document_known_type"),
            models.CheckConstraint(condition=Q(scan__in=Scan.values), name="document_known_scan"),
            models.CheckConstraint(
                condition=~Q(scan=Scan.INFECTED) | Q(removed_at__isnull=False), name="document_infected_is_gone"
            ),
            models.CheckConstraint(
                condition=Q(dated_on=None, dated_precision="")
                | Q(dated_on__isnull=False, dated_precision__in=PRECISIONS),
                name="document_date_precision",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(
                fields=["scan"], condition=Q(removed_at=None, scan__in=["wacht", "geen"]), name="document_to_scan"
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title or f"document {self.number}"

    @property
    def dated(self) -> VagueDate | None:
        """When it was written, as precisely as that is known."""
        return VagueDate(self.dated_on, self.dated_precision) if self.dated_on else None  # type: ignore[arg-type]

    @property
    def file_name(self) -> str:
        """Name it gets at download: nothing of who it is about."""
        return f"document-{self.number}.{self.file_type}"

    @property
    def can_be_opened(self) -> bool:
        return self.removed_at is None and self.scan in (Scan.NONE, Scan.CLEAN)


class DocumentPiece(models.Model):
    """Half a megabyte of a file, so that neither coming in nor scanning asks for all of it at once."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="pieces")
    position = models.PositiveIntegerField()
    data = models.BinaryField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["document", "position"], name="document_piece_once")]

    def __str__(self) -> str:
        return f"{self.document_id}:{self.position}"
