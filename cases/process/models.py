"""How a case is steered: its steps, the course everybody agreed on, and who belongs to the core team."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case
from cases.people.models import Participant
from expertteam.accounts.models import Team


class Stage(models.TextChoices):
    """The four parts of the work, in order (shared/domain.md, «Procesregie»)."""

    INTAKE = "intake", "intake en triage"
    ANALYSIS = "analyse", "gedeelde analyse en plan"
    FOLLOWING = "volgen", "volgen"
    CLOSING = "afsluiten", "afsluiten"


class StepStatus(models.TextChoices):
    """How a step stands."""

    OPEN = "open", "nog te doen"
    DONE = "gedaan", "gedaan"
    SKIPPED = "overgeslagen", "overgeslagen"


STAGE_ORDER = {stage: place for place, stage in enumerate(Stage.values)}


class TeamStep(models.Model):
    """One step of the template of a team: what a new case of theirs starts with."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="steps")
    stage = models.CharField("deel", max_length=12, choices=Stage.choices)
    text = models.CharField("stap", max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["team", "stage", "text"], name="team_step_once"),
            models.CheckConstraint(condition=~Q(text=""), name="team_step_filled"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="team_step_known_stage"),
        ]

    def __str__(self) -> str:
        return self.text


class ProcessStep(models.Model):
    """One step of a case; a step that is skipped says why. `settled_on` is the day it was done or skipped."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps")
    stage = models.CharField("deel", max_length=12, choices=Stage.choices)
    text = models.CharField("stap", max_length=200)
    position = models.PositiveSmallIntegerField(default=0)
    status = models.CharField(
        "hoe het staat", max_length=12, choices=StepStatus.choices, default=StepStatus.OPEN
    )
    settled_on = models.DateField("op", null=True, blank=True)
    note = models.CharField("toelichting", max_length=300, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "stage", "text"], name="process_step_once"),
            models.CheckConstraint(condition=~Q(text=""), name="process_step_filled"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="process_step_known_stage"),
            models.CheckConstraint(
                condition=Q(status=StepStatus.OPEN, settled_on=None)
                | Q(status=StepStatus.DONE, settled_on__isnull=False)
                | Q(status=StepStatus.SKIPPED, settled_on__isnull=False) & ~Q(note=""),
                name="process_step_settled_with_day_and_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Course(models.Model):
    """The course in three lines as it was agreed on a day; a new course is a new row, earlier ones stay."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="courses")
    towards = models.CharField("waar we naartoe werken", max_length=200)
    way = models.CharField("hoe we dat doen", max_length=200, blank=True)
    hold_on = models.CharField("wat we vasthouden", max_length=200, blank=True)
    agreed_on = models.DateField("afgesproken op")
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["-agreed_on", "-pk"]
        indexes = [models.Index(fields=["case", "-agreed_on", "-id"], name="course_by_day")]
        constraints = [models.CheckConstraint(condition=~Q(towards=""), name="course_filled")]

    def __str__(self) -> str:
        return self.towards

    @property
    def lines(self) -> list[str]:
        """The lines that were written, one to three."""
        return [line for line in (self.towards, self.way, self.hold_on) if line]


class CoreMember(models.Model):
    """Somebody of the core team of a case: one of the people around the young person, or of the expert team."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="core_team")
    participant = models.ForeignKey(
        Participant, null=True, blank=True, on_delete=models.CASCADE, related_name="+",
        verbose_name="wie rond de jongere",
    )  # fmt: skip
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        verbose_name="wie van het team",
    )  # fmt: skip
    since = models.DateField("sinds")

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(participant=None, user__isnull=False) | Q(participant__isnull=False, user=None),
                name="core_member_is_one_person",
            ),
            models.UniqueConstraint(fields=["case", "participant"], name="core_participant_once"),
            models.UniqueConstraint(fields=["case", "user"], name="core_user_once"),
        ]

    def __str__(self) -> str:
        return str(self.participant or self.user)
