"""Writing down who is around the young person."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import RestrictedError
from django.utils import timezone

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import CHILD, DIRECTOR, Participant
from .reached import people_changed, reached_otherwise
from .secrets import SECRETS, hide, keep_secrets, same_secrets
from .speaking import keep_speaking, spoken_for

# What belongs to the person and not to one of their roles.
SHARED = (
    "name", "organisation", "phone", "phone_secret", "email", "address", "address_secret",
    "invited", "at_table", "table_reason",
)  # fmt: skip
REACHED = ("organisation", "phone", "phone_secret", "email", "address", "address_secret")


@dataclass(frozen=True)
class ParticipantData:
    """Somebody as typed; `role` is a code of question `rol`, `parental_authority` one of `gezag`.

    `address` and `phone` are what was typed now: with `address_secret` an empty text leaves the secret one as it is,
    unless "address" is in `forget`. `speaks_for` holds the keys of participants of the same case.
    """

    name: str
    role: str
    parental_authority: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    address_secret: bool = False
    phone_secret: bool = False
    invited: str = ""
    at_table: str = ""
    table_reason: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    speaks_for: frozenset[int] = frozenset()
    forget: frozenset[str] = frozenset()


COLUMNS = [field.name for field in fields(ParticipantData) if field.name not in ("speaks_for", "forget")]


class AlreadyThere(ValueError):
    """The same name in the same role is there already."""


class OtherDirector(ValueError):
    """Somebody else is casusregisseur; they stay until it is said that this one takes over."""


def namesake(case: Case, data: ParticipantData) -> Participant | None:
    """Who has this name and role in this case now; holds the case until the transaction ends."""
    Case.objects.select_for_update().get(pk=case.pk)
    return case.participants.current().filter(name=data.name, role=data.role).first()


def given(participant: Participant) -> ParticipantData:
    """What is known of somebody, as it could be typed; what is secret is left out."""
    values = {name: getattr(participant, name) for name in COLUMNS}
    return ParticipantData(**values, speaks_for=spoken_for(participant))


def open_part(data: ParticipantData) -> ParticipantData:
    """The same without what is secret."""
    hidden = {name: "" for name, flag in SECRETS.items() if getattr(data, flag)}
    return replace(data, **hidden, forget=frozenset())  # type: ignore[arg-type]


def unchanged(participant: Participant, data: ParticipantData) -> bool:
    """Whether storing this would change nothing."""
    return given(participant) == open_part(data) and same_secrets(participant, data)


@transaction.atomic
def add_participant(
    *,
    by: Person,
    case: Case,
    data: ParticipantData,
    known: Participant | None = None,
    takes_over: bool = False,
) -> Participant:
    """Add somebody; the very same again (a double click) adds nothing.

    `known` is the same person in another case, or in another role. AlreadyThere for this name in this role;
    OtherDirector when there is a casusregisseur and this one does not take over.
    """
    there = namesake(case, data)
    if there and unchanged(there, data):
        return there
    if there and data.ended_on is None:
        raise AlreadyThere
    make_room(by, case, data, None, takes_over)
    participant = Participant(case=case)
    if known:
        participant.person_key = known.person_key
    store(by, participant, data)
    touched(by, case)
    return participant


@transaction.atomic
def change_participant(
    *,
    by: Person,
    participant: Participant,
    data: ParticipantData,
    takes_over: bool = False,
    also: Iterable[Participant] = (),
) -> bool:
    """Change what is known of somebody; False when nothing is new. AlreadyThere and OtherDirector as with adding.

    `also` are rows of the same person in other cases, where they are reached in the same way from now on.
    """
    for other in also:
        reach_the_same(by, other, data)
    if unchanged(participant, data):
        return False
    there = namesake(participant.case, data)
    if there not in (None, participant) and data.ended_on is None:
        raise AlreadyThere
    make_room(by, participant.case, data, participant, takes_over)
    store(by, participant, data)
    shared = {name: getattr(data, name) for name in (*SHARED, "forget")}
    for other in participant.case.participants.filter(person_key=participant.person_key):
        if other != participant:
            store(by, other, replace(given(other), **shared))
    touched(by, participant.case)
    return True


def reach_the_same(by: Person, other: Participant, data: ParticipantData) -> None:
    """Let somebody in another case be reached as was typed here; a secret left empty stays what it is there."""
    wanted = replace(given(other), **{name: getattr(data, name) for name in (*REACHED, "forget")})
    if not unchanged(other, wanted):
        store(by, other, wanted)
        touched(by, other.case)


def store(by: Person, participant: Participant, data: ParticipantData) -> None:
    """Write somebody down: what is secret apart, and out of every place where it stood open."""
    shown = open_part(data)
    if participant.pk and participant.email != shown.email:
        reached_otherwise(by, participant)
    for name in COLUMNS:
        setattr(participant, name, getattr(shown, name))
    participant.save()
    keep_secrets(participant, data)
    for number in hide(participant):
        record(by, "people.changed", case_number=number)
    keep_speaking(participant, data.speaks_for)


def make_room(
    by: Person, case: Case, data: ParticipantData, own: Participant | None, takes_over: bool
) -> None:
    """When this is the new casusregisseur, the one before stays as earlier."""
    if data.role != DIRECTOR or data.ended_on is not None:
        return
    before = case.participants.directing().first()
    if before is None or before == own:
        return
    if not takes_over:
        raise OtherDirector(before.name)
    end(before, timezone.localdate())


def end(participant: Participant, day: date) -> None:
    """Somebody is no longer involved in this role since that day."""
    participant.ended_on = max(day, participant.started_on or day)
    participant.save()


@transaction.atomic
def leave(*, by: Person, participant: Participant, day: date) -> bool:
    """Somebody is no longer involved, in any of their roles; they stay as earlier. False when they had left already."""
    rows = participant.case.participants.current().filter(person_key=participant.person_key)
    leaving = list(rows.exclude(role=CHILD).select_for_update())
    for one in leaving:
        end(one, day)
    if leaving:
        touched(by, participant.case)
    return bool(leaving)


class HasAnswered(Exception):
    """Who answered on the analysis or on consent stays: a «no» must not vanish with a click."""


@transaction.atomic
def remove_participant(*, by: Person, participant: Participant) -> None:
    """Take somebody off the list; the history keeps who it was. HasAnswered when their answer still counts."""
    case = participant.case
    try:
        reached_otherwise(by, participant)
        participant.delete()
    except RestrictedError as kept:
        raise HasAnswered from kept
    touched(by, case)


def touched(by: Person, case: Case, event: str = "people.changed", **details: Any) -> None:
    """Trace the change, and tell the rooms that look at who is around."""
    people_changed(by, case)
    record(by, event, case_number=case.number, details=details)
