"""Providers and their places: what they really offer. Team level: nothing here is about a young person."""

from calendar import monthrange
from datetime import date
from typing import Self

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords

from cases.choices.fields import CodeField, CodeListField
from expertteam.accounts.models import Team

CHECK_AFTER_MONTHS = 3
OLDEST = 27


def check_before(day: date) -> date:
    """What was checked before this day has to be checked again: three months before `day`."""
    month = day.month - CHECK_AFTER_MONTHS
    year, month = (day.year, month) if month > 0 else (day.year - 1, month + 12)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


class Provider(models.Model):
    """An organisation that offers places."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="providers")
    name = models.CharField("naam", max_length=200)
    phone = models.CharField("telefoon", max_length=40, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    note = models.TextField("toelichting", max_length=2000, blank=True)
    version = models.PositiveIntegerField(default=1)

    history = HistoricalRecords(excluded_fields=["version"])

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="provider_named"),
            models.UniqueConstraint("team", Lower("name"), name="provider_once"),
        ]

    def __str__(self) -> str:
        return self.name


class PlaceQuerySet(models.QuerySet["Place"]):
    """Speaks the field's language."""

    def of_team(self, team: Team) -> Self:
        return self.filter(provider__team=team)

    def running(self) -> Self:
        """The places that still exist."""
        return self.filter(stopped_on=None)

    def to_check(self, day: date) -> Self:
        """The places of which nobody checked in the last three months whether it is still true."""
        return self.filter(checked_on__lt=check_before(day))


class Place(models.Model):
    """One place of a provider. A climate or condition in neither list is unknown: nobody asked.

    `climate_words` says per climate code how they do it («dezelfde twee begeleiders»). A place is never deleted,
    because refusals are counted by it: it stops.
    """

    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="places")
    name = models.CharField("naam", max_length=200)
    stay = CodeField("soort plek", question="verblijf")
    municipality = CodeField("gemeente", question="gemeente")
    town = models.CharField("plaats", max_length=100, blank=True)
    age_from = models.PositiveSmallIntegerField("vanaf leeftijd", null=True, blank=True)
    age_to = models.PositiveSmallIntegerField("tot en met leeftijd", null=True, blank=True)
    climate_yes = CodeListField(verbose_name="klimaat dat er is", question="klimaat")
    climate_no = CodeListField(verbose_name="klimaat dat er niet is", question="klimaat")
    climate_words = models.JSONField("klimaat in hun woorden", default=dict, blank=True)
    conditions = CodeListField(verbose_name="werkcondities die er zijn", question="werkcondities")
    conditions_missing = CodeListField(verbose_name="werkcondities die ontbreken", question="werkcondities")
    says_excludes = CodeListField(verbose_name="sluit uit volgens eigen zeggen", question="uitsluiting")
    does_exclude = CodeListField(verbose_name="sluit uit in de praktijk", question="uitsluiting")
    does_accept = CodeListField(verbose_name="in de praktijk toch welkom", question="uitsluiting")
    exclusion_words = models.CharField("toelichting op uitsluiten", max_length=500, blank=True)
    waiting_weeks = models.PositiveSmallIntegerField("wachttijd in weken", null=True, blank=True)
    waiting_checked_on = models.DateField("wachttijd gehoord op", null=True, blank=True)
    contact_name = models.CharField("contactpersoon", max_length=200, blank=True)
    contact_phone = models.CharField("telefoon", max_length=40, blank=True)
    contact_email = models.EmailField("e-mailadres", blank=True)
    note = models.TextField("toelichting", max_length=2000, blank=True)
    checked_on = models.DateField("nagegaan op")
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="nagegaan door"
    )
    stopped_on = models.DateField("gestopt op", null=True, blank=True)
    search_text = models.TextField(blank=True, help_text="Namen en plaats, klein en zonder accenten")
    version = models.PositiveIntegerField(default=1)

    objects = PlaceQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search_text", "version"])

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(stay=""), name="place_filled"),
            models.UniqueConstraint("provider", Lower("name"), name="place_once"),
            models.CheckConstraint(
                condition=Q(age_from=None) | Q(age_to=None) | Q(age_from__lte=F("age_to")),
                name="place_ages_in_order",
            ),
            models.CheckConstraint(
                condition=(Q(age_from=None) | Q(age_from__lte=OLDEST))
                & (Q(age_to=None) | Q(age_to__lte=OLDEST)),
                name="place_ages_possible",
            ),
            models.CheckConstraint(
                condition=~Q(climate_yes__overlap=F("climate_no")), name="place_climate_yes_or_no"
            ),
            models.CheckConstraint(
                condition=~Q(conditions__overlap=F("conditions_missing")), name="place_condition_yes_or_no"
            ),
            models.CheckConstraint(
                condition=~Q(does_exclude__overlap=F("does_accept")), name="place_excludes_or_accepts"
            ),
            models.CheckConstraint(
                condition=Q(waiting_weeks=None) | Q(waiting_weeks__lte=520, waiting_checked_on__isnull=False),
                name="place_waiting_heard",
            ),
        ]
        indexes = [
            models.Index(fields=["provider", "stopped_on"], name="place_by_provider"),
            GinIndex(name="place_search", fields=["search_text"], opclasses=["gin_trgm_ops"]),
            GinIndex(name="place_climate", fields=["climate_yes"]),
        ]

    def __str__(self) -> str:
        return self.name

    def must_be_checked(self, day: date) -> bool:
        """Whether it was checked more than three months before `day`."""
        return self.checked_on < check_before(day)

    @property
    def ages(self) -> str:
        """`12 tot en met 18 jaar`, `vanaf 12 jaar`, or nothing when nobody asked."""
        if self.age_from is not None and self.age_to is not None:
            return f"{self.age_from} tot en met {self.age_to} jaar"
        if self.age_from is not None:
            return f"vanaf {self.age_from} jaar"
        return f"tot en met {self.age_to} jaar" if self.age_to is not None else ""

    @property
    def waiting(self) -> str:
        """The waiting time in words, or nothing when nobody asked."""
        if self.waiting_weeks is None:
            return ""
        if self.waiting_weeks == 0:
            return "geen wachttijd"
        return "1 week wachten" if self.waiting_weeks == 1 else f"{self.waiting_weeks} weken wachten"


class RefusalTally(models.Model):
    """How often a place refused in a year, for which reason. It has no link with a case, so it stays when one goes."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="refusals")
    year = models.PositiveSmallIntegerField("jaar")
    reason = CodeField("reden", question="weigerreden")
    exclusion = CodeField("uitsluiting", question="uitsluiting")
    count = models.PositiveIntegerField("aantal", default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team", "year", "place", "reason", "exclusion"], name="refusal_tally_once"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="refusal_tally_has_reason"),
            models.CheckConstraint(
                condition=~Q(reason="uitsluiting") | ~Q(exclusion=""), name="refusal_tally_names_it"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.place_id} {self.reason}: {self.count}"
