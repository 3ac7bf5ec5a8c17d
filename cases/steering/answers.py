"""What the owner of an action outside the team, or their manager, answers on their own page."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cases.outside.actions import mark_answered
from cases.outside.models import OutsideLink
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .actions import MANAGER_PAGE, finish, held
from .day_mails import written_as
from .models import Action, ActionAnswer, ActionStatus, AnswerKind

MOST_SHOWN = 20


@dataclass(frozen=True)
class AnswerData:
    """An answer as typed. `new_date` with «later» only; `form_token` is that of the form, against a double click."""

    kind: str
    text: str
    form_token: UUID
    new_date: date | None = None


class NotAsked(ValueError):
    """This link does not ask about this action, or not any more."""


def actions_of(link: OutsideLink) -> list[Action]:
    """What is open for who has this link: for an owner all of theirs in this case, for a manager the one action."""
    subject = Action.objects.filter(pk=link.subject_id, case=link.case)
    subject = subject.select_related("owner_user", "owner_participant")
    asked = subject.first()
    if asked is None or asked.is_inside:
        return []
    if link.purpose == MANAGER_PAGE:
        return [asked] if asked.status == ActionStatus.OPEN else []
    address = written_as(asked.mail_address)
    every = link.case.actions.filter(status=ActionStatus.OPEN, owner_user=None)
    mine = every.select_related("owner_user", "owner_participant").order_by("due_on", "pk")
    return [one for one in mine if one == asked or is_of(one, address, by_manager=False)]


@transaction.atomic
def give_answer(*, link: OutsideLink, action: Action, data: AnswerData) -> ActionAnswer:
    """Keep an answer; the same form again (a double click) gives the answer it gave.

    NotAsked for another action, or when the link was closed meanwhile.

    «Klaar» finishes the action; a new day or «it cannot» is for the procesregisseur to decide on.
    """
    action = held(action)
    again = ActionAnswer.objects.filter(form_token=data.form_token, action=action).first()
    if again:
        return again
    if action not in actions_of(link) or not OutsideLink.objects.select_for_update().get(pk=link.pk).is_open:
        raise NotAsked
    answer = ActionAnswer.objects.create(
        action=action, kind=data.kind, text=data.text, form_token=data.form_token,
        new_date=data.new_date if data.kind == AnswerKind.LATER else None, by_manager=link.purpose == MANAGER_PAGE,
    )  # fmt: skip
    if data.kind == AnswerKind.DONE:
        finish(action, data.text)
    mark_answered(link)
    return answer


@transaction.atomic
def note_answer(*, by: Person, answer: ActionAnswer, agree: bool = False) -> bool:
    """Take note of an answer and of what the same person said before; `agree` with the day that was asked.

    False when somebody did so already.
    """
    answer = (
        ActionAnswer.objects.select_for_update(of=("self",)).select_related("action__case").get(pk=answer.pk)
    )
    if answer.noted_at:
        return False
    answer.noted_at, answer.noted_by = timezone.now(), by.user
    answer.save()
    action = held(answer.action)
    earlier = action.answers.filter(noted_at=None, by_manager=answer.by_manager, at__lte=answer.at)
    earlier.update(noted_at=answer.noted_at, noted_by=by.user)
    if agree and answer.new_date and action.status == ActionStatus.OPEN:
        action.due_on, action.snoozed_until, action.snooze_reason = answer.new_date, None, ""
        action.escalated_on = None
        action.save()
    record(by, "action.answer_noted", case_number=action.case.number)
    return True


def answers_of(link: OutsideLink) -> list[ActionAnswer]:
    """What was answered with a link like this one about its action and the others of the same owner; newest first."""
    subject = Action.objects.filter(pk=link.subject_id, case=link.case)
    asked = subject.select_related("owner_user", "owner_participant").first()
    if asked is None or asked.is_inside:
        return []
    address = written_as(asked.mail_address)
    by_manager = link.purpose == MANAGER_PAGE
    given = ActionAnswer.objects.filter(action__case=link.case, by_manager=by_manager)
    related = ("action__owner_user", "action__owner_participant")
    found = given.select_related(*related).order_by("-at", "-pk")[:MOST_SHOWN]
    return [one for one in found if one.action == asked or is_of(one.action, address, by_manager)]


def is_of(action: Action, address: str, by_manager: bool) -> bool:
    """Whether an action belongs on the page of this owner; a manager sees one action only."""
    same = not action.is_inside and written_as(action.mail_address) == address
    return bool(address) and same and not by_manager
