"""What came of it: the moments at which we look again, what people thought of it, how the case ended."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case
from cases.choices.fields import CodeField, CodeListField
from cases.people.models import Participant

MOMENTS = (2, 3, 6, 12)
"""Months after the advice (domain.md, «Volgen en afsluiten»)."""


class Closure(models.Model):
    """Result of a case; filled in bit by bit, complete at closing."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, primary_key=True, related_name="closure")
    closed_on = models.DateField("datum afsluiting", null=True, blank=True)
    at_table = CodeField("aan tafel", question="aan_tafel")
    hours = models.DecimalField("uren inzet", max_digits=6, decimal_places=2, null=True, blank=True)
    satisfaction_family = CodeField("tevreden jongere en ouders", question="tevreden")
    satisfaction_professionals = CodeField("tevreden hulpverleners", question="tevreden")
    effects = CodeListField(verbose_name="effecten", question="effecten")
    costs = CodeField("kosten", question="kosten")
    contributions = CodeListField(verbose_name="bijdrage aan welslagen", question="bijdrage")

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gte=0), name="closure_hours_not_negative"
            )
        ]

    def __str__(self) -> str:
        return f"afsluiting {self.case_id}"


class Reopening(models.Model):
    """A closed case was opened again, and why."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reopenings")
    opened_on = models.DateField("heropend op")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField("was afgesloten op", null=True, blank=True)
    reason = models.CharField("reden", max_length=500)

    history = HistoricalRecords()

    class Meta:
        ordering = ["opened_on", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="reopening_says_why")]

    def __str__(self) -> str:
        return self.reason


class FollowUp(models.Model):
    """One moment after the advice: was it followed, why not, how is it now. Open until done or skipped.

    `begins_on` is the day from which the series counts; `due_on` is `months` later.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="followups")
    begins_on = models.DateField("geteld vanaf")
    months = models.PositiveSmallIntegerField("maanden na het advies")
    due_on = models.DateField("gepland op")
    followed = CodeField("advies gevolgd", question="advies_gevolgd")
    why_not = models.TextField("waarom niet of deels", max_length=1000, blank=True)
    how_now = models.TextField("hoe gaat het nu", max_length=2000, blank=True)
    told_by = models.CharField("wie vertelde het", max_length=200, blank=True)
    done_on = models.DateField("gevraagd op", null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        verbose_name="gevraagd door",
    )  # fmt: skip
    skipped_reason = models.CharField("overgeslagen omdat", max_length=300, blank=True)
    stays = models.BooleanField("blijft staan na afsluiten", default=False)

    history = HistoricalRecords()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(
                fields=["due_on"], name="followup_open", condition=Q(done_on=None, skipped_reason="")
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["case", "begins_on", "months"], name="followup_once"),
            models.CheckConstraint(condition=Q(months__in=MOMENTS), name="followup_known_moment"),
            models.CheckConstraint(
                condition=Q(done_on=None, done_by=None, followed="")
                | (Q(done_on__isnull=False, done_by__isnull=False, skipped_reason="") & ~Q(followed="")),
                name="followup_done_in_full",
            ),
            models.CheckConstraint(
                condition=~Q(followed__in=["deels", "nee"]) | ~Q(why_not=""), name="followup_no_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.months} maanden na het advies"

    @property
    def is_open(self) -> bool:
        return self.done_on is None and not self.skipped_reason


class Side(models.TextChoices):
    """Whose opinion it is: the two figures of the monitor."""

    FAMILY = "gezin", "jongere en ouders"
    PROFESSIONALS = "professionals", "hulpverleners"


class Via(models.TextChoices):
    """How an opinion reached us."""

    LINK = "link", "op een eigen pagina"
    PAPER = "papier", "op papier"
    PHONE = "telefoon", "aan de telefoon"
    TALK = "gesprek", "in een gesprek"


class Opinion(models.Model):
    """What one person thought of the help of the team: asked, and answered on a page of their own or told to us."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="opinions")
    participant = models.ForeignKey(
        Participant, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    name = models.CharField("wie", max_length=200)
    side = models.CharField("namens", max_length=15, choices=Side.choices)
    asked_on = models.DateField("gevraagd op")
    satisfied = CodeField("tevreden", question="tevreden")
    helped = models.TextField("wat hielp", max_length=1000, blank=True)
    better = models.TextField("wat kon beter", max_length=1000, blank=True)
    answered_on = models.DateField("antwoord op", null=True, blank=True)
    via = models.CharField("hoe", max_length=10, choices=Via.choices, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["side", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "side", "name"], name="opinion_once"),
            models.CheckConstraint(
                condition=~Q(name="") & Q(side__in=Side.values), name="opinion_of_somebody"
            ),
            models.CheckConstraint(condition=Q(via__in=["", *Via.values]), name="opinion_known_via"),
            models.CheckConstraint(
                condition=Q(answered_on=None, satisfied="", via="")
                | (Q(answered_on__isnull=False) & ~Q(satisfied="") & ~Q(via="")),
                name="opinion_answered_in_full",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class EarlierCaseUse(models.Model):
    """Whether the team may use the earlier case in this one: asked once, of whom it concerns."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="earlier_use")
    allowed = models.BooleanField("eerdere casus gebruiken")
    said_by = models.CharField("wie zei dat", max_length=300)
    said_on = models.DateField("gezegd op")
    note = models.CharField("toelichting", max_length=500, blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(said_by=""), name="earlier_use_said_by_somebody")]

    def __str__(self) -> str:
        return f"eerdere casus bij {self.case_id}"
