"""The process journal: calls, mails, talks and notes, and what somebody is still typing."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case
from cases.hours.models import MINUTES_OF_A_DAY


class EntryKind(models.TextChoices):
    """What a line of the journal is about."""

    CALL = "bellen", "gebeld"
    MAIL = "mail", "gemaild"
    TALK = "gesprek", "gesproken"
    NOTE = "notitie", "notitie"


LONGEST_ENTRY = 4000


class JournalEntry(models.Model):
    """One line of the journal. `at` is when it happened; `minutes` how long it took, when that is known."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="journal")
    kind = models.CharField("soort", max_length=8, choices=EntryKind.choices, default=EntryKind.NOTE)
    text = models.TextField("wat", max_length=LONGEST_ENTRY)
    minutes = models.PositiveSmallIntegerField("minuten", null=True, blank=True)
    at = models.DateTimeField("wanneer", default=timezone.now)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    form_token = models.UUIDField(null=True, blank=True, unique=True, help_text="Vangt een dubbele klik op")
    created_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords(excluded_fields=["form_token", "created_at"])

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["case", "-at", "-id"], name="journal_by_moment"),
            models.Index(fields=["author"], name="journal_with_minutes", condition=Q(minutes__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="journal_filled"),
            models.CheckConstraint(condition=Q(kind__in=EntryKind.values), name="journal_known_kind"),
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(minutes__gte=1, minutes__lte=MINUTES_OF_A_DAY),
                name="journal_sane_minutes",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class JournalDraft(models.Model):
    """What somebody is typing in the box «Noteer» of a case; gone when it is saved. One per person and case."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "user"], name="journal_draft_once")]

    def __str__(self) -> str:
        return f"concept {self.case_id} {self.user_id}"
