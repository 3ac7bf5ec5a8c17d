"""Whether the advice binds, and the explanation given to who asks afterwards."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from cases.casefile.models import Case
from cases.casefile.over import RUNNING, TAKEN_UP, hold_open
from cases.plans.models import AdviceExplanation, BindingAdvice
from expertteam.access.person import Person
from expertteam.audit.actions import record


@dataclass(frozen=True)
class BindingData:
    """What was agreed beforehand."""

    is_binding: bool
    agreed_with: str
    agreed_on: date
    note: str = ""


@dataclass(frozen=True)
class ExplanationData:
    """Who asked for an explanation and when; what was explained when, both or neither."""

    asked_by: str
    asked_on: date
    explained_on: date | None = None
    text: str = ""


@transaction.atomic
def agree(*, by: Person, case: Case, data: BindingData) -> bool:
    """Write down what was agreed; False when it said so already. CaseIsOver."""
    hold_open(case, RUNNING)
    agreed = BindingAdvice.objects.filter(case=case).first() or BindingAdvice(case=case)
    values = asdict(data)
    if agreed.pk and all(getattr(agreed, name) == value for name, value in values.items()):
        return False
    for name, value in values.items():
        setattr(agreed, name, value)
    agreed.save()
    record(by, "plans.changed", case_number=case.number, details={"what": "bindend"})
    return True


@transaction.atomic
def ask_explanation(*, by: Person, case: Case, data: ExplanationData) -> AdviceExplanation:
    """Somebody asked why, also after the case was closed; again (a double click) adds nothing. CaseIsOver."""
    hold_open(case, TAKEN_UP)
    asked = AdviceExplanation.objects.filter(case=case, **asdict(data)).first()
    if asked is None:
        asked = AdviceExplanation(case=case, **asdict(data))
        _save(by, asked)
    return asked


@transaction.atomic
def change_explanation(*, by: Person, explanation: AdviceExplanation, data: ExplanationData) -> bool:
    """Write down what was explained; False when nothing is new."""
    locked = AdviceExplanation.objects.select_for_update(of=("self",)).select_related("case")
    row = locked.get(pk=explanation.pk)
    new = {name: value for name, value in asdict(data).items() if getattr(row, name) != value}
    for name, value in new.items():
        setattr(row, name, value)
    if new:
        _save(by, row)
    return bool(new)


@transaction.atomic
def remove_explanation(*, by: Person, explanation: AdviceExplanation) -> bool:
    """Take back that somebody asked, when that was a mistake; False when it was explained: that stays."""
    locked = AdviceExplanation.objects.select_for_update(of=("self",)).select_related("case")
    row = locked.filter(pk=explanation.pk).first()
    if row is None or row.explained_on:
        return False
    record(by, "plans.changed", case_number=row.case.number, details={"what": "uitleg"})
    row.delete()
    return True


def _save(by: Person, row: AdviceExplanation) -> None:
    """Who explained it is who wrote that it was explained, and stays so."""
    row.explained_by = (row.explained_by or by.user) if row.explained_on else None
    row.save()
    record(by, "plans.changed", case_number=row.case.number, details={"what": "uitleg"})
