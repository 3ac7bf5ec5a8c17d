"""What somebody said about sharing, per purpose and party; and on what else the team goes on."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case
from cases.choices.fields import CodeField
from cases.people.models import Participant

from .purposes import PER_PARTY, Answer, Purpose


class How(models.TextChoices):
    """How an answer reached the team."""

    PAPER = "papier", "op papier"
    VERBAL = "mondeling", "mondeling"
    MAIL = "mail", "per mail"


def _party_fits() -> Q:
    """A party belongs to sharing and requesting, and to nothing else."""
    per_party = Q(purpose__in=PER_PARTY)
    return (per_party & Q(party__isnull=False)) | (~per_party & Q(party=None))


class ConsentParty(models.Model):
    """With whom the team wants to share, or from whom it wants to request information: one name, for one purpose."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="consent_parties")
    purpose = models.CharField("doel", max_length=25, choices=Purpose.choices)
    name = models.CharField("partij", max_length=200)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(F("case"), F("purpose"), Lower("name"), name="consent_party_once"),
            models.CheckConstraint(
                condition=Q(purpose__in=PER_PARTY) & ~Q(name=""), name="consent_party_named"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Speaks the field's language."""

    def newest_first(self) -> Self:
        return self.order_by("-said_on", "-pk")


class Consent(models.Model):
    """What one person said about one purpose (and party) on one day. Nothing is overwritten: the last word counts.

    Without `participant` it is the young person. `note` holds what was said, or for somebody who cannot be reached
    what was tried; `decided_by` who decided then to go on.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="consents")
    participant = models.ForeignKey(
        Participant, null=True, blank=True, on_delete=models.RESTRICT, related_name="consents",
        verbose_name="wie",
    )  # fmt: skip
    purpose = models.CharField("doel", max_length=25, choices=Purpose.choices)
    party = models.ForeignKey(
        ConsentParty, null=True, blank=True, on_delete=models.RESTRICT, related_name="consents",
        verbose_name="partij",
    )  # fmt: skip
    answer = models.CharField("antwoord", max_length=15, choices=Answer.choices)
    said_on = models.DateField("gezegd op")
    how = models.CharField("hoe", max_length=10, choices=How.choices, blank=True)
    note = models.CharField("toelichting", max_length=1000, blank=True)
    decided_by = models.CharField("wie besloot verder te gaan", max_length=200, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = ConsentQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["said_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose__in=Purpose.values) & Q(answer__in=Answer.values),
                name="consent_known_answer",
            ),
            models.CheckConstraint(condition=_party_fits(), name="consent_party_fits_purpose"),
            models.CheckConstraint(
                condition=Q(answer=Answer.UNREACHABLE, how="", participant__isnull=False)
                | (~Q(answer=Answer.UNREACHABLE) & Q(how__in=How.values, decided_by="")),
                name="consent_says_how",
            ),
            models.CheckConstraint(
                condition=~Q(note="") | (~Q(answer=Answer.UNREACHABLE) & ~Q(how=How.VERBAL)),
                name="consent_says_what_was_said",
            ),
        ]
        indexes = [models.Index(fields=["case", "purpose", "said_on"], name="consent_last_word")]

    def __str__(self) -> str:
        return f"{self.purpose}: {self.answer}"


class OtherBasis(models.Model):
    """Another legal basis than consent for one purpose, with the reason and who decided; for one party, or for all."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="other_bases")
    purpose = models.CharField("doel", max_length=25, choices=Purpose.choices)
    party = models.ForeignKey(
        ConsentParty, null=True, blank=True, on_delete=models.RESTRICT, related_name="bases",
        verbose_name="partij",
    )  # fmt: skip
    kind = CodeField("grondslag", question="andere_grondslag")
    reason = models.CharField("reden", max_length=1000)
    decided_by = models.CharField("wie besloot", max_length=200)
    decided_on = models.DateField("besloten op")
    ended_on = models.DateField("geldt niet meer sinds", null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["decided_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose__in=Purpose.values) & ~Q(kind="") & ~Q(reason="") & ~Q(decided_by=""),
                name="other_basis_says_why_and_who",
            ),
            models.CheckConstraint(
                condition=Q(party=None) | Q(purpose__in=PER_PARTY), name="other_basis_party_fits_purpose"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("decided_on")),
                name="other_basis_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["case", "purpose", "party", "kind"],
                condition=Q(ended_on=None),
                nulls_distinct=False,
                name="other_basis_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose}: {self.kind}"
