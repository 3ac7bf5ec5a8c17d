"""Fixed versions of the analysis: what stood there when it was discussed, put before people, or advised on."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from analysis.board.models import Analysis


class Why(models.TextChoices):
    """What made somebody fix a version."""

    DISCUSSED = "besproken", "besproken in de bijeenkomst"
    PUT_BEFORE = "voorgelegd", "voorgelegd"
    ADVISED = "advies", "adviesrapport gemaakt"
    BY_HAND = "met_de_hand", "met de hand vastgelegd"
    BEFORE_RESTORE = "voor_terugzetten", "bewaard vlak voor het terugzetten"


class FixedVersionQuerySet(models.QuerySet["FixedVersion"]):
    """Versions without what is heavy."""

    def light(self) -> Self:
        """For lists: without the content."""
        return self.defer("content").select_related("fixed_by")


class FixedVersion(models.Model):
    """The whole analysis as it stood at one moment. The database refuses to change it, or to delete it alone.

    `content` is what `content.py` makes: everything in words, the drawing, and under `state` the pieces as they
    stood. `fingerprint` is that of the state: the same analysis fixed again is the same version. `analysis_version`
    is how many changes the analysis had counted.
    """

    analysis = models.ForeignKey(Analysis, on_delete=models.CASCADE, related_name="fixed_versions")
    number = models.PositiveIntegerField("versie")
    content = models.JSONField()
    fingerprint = models.CharField(max_length=64)
    analysis_version = models.PositiveIntegerField()
    fixed_at = models.DateTimeField("vastgelegd op", default=timezone.now)
    fixed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    why = models.CharField("waarom", max_length=20, choices=Why.choices)
    note = models.CharField("toelichting", max_length=500, blank=True)

    objects = FixedVersionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["analysis", "number"], name="fixed_version_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="fixed_version_counts_from_one"),
            models.CheckConstraint(condition=Q(why__in=Why.values), name="fixed_version_known_why"),
        ]

    def __str__(self) -> str:
        return f"versie {self.number}"


class Occasion(models.Model):
    """A version was fixed again: nothing had changed, but this too was done with it, on this day."""

    version = models.ForeignKey(FixedVersion, on_delete=models.CASCADE, related_name="occasions")
    why = models.CharField("waarom", max_length=20, choices=Why.choices)
    day = models.DateField()
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    note = models.CharField("toelichting", max_length=500, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "why", "day"], name="occasion_once_a_day"),
            models.CheckConstraint(condition=Q(why__in=Why.values), name="occasion_known_why"),
        ]

    def __str__(self) -> str:
        return f"{self.version_id}: {self.why}"
