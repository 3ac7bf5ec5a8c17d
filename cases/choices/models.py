"""Answers a person can choose, kept as data: a code that never changes, a label that may."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from expertteam.accounts.models import Team


class Choice(models.Model):
    """One answer to one question. In use it can be retired, never deleted (the database refuses both)."""

    question = models.SlugField(max_length=40)
    code = models.CharField(max_length=80)
    label = models.CharField(max_length=200)
    synonyms = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    position = models.PositiveSmallIntegerField()
    team = models.ForeignKey(
        Team,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Eigen antwoord van een team",
    )
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["question", "position"]
        constraints = [models.UniqueConstraint(fields=["question", "code"], name="choice_code_once")]

    def __str__(self) -> str:
        return self.label
