"""How long a team keeps, what was warned about, what was stopped, and what was destroyed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case
from expertteam.accounts.models import Team
from expertteam.jobs.models import Job

MONTHS, WARNING_DAYS = 6, 30
LONGEST_MONTHS, SHORTEST_WARNING = 240, 7


class RetentionPolicy(models.Model):
    """What a team agreed in its covenant; a team without a row keeps six months and warns thirty days before.

    `fingerprint`: keep a keyed fingerprint of name and birth date, to recognise who comes back (domain.md, 13).
    """

    team = models.OneToOneField(Team, on_delete=models.CASCADE, primary_key=True, related_name="retention")
    months = models.PositiveSmallIntegerField("maanden na het einde", default=MONTHS)
    warning_days = models.PositiveSmallIntegerField("dagen waarschuwing vooraf", default=WARNING_DAYS)
    fingerprint = models.BooleanField("vingerafdruk bewaren", default=False)

    history = HistoricalRecords()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(months__gte=1) & Q(months__lte=LONGEST_MONTHS), name="retention_months"
            ),
            models.CheckConstraint(
                condition=Q(warning_days__gte=SHORTEST_WARNING), name="retention_warning_days"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.months} maanden"


class RetentionWarning(models.Model):
    """Somebody could have read that this case will be destroyed, and from which day on."""

    case = models.OneToOneField(
        Case, on_delete=models.CASCADE, primary_key=True, related_name="retention_warning"
    )
    warned_on = models.DateField()
    destroy_on = models.DateField("wordt vernietigd op")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(destroy_on__gt=models.F("warned_on")), name="retention_warned_before"
            )
        ]
        indexes = [models.Index(fields=["destroy_on"], name="retention_by_day")]

    def __str__(self) -> str:
        return f"{self.case_id} op {self.destroy_on}"


class RetentionHold(models.Model):
    """A stop: as long as it is open the case is not destroyed. Ended, never deleted."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="retention_holds")
    reason = models.CharField("reden", max_length=500)
    held_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    held_at = models.DateTimeField(auto_now_add=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["held_at"]
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="retention_held_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="retention_hold_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} niet vernietigen"


class RetentionRelease(models.Model):
    """The coordinator said that this case of an imported register may go when its time has come."""

    case = models.OneToOneField(
        Case, on_delete=models.CASCADE, primary_key=True, related_name="retention_release"
    )
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.case_id} mag weg"


class Destruction(Job):
    """The work of destroying one case, and afterwards the record that it was done. Holds numbers only.

    `rows` is how many rows went, per kind. The number of the case is kept, nothing else of it.
    """

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="destructions")
    case_number = models.CharField("casusnummer", max_length=12)
    ended_on = models.DateField("geëindigd op")
    warned_on = models.DateField("gewaarschuwd op")
    months = models.PositiveSmallIntegerField("bewaartermijn in maanden")
    rows = models.JSONField(default=dict)

    class Meta:
        ordering = ["-requested_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["team", "case_number"], name="destroyed_once")]
        indexes = [models.Index(fields=["team", "-finished_at"], name="destroyed_by_team")]

    def __str__(self) -> str:
        return f"vernietiging {self.case_number}"


class CaseFingerprint(models.Model):
    """Recognises somebody who comes back after their case was destroyed; says nothing to who lacks the key."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    case_number = models.CharField(max_length=12)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "digest", "case_number"], name="fingerprint_once")
        ]

    def __str__(self) -> str:
        return self.case_number
