"""The conversation itself: its steps, who was there, what was agreed, how people looked back, and the minutes."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case
from cases.steering.models import Action
from expertteam.accounts.models import Team
from expertteam.jobs.models import Job, JobStatus

from .models import AgendaItem, Guest


class TalkStep(models.Model):
    """One step of the conversation pattern of a team. `minutes` is its share of an hour."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="talk_steps")
    text = models.CharField("stap", max_length=120)
    minutes = models.PositiveSmallIntegerField("minuten", default=10)
    position = models.PositiveSmallIntegerField(default=0)

    history = HistoricalRecords()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["team", "text"], name="talk_step_once"),
            models.CheckConstraint(condition=~Q(text=""), name="talk_step_filled"),
            models.CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=120), name="talk_step_minutes"),
        ]

    def __str__(self) -> str:
        return self.text


class Presence(models.Model):
    """Somebody of the team was there when this case was discussed; `minutes` is how long that took."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["user__name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "user"], name="presence_once"),
            models.CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=1440), name="presence_minutes"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} bij {self.item_id}"


class AgreedAction(models.Model):
    """An action that was agreed in this conversation."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="agreed")
    action = models.OneToOneField(Action, on_delete=models.CASCADE, related_name="agreed_in")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.action_id} uit {self.item_id}"


class Degree(models.TextChoices):
    """How far something was so."""

    YES = "ja", "ja"
    PARTLY = "deels", "deels"
    NO = "nee", "nee"


class CheckOut(models.Model):
    """How one person looked back on a conversation: a member, or a guest. Shown without saying whose it is."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="check_outs")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    guest = models.ForeignKey(Guest, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    heard = models.CharField("kon zeggen wat nodig was", max_length=5, choices=Degree.choices)
    about = models.CharField("ging over wat ertoe doet", max_length=5, choices=Degree.choices)
    words = models.TextField("wat anders kan", max_length=1000, blank=True)
    answered_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(user=None, guest__isnull=False) | Q(user__isnull=False, guest=None),
                name="check_out_of_one_person",
            ),
            models.UniqueConstraint(fields=["item", "user"], name="check_out_of_member_once"),
            models.UniqueConstraint(fields=["item", "guest"], name="check_out_of_guest_once"),
            models.CheckConstraint(
                condition=Q(heard__in=Degree.values) & Q(about__in=Degree.values),
                name="check_out_known_degree",
            ),
        ]

    def __str__(self) -> str:
        return f"terugblik {self.pk}"


class CaseMinutes(Job):
    """The minutes of one conversation: frozen when the meeting closed, and the PDF a worker makes of it.

    One file per case, and none of a whole meeting: so nobody gets to read of another case by way of its minutes.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="minutes")
    item = models.OneToOneField(AgendaItem, on_delete=models.CASCADE, related_name="minutes_of")
    content = models.JSONField()
    pdf = models.BinaryField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=JobStatus.values), name="minutes_known_status"),
            models.CheckConstraint(condition=~Q(status="klaar") | ~Q(pdf=None), name="minutes_done_has_pdf"),
        ]

    def __str__(self) -> str:
        return f"verslag {self.pk}"
