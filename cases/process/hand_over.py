"""Who steers a case: handing it over with a summary, taking it, and who had it before."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from cases.casefile.models import Case
from cases.team.members import colleagues_on
from expertteam.access.person import Person
from expertteam.accounts.models import Role, User
from expertteam.audit.actions import record

from .thread_models import HandOver, HandOverState


class CannotHandOver(ValueError):
    """This cannot be handed over (any more); the text says why, in Dutch."""


@dataclass(frozen=True)
class Ownership:
    """Who steered the case from a moment on; None when nobody did."""

    name: str | None
    since: datetime


def directors(case: Case) -> QuerySet[User]:
    """Everybody of the team who can steer this case: not who has a stake in it."""
    return colleagues_on(case, [Role.PROCESS_DIRECTOR])


def waiting_of(case: Case) -> HandOver | None:
    """The hand-over that waits for an answer."""
    waiting = case.hand_overs.filter(state=HandOverState.ASKED)
    return waiting.select_related("giver", "receiver", "asked_by").first()


def hand_overs_of(case: Case) -> QuerySet[HandOver]:
    """All hand-overs, newest first."""
    return case.hand_overs.select_related("giver", "receiver", "asked_by")


def owners_of(case: Case) -> list[Ownership]:
    """Who had the case since when, the first owner first; from its own history, two queries."""
    rows = list(case.history.order_by("history_date", "history_id").values_list("owner_id", "history_date"))
    names = dict(User.objects.filter(pk__in={owner for owner, _ in rows if owner}).values_list("pk", "name"))
    found: list[Ownership] = []
    before: int | None = None
    for owner, since in rows:
        if owner != before:
            found.append(Ownership(names.get(owner) if owner else None, since))
        before = owner
    return found


@transaction.atomic
def ask_hand_over(*, by: Person, case: Case, receiver: User, summary: str) -> HandOver:
    """Ask a colleague to steer the case from now on; until they accept nothing changes.

    Asking the same person twice is asking once. CannotHandOver for a closed case, somebody who cannot steer, who
    steers it already, or while another hand-over waits.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    waiting = waiting_of(locked)
    if waiting and waiting.receiver_id == receiver.pk:
        return waiting
    if text := why_not(locked, receiver, waiting):
        raise CannotHandOver(text)
    hand_over = HandOver.objects.create(
        case=case, giver_id=locked.owner_id, receiver=receiver, summary=summary, asked_by=by.user
    )
    record(by, "hand_over.asked", case_number=case.number, details={"user": receiver.pk})
    return hand_over


def why_not(case: Case, receiver: User, waiting: HandOver | None) -> str:
    """Why this case cannot go to this person, in words; empty when it can."""
    if not case.is_open:
        return "Deze casus is afgesloten. Heropen hem eerst."
    if waiting:
        return f"Er wacht al een overdracht aan {waiting.receiver}. Trek die eerst in."
    if case.owner_id == receiver.pk:
        return f"{receiver} heeft deze casus al."
    return cannot_steer(case, receiver)


def cannot_steer(case: Case, user: User) -> str:
    """Why this person cannot be the procesregisseur of this case, in words; empty when they can."""
    if directors(case).filter(pk=user.pk).exists():
        return ""
    return f"{user} kan deze casus niet overnemen: geen procesregisseur van dit team, of er is een belang."


@transaction.atomic
def answer_hand_over(*, by: Person, hand_over: HandOver, state: HandOverState, answer: str = "") -> bool:
    """Accept, return or withdraw a hand-over. Accepting makes the receiver the procesregisseur.

    False when it was answered already. CannotHandOver when somebody else than the receiver accepts or returns it.
    """
    Case.objects.select_for_update().get(pk=hand_over.case_id)
    hand_over = HandOver.objects.select_related("case", "receiver").get(pk=hand_over.pk)
    if hand_over.state != HandOverState.ASKED:
        return False
    if state != HandOverState.WITHDRAWN and hand_over.receiver_id != by.user.pk:
        raise CannotHandOver(f"Alleen {hand_over.receiver} kan hierop antwoorden.")
    close(hand_over, state, answer)
    details = {"state": state.value, "user": hand_over.receiver_id}
    record(by, "hand_over.answered", case_number=hand_over.case.number, details=details)
    if state == HandOverState.ACCEPTED:
        become_owner(by, hand_over.case, hand_over.receiver)
    return True


@transaction.atomic
def take_over(*, by: Person, case: Case) -> bool:
    """From now on this person has the case, asked or not. False when they had it already.

    A hand-over that was waiting is settled: accepted when it was meant for this person, withdrawn otherwise.
    CannotHandOver when a stake was said meanwhile, or the role taken away.
    """
    locked = Case.objects.select_for_update().get(pk=case.pk)
    if locked.owner_id == by.user.pk:
        return False
    if text := cannot_steer(locked, by.user):
        raise CannotHandOver(text)
    waiting = waiting_of(locked)
    if waiting and waiting.receiver_id == by.user.pk:
        close(waiting, HandOverState.ACCEPTED)
    else:
        if waiting:
            close(waiting, HandOverState.WITHDRAWN)
        HandOver.objects.create(
            case=locked, giver_id=locked.owner_id, receiver=by.user, asked_by=by.user,
            state=HandOverState.TAKEN, answered_at=timezone.now(),
        )  # fmt: skip
    become_owner(by, locked, by.user)
    case.owner = by.user
    return True


def step_back(*, by: Person, case: Case, user: User, successor: User | None, summary: str = "") -> None:
    """Somebody who has a stake steers this case no longer, and is not asked to: call in the transaction that says so.

    An open case is offered to `successor` (CannotHandOver when it cannot be); until they accept nobody has it, and it
    stands so on Vandaag. A hand-over that waits for somebody else stays.
    """
    waiting = waiting_of(case)
    if waiting and waiting.receiver_id == user.pk:
        close(waiting, HandOverState.WITHDRAWN)
        waiting = None
    if case.owner_id != user.pk:
        return
    if successor and case.is_open and waiting is None:
        ask_hand_over(by=by, case=case, receiver=successor, summary=summary)
    case.owner = None
    case.save(update_fields=["owner", "touched_at"])
    record(by, "case.owner_stepped_back", case_number=case.number, details={"user": user.pk})


def close(hand_over: HandOver, state: HandOverState, answer: str = "") -> None:
    """Store how a hand-over ended."""
    hand_over.state, hand_over.answer, hand_over.answered_at = state, answer, timezone.now()
    hand_over.save()


def become_owner(by: Person, case: Case, owner: User) -> None:
    """Store who steers the case from now on."""
    case.owner = owner
    case.save(update_fields=["owner", "touched_at"])
    record(by, "case.owner_changed", case_number=case.number, details={"user": owner.pk})
