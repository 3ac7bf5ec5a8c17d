"""Work of every day: reminders, follow-ups, keeping and destroying. Safe to run twice; a night off is caught up with.

A room says what its work is with `register_daily`; beat calls `do_daily_work` every few minutes. A piece of work is
done once a day, at or after its hour; the row of `DailyRun` is the truth, and one worker at a time does the work. Work
looks at everything that is due up to and including `day`, never at «what changed since yesterday»: so the first run
after some nights off does what the missed ones would have done.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models, transaction
from django.utils import timezone

logger = logging.getLogger(__name__)
FAILED = "Dit lukte niet door een fout aan onze kant. Het wordt vanzelf opnieuw geprobeerd."
Work = Callable[[date], int]


@dataclass(frozen=True)
class DailyWork:
    """`work(day)` does it and returns how many things it did; `hour` (0–23) is the earliest time of the day."""

    name: str
    title: str
    work: Work
    hour: int = 0


class DailyRun(models.Model):
    """One piece of work on one day. `error` is what a person may read; the reason stands in the log of the server."""

    work = models.CharField(max_length=60)
    day = models.DateField()
    attempts = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    error = models.CharField(max_length=200, blank=True)
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "jobs"
        ordering = ["-day", "work"]
        constraints = [models.UniqueConstraint(fields=["work", "day"], name="daily_run_once")]

    def __str__(self) -> str:
        return f"{self.work} {self.day}"


@dataclass(frozen=True)
class DailyState:
    """How a piece of work stands: its last run, and the last one that went well."""

    work: DailyWork
    last: DailyRun | None
    well: DailyRun | None

    @property
    def failed(self) -> bool:
        """Whether it went wrong the last time it was tried."""
        return self.last is not None and self.last.finished_at is None and bool(self.last.error)

    @property
    def is_done_today(self) -> bool:
        return self.well is not None and self.well.day == timezone.localdate()


_works: dict[str, DailyWork] = {}


def register_daily(name: str, title: str, work: Work, *, hour: int = 0) -> None:
    """Add work of every day. `name` is stored; `title` is Dutch and stands in Beheer."""
    _works[name] = DailyWork(name, title, work, hour)


def do_due_work(now: datetime) -> int:
    """Do everything of today that is not done yet; returns how many pieces were done."""
    local = timezone.localtime(now)
    return sum(do(one, local.date()) for one in list(_works.values()) if local.hour >= one.hour)


def do_now(name: str, day: date) -> bool:
    """Do one piece of work whatever the hour. False when it was done already, or nobody knows it."""
    return name in _works and do(_works[name], day)


def do(one: DailyWork, day: date) -> bool:
    """Do one piece of work unless it is done already or somebody is at it. False when nothing was done."""
    run, _ = DailyRun.objects.get_or_create(work=one.name, day=day)
    try:
        with transaction.atomic():
            mine = DailyRun.objects.select_for_update(skip_locked=True).filter(pk=run.pk, finished_at=None)
            if mine.first() is None:
                return False
            done = one.work(day)
            DailyRun.objects.filter(pk=run.pk).update(
                done=done, error="", finished_at=timezone.now(), attempts=models.F("attempts") + 1
            )
    except Exception:
        logger.exception("daily work %s failed", one.name)
        DailyRun.objects.filter(pk=run.pk).update(error=FAILED, attempts=models.F("attempts") + 1)
        return False
    return True


def daily_states() -> list[DailyState]:
    """Every piece of work with its last runs, for Beheer; two queries."""
    last = latest(DailyRun.objects.all())
    well = latest(DailyRun.objects.exclude(finished_at=None))
    return [DailyState(one, last.get(one.name), well.get(one.name)) for one in _works.values()]


def latest(runs: models.QuerySet[DailyRun]) -> dict[str, DailyRun]:
    """Work → its newest run."""
    return {run.work: run for run in runs.order_by("work", "-day").distinct("work")}
