"""Making agreements and keeping track of them."""

from dataclasses import asdict, dataclass, fields
from datetime import date

from django.db import transaction

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import Action, ActionStatus


@dataclass(frozen=True)
class ActionData:
    """One agreement as typed: what, who, by when, how it stands and what came of it."""

    text: str
    owner_name: str
    due_on: date | None = None
    status: str = ActionStatus.OPEN
    result: str = ""


@transaction.atomic
def add_action(*, by: Person, case: Case, data: ActionData) -> Action:
    """Make an agreement; the very same again while it is open (a double click) makes none."""
    Case.objects.select_for_update().get(pk=case.pk)
    action, created = Action.objects.get_or_create(case=case, **asdict(data))
    if created:
        record(by, "action.changed", case_number=case.number)
    return action


@transaction.atomic
def change_action(*, by: Person, action: Action, data: ActionData) -> bool:
    """Change an agreement; False when nothing is new."""
    action = Action.objects.select_for_update(of=("self",)).select_related("case").get(pk=action.pk)
    if ActionData(**{field.name: getattr(action, field.name) for field in fields(ActionData)}) == data:
        return False
    for name, value in asdict(data).items():
        setattr(action, name, value)
    action.save()
    record(by, "action.changed", case_number=action.case.number)
    return True
