"""The weekly meeting: when and where, which cases, who of the team, and who from around the young person."""

import uuid
from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from cases.casefile.models import Case
from cases.choices.fields import CodeField
from cases.people.models import CHILD, Participant, YesNo
from expertteam.accounts.models import Team

MOST_CASES = 4
SHORTEST, LONGEST = 10, 240


class MeetingState(models.TextChoices):
    """Where a meeting stands."""

    PLANNED = "gepland", "gepland"
    CLOSED = "afgerond", "afgerond"
    CANCELLED = "afgezegd", "afgezegd"


class ItemState(models.TextChoices):
    """What became of a case on the agenda; `op_agenda` until the meeting decides."""

    OPEN = "op_agenda", "op de agenda"
    DISCUSSED = "besproken", "besproken"
    MOVED = "verplaatst", "verplaatst"
    DROPPED = "van_agenda", "van de agenda"
    LEFT = "niet_besproken", "niet besproken"


STANDING = [ItemState.OPEN, ItemState.DISCUSSED]
"""The states that take one of the four places of a meeting."""


class Meeting(models.Model):
    """One meeting of a team. It says nothing of any young person: that stands in its agenda.

    `uid` and `sequence` are those of the calendar (RFC 5545): the uid never changes, the sequence rises with every
    change of time or place.
    """

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="meetings")
    starts_at = models.DateTimeField("begint om")
    ends_at = models.DateTimeField("duurt tot")
    place = models.CharField("plaats", max_length=200, blank=True)
    link = models.URLField("link om mee te doen", max_length=500, blank=True)
    chair = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        verbose_name="voorzitter",
    )  # fmt: skip
    note_taker = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        verbose_name="wie opschrijft",
    )  # fmt: skip
    state = models.CharField(max_length=10, choices=MeetingState.choices, default=MeetingState.PLANNED)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0)
    closed_at = models.DateTimeField("afgerond op", null=True, blank=True)
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    form_token = models.UUIDField(null=True, blank=True, unique=True, help_text="Vangt een dubbele klik op")

    class Meta:
        ordering = ["-starts_at", "-pk"]
        indexes = [models.Index(fields=["team", "-starts_at"], name="meeting_by_day")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_start"),
            models.CheckConstraint(condition=Q(state__in=MeetingState.values), name="meeting_known_state"),
            models.CheckConstraint(condition=Q(link="") | Q(link__startswith="https://"), name="meeting_safe_link"),
            models.CheckConstraint(
                condition=Q(state=MeetingState.CLOSED, closed_at__isnull=False)
                | ~Q(state=MeetingState.CLOSED) & Q(closed_at=None),
                name="meeting_closed_with_moment",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"bijeenkomst {self.pk}"

    @property
    def is_planned(self) -> bool:
        return self.state == MeetingState.PLANNED


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    """Speaks the field's language."""

    def standing(self) -> Self:
        """What takes a place on the agenda: still to come, or discussed."""
        return self.filter(state__in=STANDING)

    def still_open(self) -> Self:
        return self.filter(state=ItemState.OPEN)

    def discussed(self) -> Self:
        return self.filter(state=ItemState.DISCUSSED)


class AgendaItem(models.Model):
    """A case on the agenda of a meeting, and the conversation about it.

    `slot` is one of four places: that makes four the most a meeting can hold; the order is that of `starts_at`. When a
    case goes to another meeting this row goes along, with its guests, its uid and its notes; the first meeting keeps a
    row that says where it went. `at_table` is a code of question `aan_tafel`; `spokesperson` who spoke for who was not
    there. `step` is the place in the conversation pattern, from 1; 0 before it begins. `notes_sent` are marks of
    the last times the notes were sent, so that what arrives twice counts once.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="agenda_items")
    slot = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField("vanaf")
    minutes = models.PositiveSmallIntegerField("minuten", default=60)
    state = models.CharField("stand", max_length=15, choices=ItemState.choices, default=ItemState.OPEN)
    moved_to = models.ForeignKey(
        Meeting,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name="verplaatst naar",
    )
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0)
    at_table = CodeField("aan tafel", question="aan_tafel")
    table_reason = models.CharField("waarom niet aan tafel", max_length=300, blank=True)
    spokesperson = models.CharField("wie het woord deed", max_length=200, blank=True)
    step = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField("gesprek begon om", null=True, blank=True)
    discussed_at = models.DateTimeField("besproken om", null=True, blank=True)
    notes = models.TextField("wat er is gezegd en besloten", max_length=10000, blank=True)
    notes_version = models.PositiveIntegerField(default=0)
    notes_sent = ArrayField(models.CharField(max_length=32), default=list, blank=True)

    objects = AgendaItemQuerySet.as_manager()
    history = HistoricalRecords(
        excluded_fields=[
            "uid",
            "sequence",
            "slot",
            "step",
            "notes",
            "notes_version",
            "notes_sent",
            "started_at",
        ]
    )

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(state=ItemState.OPEN), name="case_on_one_open_agenda"
            ),
            models.UniqueConstraint(
                fields=["meeting", "slot"], condition=Q(state__in=STANDING), name="agenda_slot_once"
            ),
            models.UniqueConstraint(
                fields=["meeting", "case"], condition=Q(state__in=STANDING), name="case_once_in_a_meeting"
            ),
            models.CheckConstraint(
                condition=Q(slot__gte=1, slot__lte=MOST_CASES), name="agenda_at_most_four"
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=SHORTEST, minutes__lte=LONGEST), name="agenda_reasonable_minutes"
            ),
            models.CheckConstraint(condition=Q(state__in=ItemState.values), name="agenda_known_state"),
            models.CheckConstraint(
                condition=Q(state=ItemState.DISCUSSED, discussed_at__isnull=False)
                | ~Q(state=ItemState.DISCUSSED) & Q(discussed_at=None),
                name="agenda_discussed_with_moment",
            ),
            models.CheckConstraint(
                condition=Q(moved_to=None) | Q(state=ItemState.MOVED), name="agenda_moved_says_where"
            ),
        ]

    def __str__(self) -> str:
        return f"agendapunt {self.pk}"

    @property
    def ends_at(self) -> datetime:
        """When the time for this case is over, as planned."""
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def is_open(self) -> bool:
        return self.state == ItemState.OPEN


class Attendee(models.Model):
    """Somebody of the team who is invited to a meeting; `there` is empty until somebody says it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendees")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField("uitgenodigd op", null=True, blank=True)
    withdrawn_at = models.DateTimeField("uitnodiging ingetrokken op", null=True, blank=True)
    there = models.CharField("aanwezig", max_length=3, choices=YesNo.choices, blank=True)

    class Meta:
        ordering = ["user__name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "user"], name="attendee_once"),
            models.CheckConstraint(condition=Q(there__in=["", *YesNo.values]), name="attendee_yes_or_no"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} bij {self.meeting_id}"


class Guest(models.Model):
    """Somebody who is asked to come for a case; without `participant` it is the young person."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="guests")
    participant = models.ForeignKey(
        Participant, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    invited_at = models.DateTimeField("uitgenodigd op", null=True, blank=True)
    mailed = models.BooleanField("uitgenodigd per mail", default=False)
    withdrawn_at = models.DateTimeField("uitnodiging ingetrokken op", null=True, blank=True)
    there = models.CharField("aan tafel", max_length=3, choices=YesNo.choices, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "participant"], nulls_distinct=False, name="guest_once"),
            models.CheckConstraint(
                condition=Q(participant__isnull=False) | Q(mailed=False), name="guest_with_an_address"
            ),
            models.CheckConstraint(condition=Q(there__in=["", *YesNo.values]), name="guest_yes_or_no"),
        ]

    def __str__(self) -> str:
        return f"gast {self.pk}"

    @property
    def name(self) -> str:
        return self.participant.name if self.participant else str(self.case.young_person)

    @property
    def role(self) -> str:
        """A code of question `rol`."""
        return self.participant.role if self.participant else CHILD
