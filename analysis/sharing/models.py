"""Whether the analysis is everybody's: before whom it was put, and the answer of each party."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from analysis.board.models import Analysis
from analysis.versions.models import FixedVersion
from cases.people.models import Participant
from cases.steering.models import Action


class Verdict(models.TextChoices):
    """A party's answer to «is dit ook jouw verhaal?»."""

    YES = "ja", _("ja")
    PARTLY = "deels", _("deels")
    NO = "nee", _("nee")


class Way(models.TextChoices):
    """How a version is put before somebody."""

    MAIL = "mail", "met een link in een mail"
    LETTER = "brief", "met een link in een brief"
    PAPER = "papier", "op papier"


class Via(models.TextChoices):
    """How an answer came in."""

    LINK = "link", "op de eigen pagina"
    PAPER = "papier", "op papier"
    TALK = "gesprek", "in een gesprek"


class AskingQuerySet(models.QuerySet["Asking"]):
    """Speaks the field's language."""

    def standing(self) -> "AskingQuerySet":
        """Those that were not taken back, without what somebody is still typing."""
        found = self.filter(withdrawn_at=None).annotate(version_number=F("version__number"))
        return found.defer("draft")


class Asking(models.Model):
    """A fixed version was put before one party. Asked again about the same version, it is the same row.

    `language` is a code of settings.LANGUAGES: that of the frame of their page, mail and letter. `draft` is what they
    typed and did not send yet: only behind their own code, never for the team.
    """

    version = models.ForeignKey(FixedVersion, on_delete=models.CASCADE, related_name="askings")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="askings")
    way = models.CharField("hoe", max_length=10, choices=Way.choices)
    language = models.CharField("taal", max_length=10, default="nl")
    asked_at = models.DateTimeField("voorgelegd op", default=timezone.now)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="voorgelegd door"
    )
    read_at = models.DateTimeField("gelezen op", null=True, blank=True)
    withdrawn_at = models.DateTimeField("teruggenomen op", null=True, blank=True)
    draft = models.JSONField(default=dict, blank=True)
    draft_at = models.DateTimeField(null=True, blank=True)

    objects = AskingQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["draft", "draft_at", "language", "read_at"])

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "participant"], name="asking_once_per_version"),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="asking_known_way"),
            models.CheckConstraint(condition=~Q(language=""), name="asking_in_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id}: {self.version_id}"


class Endorsement(models.Model):
    """What one party said of the analysis, of one fixed version; without a version: before any was put before them.

    `statement` is a text of their own that stays with the file. `helper`: who was beside them. `seen_at` is for what
    came in by itself: somebody of the team read it. `conversation` is the talk that was planned after it.
    """

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="endorsements")
    version = models.ForeignKey(
        FixedVersion, null=True, blank=True, on_delete=models.CASCADE, related_name="endorsements"
    )
    participant = models.ForeignKey(Participant, on_delete=models.RESTRICT, related_name="endorsements")
    verdict = models.CharField("oordeel", max_length=5, choices=Verdict.choices)
    words = models.TextField("toelichting", max_length=2000, blank=True)
    statement = models.TextField("eigen tekst bij het dossier", max_length=5000, blank=True)
    helper = models.CharField("wie erbij was", max_length=200, blank=True)
    via = models.CharField("hoe het antwoord kwam", max_length=10, choices=Via.choices, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    seen_at = models.DateTimeField("gezien op", null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    conversation = models.ForeignKey(
        Action, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name="gesprek"
    )

    history = HistoricalRecords(excluded_fields=["seen_at", "seen_by", "conversation"])

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["answered_on"], name="endorsement_unseen", condition=Q(via="link", seen_at=None)
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["analysis", "participant", "version"], name="endorsement_once", nulls_distinct=False
            ),
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="endorsement_known_verdict"),
            models.CheckConstraint(condition=Q(via__in=["", *Via.values]), name="endorsement_known_via"),
            models.CheckConstraint(
                condition=Q(seen_at=None, seen_by=None) | Q(seen_at__isnull=False, seen_by__isnull=False),
                name="endorsement_seen_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id}: {self.verdict}"


class PartAnswer(models.Model):
    """What a party said of one card, explanation or advice of the version their answer is about.

    `part` is the kind and the number it has there: «kaartje-12», «verklaring-3», «advies-4».
    """

    endorsement = models.ForeignKey(Endorsement, on_delete=models.CASCADE, related_name="parts")
    part = models.CharField("onderdeel", max_length=40)
    verdict = models.CharField("oordeel", max_length=5, choices=Verdict.choices, blank=True)
    words = models.TextField("toelichting", max_length=1000, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["endorsement", "part"], name="part_answer_once"),
            models.CheckConstraint(
                condition=Q(part__regex=r"^(kaartje|verklaring|advies)-[0-9]+$"), name="part_answer_of_a_part"
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=["", *Verdict.values]), name="part_answer_known_verdict"
            ),
            models.CheckConstraint(condition=~Q(verdict="", words=""), name="part_answer_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.part}: {self.verdict}"
