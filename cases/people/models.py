"""The young person and the people around them."""

from django.db import models
from simple_history.models import HistoricalRecords

from cases.choices.fields import CodeField
from expertteam.accounts.models import Team


class YoungPerson(models.Model):
    """The young person a case is about; one row however often they come back."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="young_people")
    first_name = models.CharField("roepnaam", max_length=100)
    last_name = models.CharField("achternaam", max_length=200)
    birth_date = models.DateField("geboortedatum")
    gender = CodeField("geslacht", question="geslacht")

    history = HistoricalRecords()

    class Meta:
        indexes = [models.Index(fields=["team", "birth_date"], name="young_person_by_birth")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(first_name="") & ~models.Q(last_name=""), name="young_person_named"
            ),
            models.CheckConstraint(
                condition=models.Q(birth_date__gte="1980-01-01"), name="young_person_born_this_side_of_1980"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}"


class Participant(models.Model):
    """Somebody around the young person in one case."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="participants")
    name = models.CharField("naam", max_length=200)
    role = CodeField("rol", question="rol")
    parental_authority = CodeField("gezag", question="gezag")
    organisation = models.CharField("organisatie", max_length=200, blank=True)
    phone = models.CharField("telefoon", max_length=40, blank=True)
    email = models.EmailField("e-mailadres", blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="participant_named"),
            models.UniqueConstraint(fields=["case", "name", "role"], name="participant_once"),
        ]

    def __str__(self) -> str:
        return self.name
