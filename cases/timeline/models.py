"""What happened in a life, with dates that may be vague."""

from datetime import date

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case
from cases.choices.fields import CodeField
from expertteam.jobs.models import Job
from expertteam.ui.dates import VagueDate, age_on

from .moments import period_in_words

PRECISIONS = {
    "year": "het jaar",
    "age": "de leeftijd",
    "season": "het seizoen",
    "month": "de maand",
    "day": "de dag",
}


class TimelineEvent(models.Model):
    """A life event, move, school, help, stay or court measure. A date is a day plus how precisely it is known.

    No end and not `ongoing` is a moment, or something of which nobody knows how long it lasted.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="timeline")
    kind = CodeField("soort", question="gebeurtenis_soort")
    starts_on = models.DateField("van")
    starts_precision = models.CharField(
        "hoe precies van", max_length=6, default="day", choices=PRECISIONS.items()
    )
    ends_on = models.DateField("tot", null=True, blank=True)
    ends_precision = models.CharField("hoe precies tot", max_length=6, blank=True, choices=PRECISIONS.items())
    text = models.CharField("wat", max_length=500)
    ongoing = models.BooleanField("loopt nog", default=False)
    provider = models.CharField("aanbieder", max_length=200, blank=True)
    goal = models.CharField("doel", max_length=500, blank=True)
    result = models.CharField("resultaat", max_length=500, blank=True)
    present = models.CharField("wie erbij was", max_length=200, blank=True)
    source = CodeField("wie dit zegt", question="bron")
    mark = CodeField("markering", question="markering")

    history = HistoricalRecords()

    class Meta:
        ordering = ["starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_precision__in=[*PRECISIONS]), name="event_start_precision"
            ),
            models.CheckConstraint(
                condition=Q(ends_precision__in=["", *PRECISIONS]), name="event_end_precision"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
                name="event_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(ongoing=False) | Q(ends_on=None), name="event_ongoing_has_no_end"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def start(self) -> VagueDate:
        return VagueDate(self.starts_on, self.starts_precision)  # type: ignore[arg-type]

    @property
    def end(self) -> VagueDate | None:
        return VagueDate(self.ends_on, self.ends_precision) if self.ends_on else None  # type: ignore[arg-type]

    @property
    def birth(self) -> date:
        """When the young person was born."""
        return self.case.young_person.birth_date

    @property
    def age(self) -> str:
        """How old the young person was when it began, as precisely as that is known; empty at or before birth."""
        if self.starts_precision in ("year", "season"):
            years = self.starts_on.year - self.birth.year
            return f"rond {years} jaar" if years > 0 else ""
        return f"{age_on(self.birth, self.starts_on)} jaar" if self.starts_on > self.birth else ""

    @property
    def period(self) -> str:
        """As people say it: `september 2013 tot juli 2020`, `sinds mei 2024`, `op 6-jarige leeftijd`."""
        return period_in_words(self.start, self.end, self.ongoing, self.birth)


class TimelinePoster(Job):
    """The timeline on A3, made in the background. Only the newest of a case is kept; see `tasks.py`."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="posters")
    fingerprint = models.CharField(max_length=64)
    pdf = models.BinaryField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "fingerprint"], name="poster_content_once"),
            models.CheckConstraint(condition=~Q(status="klaar") | ~Q(pdf=None), name="poster_done_has_pdf"),
        ]

    def __str__(self) -> str:
        return f"tijdlijn {self.pk}"
