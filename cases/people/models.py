"""The young person and the people around them."""

import uuid

from django.db import models
from django.db.models import F, Q
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
    family = models.UUIDField(
        null=True, blank=True, db_index=True, help_text="Broers en zussen dragen hetzelfde kenmerk"
    )

    # Whose brother or sister somebody is, is told on Mensen: there only to who may see that other case.
    history = HistoricalRecords(excluded_fields=["family"])

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


DIRECTOR = "casusregisseur"
CHILD = "jeugdige"


class YesNo(models.TextChoices):
    """Yes or no; nothing while it was not asked."""

    YES = "ja", "ja"
    NO = "nee", "nee"


class ParticipantQuerySet(models.QuerySet["Participant"]):
    """Speaks the field's language."""

    def current(self) -> "ParticipantQuerySet":
        """Who is involved now; those who left are not."""
        return self.filter(ended_on=None)

    def directing(self) -> "ParticipantQuerySet":
        """The casusregisseur of each case: one at most, the database keeps it so."""
        return self.current().filter(role=DIRECTOR)


class Participant(models.Model):
    """Somebody around the young person in one case, in one role; with two roles they have two rows.

    `person_key` is the same for rows that are the same person, in this case and in others of the team. It says
    nothing by itself: when a case is destroyed nothing of it stays behind in another. What is secret is never in this
    row nor in its history, but in `SecretContact`.
    """

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="participants")
    person_key = models.UUIDField(default=uuid.uuid4, db_index=True, editable=False)
    name = models.CharField("naam", max_length=200)
    role = CodeField("rol", question="rol")
    parental_authority = CodeField("gezag", question="gezag")
    organisation = models.CharField("organisatie", max_length=200, blank=True)
    phone = models.CharField("telefoon", max_length=40, blank=True)
    phone_secret = models.BooleanField("geheim nummer", default=False)
    email = models.EmailField("e-mailadres", blank=True)
    address = models.CharField("adres", max_length=300, blank=True)
    address_secret = models.BooleanField("geheim adres", default=False)
    invited = models.CharField("uitgenodigd", max_length=3, choices=YesNo.choices, blank=True)
    at_table = models.CharField("aan tafel", max_length=3, choices=YesNo.choices, blank=True)
    table_reason = models.CharField("toelichting bij de tafel", max_length=300, blank=True)
    started_on = models.DateField("betrokken sinds", null=True, blank=True)
    ended_on = models.DateField("niet meer betrokken sinds", null=True, blank=True)

    objects = ParticipantQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["person_key"])

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="participant_named"),
            models.UniqueConstraint(
                fields=["case", "name", "role"], condition=Q(ended_on=None), name="participant_once"
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(role=DIRECTOR, ended_on=None), name="participant_one_director"
            ),
            models.CheckConstraint(
                condition=Q(address_secret=False) | Q(address=""), name="participant_secret_address_elsewhere"
            ),
            models.CheckConstraint(
                condition=Q(phone_secret=False) | Q(phone=""), name="participant_secret_phone_elsewhere"
            ),
            models.CheckConstraint(
                condition=Q(invited__in=["", *YesNo.values]) & Q(at_table__in=["", *YesNo.values]),
                name="participant_yes_or_no",
            ),
            models.CheckConstraint(
                condition=Q(started_on=None) | Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                name="participant_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~Q(role=CHILD) | Q(ended_on=None), name="participant_child_never_leaves"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_current(self) -> bool:
        return self.ended_on is None


class SecretContact(models.Model):
    """The address and number of somebody who must not be found; no history, shown only when asked for and traced."""

    participant = models.OneToOneField(
        Participant, on_delete=models.CASCADE, primary_key=True, related_name="secret"
    )
    address = models.CharField("geheim adres", max_length=300, blank=True)
    phone = models.CharField("geheim nummer", max_length=40, blank=True)

    def __str__(self) -> str:
        return f"geheim van {self.participant_id}"


class SpokenFor(models.Model):
    """For whom a woordvoerder speaks; both in the same case (a trigger sees to it)."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    speaker = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="speaks_for")
    person = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="spoken_by")

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["speaker", "person"], name="spoken_for_once"),
            models.CheckConstraint(condition=~Q(speaker=F("person")), name="spoken_for_somebody_else"),
        ]

    def __str__(self) -> str:
        return f"{self.speaker_id} → {self.person_id}"
