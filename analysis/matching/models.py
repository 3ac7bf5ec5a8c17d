"""Looking for a place for one young person: the shortlist, what was asked, what came of it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case
from cases.choices.fields import CodeField
from cases.providers.models import Place


class Outcome(models.TextChoices):
    """How a question to a place stands."""

    WAITING = "wacht", "wacht op antwoord"
    VISIT = "bezoek", "bezoek afgesproken"
    PLACED = "geplaatst", "geplaatst"
    REFUSED = "geweigerd", "geweigerd"
    WITHDRAWN = "ingetrokken", "ingetrokken"


UNDER_WAY = [Outcome.WAITING, Outcome.VISIT]
NEEDS_NAME = [Outcome.VISIT, Outcome.PLACED]
EXCLUDED = "uitsluiting"  # the reason that has to name what is excluded


class Candidate(models.Model):
    """A place on the shortlist of a case; taken off it, it keeps what was asked."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="candidates")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", verbose_name="plek")
    why = models.CharField("waarom deze plek", max_length=500, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    dropped_on = models.DateField("van de lijst gehaald op", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["added_at", "pk"]
        constraints = [models.UniqueConstraint(fields=["case", "place"], name="candidate_once")]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.place_id}"


class Attempt(models.Model):
    """A place that was asked for this young person, and what came of it.

    `by_name`: the name was shared, which needs consent; else it was asked without anything that tells who it is.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="attempts")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", verbose_name="plek")
    asked_on = models.DateField("gevraagd op")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="gevraagd door"
    )
    by_name = models.BooleanField("bij naam gevraagd", default=False)
    named_on = models.DateField("naam gedeeld op", null=True, blank=True)
    contact = models.CharField("met wie gesproken", max_length=200, blank=True)
    question = models.CharField("wat is gevraagd", max_length=1000, blank=True)
    outcome = models.CharField("stand", max_length=12, choices=Outcome.choices, default=Outcome.WAITING)
    outcome_on = models.DateField("antwoord op", null=True, blank=True)
    visit_on = models.DateField("bezoek op", null=True, blank=True)
    placed_from = models.DateField("geplaatst vanaf", null=True, blank=True)
    placed_to = models.DateField("geplaatst tot", null=True, blank=True)
    reason = CodeField("reden van afwijzing", question="weigerreden")
    exclusion = CodeField("uitsluiting waarop zij zich beroepen", question="uitsluiting")
    words = models.CharField("wat zij zeiden", max_length=1000, blank=True)
    how = models.TextField("hoe het daar gaat", max_length=2000, blank=True)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords(excluded_fields=["version"])

    class Meta:
        ordering = ["-asked_on", "-pk"]
        indexes = [models.Index(fields=["case", "outcome"], name="attempt_by_outcome")]
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="attempt_known_outcome"),
            models.UniqueConstraint(
                fields=["case", "place"], condition=Q(outcome__in=UNDER_WAY), name="attempt_open_once"
            ),
            models.CheckConstraint(
                condition=(Q(outcome=Outcome.WAITING) & Q(outcome_on=None))
                | (~Q(outcome=Outcome.WAITING) & Q(outcome_on__isnull=False, outcome_on__gte=F("asked_on"))),
                name="attempt_answer_after_question",
            ),
            models.CheckConstraint(
                condition=(Q(outcome=Outcome.REFUSED) & ~Q(reason=""))
                | (~Q(outcome=Outcome.REFUSED) & Q(reason="", exclusion="")),
                name="attempt_refused_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(reason=EXCLUDED) | ~Q(exclusion=""), name="attempt_exclusion_named"
            ),
            models.CheckConstraint(
                condition=(Q(outcome=Outcome.PLACED) & Q(placed_from__isnull=False))
                | (~Q(outcome=Outcome.PLACED) & Q(placed_from=None, placed_to=None)),
                name="attempt_placed_from",
            ),
            models.CheckConstraint(
                condition=Q(placed_to=None) | Q(placed_to__gte=F("placed_from")),
                name="attempt_placed_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.VISIT) | Q(visit_on__isnull=False), name="attempt_visit_has_day"
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=NEEDS_NAME) | Q(by_name=True), name="attempt_visited_by_name"
            ),
            models.CheckConstraint(
                condition=Q(by_name=True, named_on__isnull=False) | Q(by_name=False, named_on=None),
                name="attempt_name_shared_on",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.place_id} {self.outcome}"
