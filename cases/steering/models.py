"""Who does what by when; how they are reminded, who answers from outside, when it goes to a manager."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case
from cases.people.models import Participant
from expertteam.accounts.models import Team
from expertteam.mail.models import OutgoingMail


class ActionStatus(models.TextChoices):
    """How an agreement stands."""

    OPEN = "open", "open"
    DONE = "gedaan", "gedaan"
    DROPPED = "vervallen", "vervallen"


class Series(models.TextChoices):
    """Which reminders go out by mail; `team` is what the team chose (`ReminderSettings`)."""

    TEAM = "team", "zoals het team afsprak"
    CLOSE = "kort", "er kort bovenop"
    DAY = "dag", "alleen op de dag zelf"
    NONE = "geen", "geen mail"


class Action(models.Model):
    """One agreement: somebody does something by a day.

    The owner is a member of the team, somebody around the young person, or a name (with an e-mail address, or not).
    `owner_name` is always there: what people say. `manager_*` is who gets it when it stays open too long.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="actions")
    text = models.CharField("wat", max_length=500)
    owner_name = models.CharField("wie", max_length=200)
    owner_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        verbose_name="collega",
    )  # fmt: skip
    owner_participant = models.ForeignKey(
        Participant, null=True, blank=True, on_delete=models.SET_NULL, related_name="actions",
        verbose_name="betrokkene",
    )  # fmt: skip
    owner_organisation = models.CharField("organisatie", max_length=200, blank=True)
    owner_email = models.EmailField("e-mailadres", blank=True)
    due_on = models.DateField("voor", null=True, blank=True)
    status = models.CharField(max_length=10, choices=ActionStatus.choices, default=ActionStatus.OPEN)
    result = models.CharField("wat kwam ervan", max_length=500, blank=True)
    done_on = models.DateField("klaar op", null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    reminders = models.CharField("herinneringen", max_length=10, choices=Series.choices, default=Series.TEAM)
    snoozed_until = models.DateField("uitgesteld tot", null=True, blank=True)
    snooze_reason = models.CharField("waarom uitgesteld", max_length=300, blank=True)
    manager_name = models.CharField("leidinggevende", max_length=200, blank=True)
    manager_organisation = models.CharField("organisatie van de leidinggevende", max_length=200, blank=True)
    manager_email = models.EmailField("e-mailadres van de leidinggevende", blank=True)
    escalated_on = models.DateField("voorgelegd aan de leidinggevende op", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["case", "due_on"], name="action_by_due"),
            models.Index(fields=["due_on"], name="action_open_by_due", condition=Q(status=ActionStatus.OPEN)),
            models.Index(
                fields=["owner_user"], name="action_open_by_user", condition=Q(status=ActionStatus.OPEN)
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(owner_name=""), name="action_filled"),
            models.CheckConstraint(condition=Q(status__in=ActionStatus.values), name="action_known_status"),
            models.CheckConstraint(condition=Q(reminders__in=Series.values), name="action_known_series"),
            models.CheckConstraint(
                condition=Q(owner_user=None) | Q(owner_participant=None, owner_email=""),
                name="action_one_owner",
            ),
            models.CheckConstraint(
                condition=Q(escalated_on=None) | ~Q(manager_name=""), name="action_escalated_to_somebody"
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | ~Q(status=ActionStatus.OPEN), name="action_done_is_not_open"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_inside(self) -> bool:
        """Whether somebody of the team does it."""
        return self.owner_user_id is not None

    @property
    def mail_address(self) -> str:
        """Where a reminder goes; empty when there is no address, or when the account of a colleague is closed."""
        if self.owner_user is not None:
            return self.owner_user.email if self.owner_user.is_active else ""
        known = self.owner_participant.email if self.owner_participant else ""
        return self.owner_email or known


class ReminderKind(models.TextChoices):
    """Why somebody was asked again."""

    BEFORE = "vooraf", "vooraf"
    ON_THE_DAY = "op_de_dag", "op de dag zelf"
    AFTER = "erna", "erna"
    SNOOZED = "uitgesteld", "na uitstel"
    BY_HAND = "met_de_hand", "met de hand"
    ESCALATED = "voorgelegd", "voorgelegd aan de leidinggevende"


class ActionReminder(models.Model):
    """One reminder of the series: planned for `day`; what was missed in nights off goes along in one mail."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="sent_reminders")
    kind = models.CharField(max_length=20, choices=ReminderKind.choices)
    day = models.DateField()
    sent_at = models.DateTimeField(default=timezone.now)
    mail = models.ForeignKey(OutgoingMail, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["action", "kind", "day"], name="reminder_once"),
            models.CheckConstraint(condition=Q(kind__in=ReminderKind.values), name="reminder_known_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"


class MailDay(models.Model):
    """Somebody had their mail of the day. `recipient` is a keyed hash of the address: nothing personal is kept."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    recipient = models.CharField(max_length=64)
    day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "recipient", "day"], name="reminder_mail_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.day}"


class AnswerKind(models.TextChoices):
    """What somebody outside the team says of an action."""

    DONE = "klaar", "het is klaar"
    LATER = "later", "nog niet klaar"
    CANNOT = "kan_niet", "het lukt niet"


class ActionAnswer(models.Model):
    """What the owner outside the team, or their manager, answered on their own page; taken note of, or not yet."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="answers")
    kind = models.CharField("antwoord", max_length=10, choices=AnswerKind.choices)
    new_date = models.DateField("nieuwe datum", null=True, blank=True)
    text = models.CharField("toelichting", max_length=1000, blank=True)
    by_manager = models.BooleanField("van de leidinggevende", default=False)
    form_token = models.UUIDField(unique=True, help_text="Vangt een dubbele klik op")
    at = models.DateTimeField("op", default=timezone.now)
    noted_at = models.DateTimeField("gezien op", null=True, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        verbose_name="gezien door",
    )  # fmt: skip

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["at"], name="answer_not_noted", condition=Q(noted_at=None))]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=AnswerKind.values), name="answer_known_kind"),
            models.CheckConstraint(
                condition=~Q(kind=AnswerKind.LATER) | Q(new_date__isnull=False), name="answer_later_has_a_day"
            ),
            models.CheckConstraint(
                condition=Q(kind=AnswerKind.DONE) | ~Q(text=""), name="answer_not_done_says_why"
            ),
            models.CheckConstraint(
                condition=Q(noted_at=None, noted_by=None) | Q(noted_at__isnull=False, noted_by__isnull=False),
                name="answer_noted_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d}"


def usual_days() -> list[int]:
    return [-3, 0, 2, 7, 14]


class ReminderSettings(models.Model):
    """What a team chose: on which days around the agreed day a mail goes, and when a manager hears of it."""

    team = models.OneToOneField(
        Team, on_delete=models.CASCADE, primary_key=True, related_name="reminder_settings"
    )
    days = ArrayField(
        models.SmallIntegerField(), default=usual_days, verbose_name="dagen rond de afgesproken dag"
    )
    escalate_after = models.PositiveSmallIntegerField("dagen te laat voor het opschalen", default=14)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(escalate_after__gte=1) & Q(escalate_after__lte=365), name="escalate_within_a_year"
            )
        ]

    def __str__(self) -> str:
        return f"herinneringen van {self.team_id}"
