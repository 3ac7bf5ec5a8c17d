"""Who does what by when."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case


class ActionStatus(models.TextChoices):
    """How an agreement stands."""

    OPEN = "open", "open"
    DONE = "gedaan", "gedaan"
    DROPPED = "vervallen", "vervallen"


class Action(models.Model):
    """One agreement: somebody does something by a day."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="actions")
    text = models.CharField("wat", max_length=500)
    owner_name = models.CharField("wie", max_length=200)
    due_on = models.DateField("voor", null=True, blank=True)
    status = models.CharField(max_length=10, choices=ActionStatus.choices, default=ActionStatus.OPEN)
    result = models.CharField("wat kwam ervan", max_length=500, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["case", "due_on"], name="action_by_due")]
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(owner_name=""), name="action_filled"),
            models.CheckConstraint(condition=Q(status__in=ActionStatus.values), name="action_known_status"),
        ]

    def __str__(self) -> str:
        return self.text
