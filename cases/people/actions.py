"""Writing down who is around the young person."""

from dataclasses import asdict, dataclass, fields

from django.db import transaction
from django.db.models import RestrictedError

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import Participant


@dataclass(frozen=True)
class ParticipantData:
    """Somebody as typed; `role` is a code of question `rol`, `parental_authority` one of `gezag`."""

    name: str
    role: str
    parental_authority: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""


class AlreadyThere(ValueError):
    """The same name in the same role is there already."""


def namesake(case: Case, data: ParticipantData) -> Participant | None:
    """Who has this name and role in this case already; holds the case until the transaction ends."""
    Case.objects.select_for_update().get(pk=case.pk)
    return case.participants.filter(name=data.name, role=data.role).first()


def given(participant: Participant) -> ParticipantData:
    """What is known of somebody, as it could be typed."""
    return ParticipantData(
        **{field.name: getattr(participant, field.name) for field in fields(ParticipantData)}
    )


@transaction.atomic
def add_participant(*, by: Person, case: Case, data: ParticipantData) -> Participant:
    """Add somebody; the very same again (a double click) adds nothing. AlreadyThere for this name in this role."""
    there = namesake(case, data)
    if there and given(there) == data:
        return there
    if there:
        raise AlreadyThere
    participant = Participant.objects.create(case=case, **asdict(data))
    touched(by, case)
    return participant


@transaction.atomic
def change_participant(*, by: Person, participant: Participant, data: ParticipantData) -> bool:
    """Change what is known of somebody; False when nothing is new. AlreadyThere as with adding."""
    if given(participant) == data:
        return False
    if namesake(participant.case, data) not in (None, participant):
        raise AlreadyThere
    for name, value in asdict(data).items():
        setattr(participant, name, value)
    participant.save()
    touched(by, participant.case)
    return True


class HasAnswered(Exception):
    """Somebody who said yes, partly or no to the analysis stays: a «no» must not vanish with a click."""


@transaction.atomic
def remove_participant(*, by: Person, participant: Participant) -> None:
    """Take somebody off the list; the history keeps who it was. HasAnswered when their answer still counts."""
    case = participant.case
    try:
        participant.delete()
    except RestrictedError as kept:
        raise HasAnswered from kept
    touched(by, case)


def touched(by: Person, case: Case) -> None:
    record(by, "people.changed", case_number=case.number)
