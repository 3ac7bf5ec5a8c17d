"""Plans beside the advice: a tailored solution, the plan for turning 18, a dilemma, and whether the advice binds."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case
from cases.choices.fields import CodeField, CodeListField


class TailoredSolution(models.Model):
    """Maatwerkoplossing: what somebody wants, who makes it, and which rule has to give way (domain.md, «Advies»)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tailored_solutions")
    wish = models.TextField("wens", max_length=2000)
    worked_before = models.TextField("wat eerder werkte", max_length=2000, blank=True)
    maker = models.CharField("wie maakt het", max_length=300, blank=True)
    rule = models.TextField("regel die in de weg staat", max_length=1000, blank=True)
    rule_lifter = models.CharField("wie die regel opzij kan zetten", max_length=300, blank=True)
    ends_on = models.DateField("einddatum", null=True, blank=True)
    way_back = models.TextField("weg terug", max_length=1000, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["ends_on"], name="solution_by_end", condition=~Q(ends_on=None))]
        constraints = [models.CheckConstraint(condition=~Q(wish=""), name="solution_has_wish")]

    def __str__(self) -> str:
        return self.wish


class SolutionFund(models.Model):
    """One of the funds that pay a tailored solution together; the amount is in euros and may be unknown."""

    solution = models.ForeignKey(TailoredSolution, on_delete=models.CASCADE, related_name="funds")
    source = CodeField("geldbron", question="geldbron")
    amount = models.DecimalField("bedrag", max_digits=9, decimal_places=2, null=True, blank=True)
    note = models.CharField("toelichting", max_length=200, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(source=""), name="fund_has_source"),
            models.CheckConstraint(condition=Q(amount=None) | Q(amount__gte=0), name="fund_not_negative"),
        ]

    def __str__(self) -> str:
        return self.source


class FuturePlan(models.Model):
    """Toekomstplan: what is arranged before somebody turns 18; begun from 16½ (domain.md, «Advies»)."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="future_plan")
    started_on = models.DateField("begonnen op")
    wish = models.TextField("hoe iemand later wil leven", max_length=2000, blank=True)
    staying = models.TextField("wie blijft", max_length=1000, blank=True)
    help_after = CodeListField(verbose_name="hulp na 18", question="hulp_na_18")

    history = HistoricalRecords()

    def __str__(self) -> str:
        return f"toekomstplan {self.case_id}"


class StepStatus(models.TextChoices):
    """How a step of the toekomstplan stands."""

    OPEN = "open", "open"
    DONE = "geregeld", "geregeld"
    DROPPED = "vervalt", "niet nodig"
    HANDED_OVER = "over", "overgedragen"


class FuturePlanStep(models.Model):
    """One thing to arrange by a day that is counted back from the eighteenth birthday."""

    plan = models.ForeignKey(FuturePlan, on_delete=models.CASCADE, related_name="steps")
    area = CodeField("gebied", question="toekomst_gebied")
    text = models.CharField("wat", max_length=500)
    owner_name = models.CharField("wie", max_length=200, blank=True)
    due_on = models.DateField("voor")
    status = models.CharField(
        "hoe het staat", max_length=10, choices=StepStatus.choices, default=StepStatus.OPEN
    )
    result = models.CharField("wat kwam ervan", max_length=500, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["plan", "due_on"], name="future_step_open", condition=Q(status="open"))
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(area=""), name="future_step_filled"),
            models.CheckConstraint(
                condition=Q(status__in=StepStatus.values), name="future_step_known_status"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["vervalt", "over"]) | ~Q(result=""),
                name="future_step_dropped_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Dilemma(models.Model):
    """Moreel dilemma: a question without a good answer, worked through in steps and looked at again."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="dilemmas")
    question = models.CharField("de vraag", max_length=500)
    choice = models.TextField("wat we kiezen", max_length=1000, blank=True)
    why = models.TextField("waarom", max_length=2000, blank=True)
    chosen_on = models.DateField("gekozen op", null=True, blank=True)
    look_again_on = models.DateField("opnieuw kijken op", null=True, blank=True)
    looked_back = models.TextField("wat we toen zagen", max_length=2000, blank=True)
    looked_back_on = models.DateField("teruggekeken op", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["look_again_on"], name="dilemma_to_look_at", condition=Q(looked_back_on=None)
            )
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(question=""), name="dilemma_has_question"),
            models.CheckConstraint(
                condition=Q(choice="", chosen_on=None)
                | (~Q(choice="") & ~Q(why="") & Q(chosen_on__isnull=False)),
                name="dilemma_choice_says_why",
            ),
            models.CheckConstraint(
                condition=Q(looked_back="", looked_back_on=None)
                | (~Q(looked_back="") & Q(looked_back_on__isnull=False, chosen_on__isnull=False)),
                name="dilemma_looked_back_after_choice",
            ),
        ]

    def __str__(self) -> str:
        return self.question


class DilemmaParty(models.Model):
    """Who a dilemma touches, and what matters to them."""

    dilemma = models.ForeignKey(Dilemma, on_delete=models.CASCADE, related_name="parties")
    name = models.CharField("wie", max_length=200)
    values = models.CharField("wat telt voor diegene", max_length=500)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(values=""), name="dilemma_party_filled")
        ]

    def __str__(self) -> str:
        return self.name


class DilemmaOption(models.Model):
    """One thing that could be done, with what speaks for it and against it."""

    dilemma = models.ForeignKey(Dilemma, on_delete=models.CASCADE, related_name="options")
    text = models.CharField("mogelijkheid", max_length=300)
    speaks_for = models.TextField("wat ervoor pleit", max_length=1000, blank=True)
    speaks_against = models.TextField("wat ertegen pleit", max_length=1000, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="dilemma_option_filled")]

    def __str__(self) -> str:
        return self.text


class BindingAdvice(models.Model):
    """Whether the advice binds, as agreed beforehand."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="binding_advice")
    is_binding = models.BooleanField("bindend")
    agreed_with = models.CharField("afgesproken met", max_length=300)
    agreed_on = models.DateField("afgesproken op")
    note = models.TextField("toelichting", max_length=1000, blank=True)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(agreed_with=""), name="binding_agreed_with_somebody")
        ]

    def __str__(self) -> str:
        return f"bindend advies {self.case_id}"


class AdviceExplanation(models.Model):
    """A party asked for an explanation of the advice afterwards; open until it was given."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="advice_explanations")
    asked_by = models.CharField("wie vroeg het", max_length=200)
    asked_on = models.DateField("gevraagd op")
    explained_on = models.DateField("uitgelegd op", null=True, blank=True)
    explained_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        verbose_name="uitgelegd door",
    )  # fmt: skip
    text = models.TextField("wat is uitgelegd", max_length=2000, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["asked_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(asked_by=""), name="explanation_asked_by_somebody"),
            models.CheckConstraint(
                condition=Q(explained_on=None, explained_by=None, text="")
                | (Q(explained_on__isnull=False, explained_by__isnull=False) & ~Q(text="")),
                name="explanation_given_in_full",
            ),
        ]

    def __str__(self) -> str:
        return self.asked_by
