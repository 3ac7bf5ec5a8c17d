"""What goes to somebody else: a case to another procesregisseur, or a question to an expertise centre."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case

LONGEST_SUMMARY = 10000


class HandOverState(models.TextChoices):
    """How a hand-over stands."""

    ASKED = "gevraagd", "wacht op antwoord"
    ACCEPTED = "aangenomen", "aangenomen"
    RETURNED = "teruggegeven", "teruggegeven"
    WITHDRAWN = "ingetrokken", "ingetrokken"
    TAKEN = "genomen", "zelf genomen"


class HandOver(models.Model):
    """A case that goes from one procesregisseur to another, with what the next one has to know."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="hand_overs")
    giver = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        verbose_name="van", help_text="Leeg als de casus van niemand was",
    )  # fmt: skip
    receiver = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="aan"
    )
    summary = models.TextField("samenvatting", max_length=LONGEST_SUMMARY, blank=True)
    state = models.CharField(
        "hoe het staat", max_length=12, choices=HandOverState.choices, default=HandOverState.ASKED
    )
    answer = models.CharField("antwoord", max_length=500, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField("beantwoord op", null=True, blank=True)

    history = HistoricalRecords(excluded_fields=["asked_at", "answered_at"])

    class Meta:
        ordering = ["-asked_at", "-pk"]
        indexes = [
            models.Index(
                fields=["receiver"], name="hand_over_waiting", condition=Q(state=HandOverState.ASKED)
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(state=HandOverState.ASKED), name="hand_over_one_at_a_time"
            ),
            models.CheckConstraint(condition=Q(state__in=HandOverState.values), name="hand_over_known_state"),
            models.CheckConstraint(
                condition=Q(state=HandOverState.ASKED, answered_at=None)
                | ~Q(state=HandOverState.ASKED) & Q(answered_at__isnull=False),
                name="hand_over_answered_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(giver=None) | ~Q(giver=F("receiver")), name="hand_over_to_somebody_else"
            ),
        ]

    def __str__(self) -> str:
        return f"overdracht aan {self.receiver}"


class GoneTo(models.TextChoices):
    """Where a question goes that the team cannot solve (shared/domain.md, «Advies»)."""

    REGIONAL = "bovenregionaal", "het bovenregionaal expertisecentrum"
    CCE = "cce", "het CCE (Centrum voor Consultatie en Expertise)"


class GoingUp(models.Model):
    """A question that went up, with the summary of the file and who keeps the thread; open until it is ended."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="going_up")
    to = models.CharField("waarheen", max_length=14, choices=GoneTo.choices)
    contact = models.CharField("wie daar", max_length=200, blank=True)
    question = models.CharField("de vraag", max_length=500)
    summary = models.TextField("samenvatting", max_length=LONGEST_SUMMARY)
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="wie de draad vasthoudt",
    )
    asked_on = models.DateField("gevraagd op")
    answer = models.TextField("antwoord", max_length=4000, blank=True)
    answered_on = models.DateField("antwoord op", null=True, blank=True)
    ended_on = models.DateField("afgerond op", null=True, blank=True)
    outcome = models.CharField("wat kwam ervan", max_length=500, blank=True)
    form_token = models.UUIDField(unique=True, help_text="Vangt een dubbele klik op")

    history = HistoricalRecords(excluded_fields=["form_token"])

    class Meta:
        ordering = ["-asked_on", "-pk"]
        indexes = [
            models.Index(fields=["keeper", "asked_on"], name="going_up_by_keeper", condition=Q(ended_on=None))
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(question="") & ~Q(summary=""), name="going_up_filled"),
            models.CheckConstraint(condition=Q(to__in=GoneTo.values), name="going_up_known_place"),
            models.CheckConstraint(
                condition=(Q(answered_on=None) & Q(answer=""))
                | Q(answered_on__isnull=False, answered_on__gte=F("asked_on")) & ~Q(answer=""),
                name="going_up_answer_with_day",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("asked_on")) & ~Q(outcome=""),
                name="going_up_ended_with_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.question

    @property
    def is_open(self) -> bool:
        return self.ended_on is None
