"""What the team cannot solve goes up: to the expertise centre or the CCE, until somebody says what came of it."""

from dataclasses import asdict, dataclass, fields
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from cases.casefile.models import Case
from cases.casefile.over import RUNNING, hold
from cases.consent.queries import Purpose, missing_in, require_with, standing_of
from cases.consent.sentences import Missing
from cases.team.members import colleagues_on
from expertteam.access.person import Person
from expertteam.access.rules import rule
from expertteam.accounts.models import User
from expertteam.audit.actions import record

from .steps import NotRunning
from .thread_models import GoingUp, GoneTo

NAMES = {
    GoneTo.REGIONAL: ("bovenregionaal expertisecentrum", "expertisecentrum"),
    GoneTo.CCE: ("CCE", "Centrum voor Consultatie en Expertise"),
}


@dataclass(frozen=True)
class GoingUpData:
    """A question that goes up, as typed; `to` is one of GoneTo, `keeper` holds the thread."""

    to: str
    question: str
    summary: str
    keeper: User
    asked_on: date
    contact: str = ""


@dataclass(frozen=True)
class WhatCame:
    """What came back, and whether the thread is ended; an ended thread says what came of it."""

    answer: str = ""
    answered_on: date | None = None
    outcome: str = ""
    ended_on: date | None = None


class NotAColleague(ValueError):
    """The thread is kept by somebody of the team who may read what went up; the text says in Dutch who cannot."""


def keepers(case: Case) -> QuerySet[User]:
    """Who can keep a thread: everybody whose work it can be to read it. The case itself may still be closed to them."""
    return colleagues_on(case, rule("going_up.read").roles)


def threads_of(case: Case) -> QuerySet[GoingUp]:
    """Everything that went up, newest first."""
    return case.going_up.select_related("keeper")


def open_threads(case: Case) -> list[GoingUp]:
    """What went up and did not end yet."""
    return list(threads_of(case).filter(ended_on=None))


def party_of(to: str) -> str:
    """To whom the file goes, in a sentence."""
    return str(GoneTo(to).label)


def known_as(to: str, contact: str = "") -> list[str]:
    """Under which names consent to share may stand; the first is the one to ask for."""
    return [*NAMES[GoneTo(to)], *([contact] if contact else [])]


def missing_to_share(case: Case) -> list[Missing]:
    """What consent is missing for the places a question can go to; four queries."""
    standing = standing_of(case)
    return [lacks for to in GoneTo.values for lacks in missing_in(standing, Purpose.SHARE, known_as(to))]


def require_consent(case: Case, to: str, contact: str) -> None:
    """ConsentMissing when the file may not go there today."""
    require_with(case, Purpose.SHARE, known_as(to, contact))


@transaction.atomic
def go_up(*, by: Person, case: Case, data: GoingUpData, token: UUID) -> GoingUp:
    """Send a question up; the same `token` (a double click) sends one.

    Raises ConsentMissing without consent or another basis to share, NotRunning, and NotAColleague.
    """
    Case.objects.select_for_update().get(pk=case.pk)
    there = case.going_up.filter(form_token=token).first()
    if there:
        return there
    if case.phase not in RUNNING:
        raise NotRunning
    check_keeper(case, data.keeper)
    require_consent(case, data.to, data.contact)
    thread = GoingUp.objects.create(case=case, form_token=token, **given(data))
    record(by, "going_up.asked", case_number=case.number, details={"to": data.to})
    return thread


@transaction.atomic
def change_going_up(*, by: Person, thread: GoingUp, data: GoingUpData, came: WhatCame) -> bool:
    """Change what was asked, write down the answer, or end the thread; False when nothing is new. NotAColleague."""
    case = hold(thread.case)
    thread = GoingUp.objects.select_for_update().get(pk=thread.pk)
    wanted = {**given(data), **asdict(came)}
    if all(getattr(thread, name) == value for name, value in wanted.items()):
        return False
    if data.keeper.pk != thread.keeper_id:
        check_keeper(case, data.keeper)
    ended = came.ended_on is not None and thread.ended_on is None
    for name, value in wanted.items():
        setattr(thread, name, value)
    thread.save()
    record(by, "going_up.ended" if ended else "going_up.changed", case_number=case.number)
    return True


def check_keeper(case: Case, keeper: User) -> None:
    if not keepers(case).filter(pk=keeper.pk).exists():
        raise NotAColleague(f"{keeper} kan deze draad niet vasthouden. Kies een ander.")


def given(data: GoingUpData) -> dict[str, object]:
    """The fields of a thread; not `asdict`, which would copy the colleague."""
    return {field.name: getattr(data, field.name) for field in fields(data)}
