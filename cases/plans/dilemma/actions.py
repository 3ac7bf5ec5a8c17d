"""Working through a dilemma, step by step."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction

from cases.casefile.models import Case
from cases.casefile.over import RUNNING, hold_open
from cases.plans.models import Dilemma, DilemmaOption, DilemmaParty
from expertteam.access.person import Person
from expertteam.audit.actions import record

WHAT = {"what": "dilemma"}


@dataclass(frozen=True)
class PartyData:
    """Somebody the dilemma touches, and what matters to them."""

    name: str
    values: str


@dataclass(frozen=True)
class OptionData:
    """Something that could be done, with what speaks for and against it."""

    text: str
    speaks_for: str = ""
    speaks_against: str = ""


@transaction.atomic
def begin_dilemma(*, by: Person, case: Case, question: str) -> Dilemma:
    """Put a question; the very same question again (a double click) gives the one that is there. CaseIsOver."""
    hold_open(case, RUNNING)
    dilemma = Dilemma.objects.filter(case=case, question=question).first()
    if dilemma is None:
        dilemma = Dilemma.objects.create(case=case, question=question)
        _trace(by, dilemma)
    return dilemma


@transaction.atomic
def change_dilemma(*, by: Person, dilemma: Dilemma, values: dict[str, Any]) -> bool:
    """Keep one step of it: the question, the choice, or what was seen later. False when nothing is new."""
    dilemma = _held(dilemma)
    new = {name: value for name, value in values.items() if getattr(dilemma, name) != value}
    for name, value in new.items():
        setattr(dilemma, name, value)
    if new:
        dilemma.save()
        _trace(by, dilemma)
    return bool(new)


@transaction.atomic
def set_parties(*, by: Person, dilemma: Dilemma, parties: Sequence[PartyData]) -> bool:
    """Make these the people it touches; False when nothing is new."""
    return _replace(by, _held(dilemma), DilemmaParty, [asdict(one) for one in parties])


@transaction.atomic
def set_options(*, by: Person, dilemma: Dilemma, options: Sequence[OptionData]) -> bool:
    """Make these the possibilities; False when nothing is new."""
    return _replace(by, _held(dilemma), DilemmaOption, [asdict(one) for one in options])


@transaction.atomic
def remove_dilemma(*, by: Person, dilemma: Dilemma) -> None:
    """Take a dilemma away; the history keeps it."""
    dilemma = _held(dilemma)
    for row in (*dilemma.parties.all(), *dilemma.options.all()):
        row.delete()
    _trace(by, dilemma)
    dilemma.delete()


def _held(dilemma: Dilemma) -> Dilemma:
    return Dilemma.objects.select_for_update(of=("self",)).select_related("case").get(pk=dilemma.pk)


def _trace(by: Person, dilemma: Dilemma) -> None:
    record(by, "plans.changed", case_number=dilemma.case.number, details=WHAT)


def _replace(
    by: Person, dilemma: Dilemma, model: type[DilemmaParty | DilemmaOption], rows: list[dict[str, Any]]
) -> bool:
    """Rows that stay the same are left alone, so that the history tells what really changed."""
    there = list(model.objects.filter(dilemma=dilemma).order_by("pk"))
    if [
        {name: getattr(one, name) for name in row} for one, row in zip(there, rows, strict=False)
    ] == rows and len(there) == len(rows):
        return False
    for one, row in zip(there, rows, strict=False):
        if any(getattr(one, name) != value for name, value in row.items()):
            for name, value in row.items():
                setattr(one, name, value)
            one.save()
    for gone in there[len(rows) :]:
        gone.delete()
    for new in rows[len(there) :]:
        model.objects.create(dilemma=dilemma, **new)
    _trace(by, dilemma)
    return True
