"""Making agreements and keeping track of them."""

from dataclasses import asdict, dataclass, fields
from datetime import date

from django.db import transaction
from django.utils import timezone

from cases.casefile.models import Case
from cases.casefile.over import hold, hold_open, stop_when_over
from cases.outside.actions import withdraw_links
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import Action, ActionStatus, Series
from .stakes import refuse_stakes

OWNER_PAGE, MANAGER_PAGE = "actie", "leidinggevende"
OWNER_FIELDS = ("owner_user_id", "owner_participant_id", "owner_email")
ADDRESSES = ("owner_email", "manager_email")


@dataclass(frozen=True)
class ActionData:
    """One agreement as typed: what, who, by when, how it stands and what came of it.

    `owner_name` is what people say. A colleague has `owner_user_id`; somebody around the young person has
    `owner_participant_id`, anybody else perhaps an address in `owner_email`. `reminders` is a code of `Series`.
    """

    text: str
    owner_name: str
    due_on: date | None = None
    status: str = ActionStatus.OPEN
    result: str = ""
    owner_user_id: int | None = None
    owner_participant_id: int | None = None
    owner_organisation: str = ""
    owner_email: str = ""
    reminders: str = Series.TEAM
    manager_name: str = ""
    manager_organisation: str = ""
    manager_email: str = ""


def held(action: Action) -> Action:
    """The row as it is now, kept for this transaction."""
    return Action.objects.select_for_update(of=("self",)).select_related("case__team").get(pk=action.pk)


def known(action: Action) -> ActionData:
    """An agreement as it could be typed."""
    return ActionData(**{field.name: getattr(action, field.name) for field in fields(ActionData)})


@transaction.atomic
def add_action(*, by: Person, case: Case, data: ActionData) -> Action:
    """Make an agreement; the very same again while it is open (a double click) makes none.

    CaseIsOver; OwnerHasStake.
    """
    refuse_owners(hold_open(case), data)
    over = {"done_on": None if data.status == ActionStatus.OPEN else timezone.localdate()}
    action, created = Action.objects.get_or_create(case=case, **asdict(data), defaults=over)
    if created:
        record(by, "action.changed", case_number=case.number)
    return action


@transaction.atomic
def change_action(*, by: Person, action: Action, data: ActionData) -> bool:
    """Change an agreement; False when nothing is new. Links of somebody who has to do it no more open nothing.

    CaseIsOver when it would be open again in a case that was closed; OwnerHasStake, unless it stands open with them.
    """
    case = hold(action.case)
    action = held(action)
    before = known(action)
    if before == data:
        return False
    begins = data.status == ActionStatus.OPEN != before.status
    if begins:
        stop_when_over(case)
    refuse_owners(case, data, None if begins else before)
    for name, value in asdict(data).items():
        setattr(action, name, value)
    follow(action, before)
    action.save()
    close_pages(by, action, before)
    record(by, "action.changed", case_number=action.case.number)
    return True


def refuse_owners(held: Case, data: ActionData, before: ActionData | None = None) -> None:
    """OwnerHasStake when somebody who was not asked before, or whose address is new, has a stake in the held case.

    Whoever is around the young person can be asked as such, at the address that stands there.
    """
    user = data.owner_user_id if before is None or data.owner_user_id != before.owner_user_id else None
    found = {name: getattr(data, name) for name in ADDRESSES}
    if before is not None:
        found = {name: one for name, one in found.items() if one != getattr(before, name)}
    refuse_stakes(held, user, found)


def follow(action: Action, before: ActionData) -> None:
    """What no longer holds once this is changed: that it is done, put off, or was put before a manager."""
    if before.status != action.status:
        action.done_on = None if action.status == ActionStatus.OPEN else timezone.localdate()
    if before.due_on != action.due_on:
        action.snoozed_until, action.snooze_reason, action.escalated_on = None, "", None
    if before.manager_name and not action.manager_name:
        action.escalated_on = None


@transaction.atomic
def write_result(*, by: Person, action: Action, result: str) -> bool:
    """Write down afterwards what came of it. False when nothing is new."""
    action = held(action)
    if action.result == as_result(result):
        return False
    action.result = as_result(result)
    action.save()
    record(by, "action.changed", case_number=action.case.number)
    return True


def close_pages(by: Person, action: Action, before: ActionData) -> None:
    """Withdraw the links of an earlier owner or manager."""
    now = known(action)
    case, pk = action.case, action.pk
    if any(getattr(before, name) != getattr(now, name) for name in OWNER_FIELDS):
        withdraw_links(by=by, case=case, purpose=OWNER_PAGE, subject_id=pk)
    if before.manager_email != now.manager_email:
        withdraw_links(by=by, case=case, purpose=MANAGER_PAGE, subject_id=pk)


def close_pages_of(by: Person, participant: Participant) -> None:
    """Withdraw the links of somebody who is reached at another address from now on: the earlier one may be wrong."""
    for action in participant.actions.filter(owner_email="").select_related("case"):
        withdraw_links(by=by, case=action.case, purpose=OWNER_PAGE, subject_id=action.pk)


@transaction.atomic
def finish_action(*, by: Person, action: Action, result: str = "") -> bool:
    """Write down that it is done and what came of it. False when it was not open any more (a double click)."""
    action = held(action)
    if action.status != ActionStatus.OPEN:
        return False
    finish(action, result)
    record(by, "action.finished", case_number=action.case.number)
    return True


def finish(action: Action, result: str) -> None:
    """Mark a held row done today; an earlier result stays when none is given."""
    action.status, action.done_on = ActionStatus.DONE, timezone.localdate()
    action.result = as_result(result) or action.result
    action.save()


def as_result(typed: str) -> str:
    """What came of it as it is kept: at most five hundred characters, nothing a database cannot hold."""
    return typed.replace("\x00", "").strip()[:500]


@transaction.atomic
def snooze_action(*, by: Person, action: Action, until: date, reason: str = "") -> bool:
    """Ask again on `until`, and leave it alone before that day. False when nothing is new or it is done."""
    action = held(action)
    reason = reason.strip()[:300]
    same = action.snoozed_until == until and action.snooze_reason == (reason or action.snooze_reason)
    if action.status != ActionStatus.OPEN or same:
        return False
    action.snoozed_until, action.snooze_reason = until, reason
    action.save()
    record(by, "action.snoozed", case_number=action.case.number, details={"until": until.isoformat()})
    return True
