"""The outbox: every mail that has to go, went, or could not go. Never what it says."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q

from expertteam.accounts.models import Team
from expertteam.jobs.models import Job, JobStatus

ACCOUNT_KIND = "nieuw-wachtwoord"


class OutgoingMail(Job):
    """One mail. The text is made at the moment of sending, so a secret link is never kept, not even for a minute.

    `about` holds ids, counts and codes for the template, never names or texts. `tries` counts how often the mail
    server was asked; `attempts` (of Job) how often a worker took the mail and fell silent. A mail that turned out not
    to be needed any more is done without `sent_at`.
    """

    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    to = models.EmailField("aan", blank=True)
    kind = models.SlugField("soort", max_length=40)
    subject = models.CharField("onderwerp", max_length=200)
    about = models.JSONField(default=dict)
    case_number = models.CharField("casusnummer", max_length=12, blank=True)
    tries = models.PositiveSmallIntegerField("keer geprobeerd", default=0)
    sent_at = models.DateTimeField("verstuurd op", null=True, blank=True)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        ordering = ["-requested_at", "-pk"]
        indexes = [
            models.Index(fields=["team", "-requested_at", "-id"], name="mail_by_team"),
            models.Index(
                fields=["status"],
                name="mail_to_send",
                condition=Q(status__in=[JobStatus.QUEUED, JobStatus.RUNNING]),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(team__isnull=False) | Q(kind=ACCOUNT_KIND), name="mail_of_a_team"),
            models.CheckConstraint(condition=Q(status__in=JobStatus.values), name="mail_known_status"),
            models.CheckConstraint(
                condition=~Q(to="") | Q(status__in=[JobStatus.DONE, JobStatus.FAILED]), name="mail_has_an_address"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"mail {self.pk} ({self.kind})"

    @property
    def is_sent(self) -> bool:
        return self.sent_at is not None

    @property
    def may_go_again(self) -> bool:
        """Whether a failed mail can be sent again: not when its address is forgotten."""
        return self.status == JobStatus.FAILED and bool(self.to)

    def wait_until(self, moment: datetime) -> bool:
        """Put it back in the queue until `moment`. False when another worker has it or it is over."""
        mine = OutgoingMail.objects.filter(pk=self.pk, status=JobStatus.RUNNING)
        return bool(
            mine.update(
                status=JobStatus.QUEUED,
                queued_at=moment,
                attempts=0,
                tries=self.tries + 1,
                alive_until=None,
                step="",
            )
        )
