"""Work that a worker does while somebody waits or walks away: what every such job has in common.

A broker may deliver a job twice and a worker may be killed at any moment. So the row in the database is the truth:
`claim` lets one worker in, `alive_until` says until when it counts as alive, and `finish` happens once.
"""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

LEASE = timedelta(seconds=30)
MAX_ATTEMPTS = 4


class StillBusy(Exception):
    """Another worker has the job, or died a moment ago: look again when its lease has ended."""


class JobFailed(Exception):
    """The job cannot be done; the text says why and what to do, in plain Dutch."""


class JobStatus(models.TextChoices):
    """Where a job is."""

    PREPARED = "bekijken", "wacht op jouw akkoord"
    QUEUED = "wacht", "wacht op een vrije plek"
    RUNNING = "bezig", "wordt gemaakt"
    DONE = "klaar", "klaar"
    FAILED = "mislukt", "niet gelukt"


class Job(models.Model):
    """Abstract background job with progress a person can see."""

    status = models.CharField(max_length=10, choices=JobStatus.choices, default=JobStatus.QUEUED)
    progress = models.PositiveSmallIntegerField(default=0, help_text="0 tot 100")
    step = models.CharField(max_length=120, blank=True, help_text="Wat er nu gebeurt, in gewone woorden")
    error = models.CharField(max_length=500, blank=True, help_text="Wat er misging, in gewone woorden")
    attempts = models.PositiveSmallIntegerField(default=0)
    alive_until = models.DateTimeField(null=True, blank=True)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(auto_now_add=True)
    queued_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_active(self) -> bool:
        """Whether somebody still has to wait for it."""
        return self.status in (JobStatus.QUEUED, JobStatus.RUNNING)

    @classmethod
    def claim(cls, pk: int) -> "Any | None":
        """Take the job for this worker. None when nothing is left to do; StillBusy when another worker has it."""
        with transaction.atomic():
            job = cls._default_manager.select_for_update().filter(pk=pk).first()
            if job is None or not job.is_active:
                return None
            now = timezone.now()
            if job.status == JobStatus.RUNNING and job.alive_until and job.alive_until > now:
                raise StillBusy
            if job.attempts >= MAX_ATTEMPTS:
                job.fail("Dit lukte na meerdere pogingen niet. Probeer het later opnieuw.")
                return None
            job.status, job.attempts, job.alive_until = JobStatus.RUNNING, job.attempts + 1, now + LEASE
            job.progress, job.error = 0, ""
            job.save(update_fields=["status", "attempts", "alive_until", "progress", "error"])
            return job

    def report_progress(self, progress: int, step: str) -> None:
        """Say how far it is (0–100) and what is happening; also proves that the worker lives."""
        self.progress, self.step, self.alive_until = progress, step, timezone.now() + LEASE
        self.save(update_fields=["progress", "step", "alive_until"])

    def finish(self, **results: Any) -> bool:
        """Store the results and mark it done, once. False when another worker was first."""
        now = timezone.now()
        changed = (
            type(self)
            ._default_manager.filter(pk=self.pk, status=JobStatus.RUNNING)
            .update(
                status=JobStatus.DONE,
                progress=100,
                step="",
                error="",
                alive_until=None,
                finished_at=now,
                **results,
            )
        )
        self.refresh_from_db()
        return bool(changed)

    def fail(self, message: str) -> None:
        """Mark it failed with a plain Dutch message that says what to do; what another worker finished stays done."""
        unfinished = type(self)._default_manager.filter(pk=self.pk).exclude(status=JobStatus.DONE)
        unfinished.update(status=JobStatus.FAILED, error=message[:500], step="", alive_until=None)
        self.refresh_from_db(fields=["status", "error", "step", "alive_until"])

    def start_again(self) -> bool:
        """Put a failed job back in the queue. False when it was not failed (a double click)."""
        changed = (
            type(self)
            ._default_manager.filter(pk=self.pk, status=JobStatus.FAILED)
            .update(
                status=JobStatus.QUEUED,
                progress=0,
                step="",
                error="",
                attempts=0,
                alive_until=None,
                queued_at=timezone.now(),
            )
        )
        self.refresh_from_db()
        return bool(changed)
