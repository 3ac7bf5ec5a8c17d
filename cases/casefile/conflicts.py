"""Saying that somebody has a stake: every case of the young person closes to them at once, until that is lifted."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from cases.process.hand_over import step_back
from cases.team.members import colleagues, colleagues_on
from expertteam.access.person import Person
from expertteam.access.rules import rule
from expertteam.accounts.models import User
from expertteam.audit.actions import record

from .actions import end_grant
from .models import Case, ConflictOfInterest
from .stakes import carry_stakes, young_people_behind


class NoColleague(ValueError):
    """Only somebody of the team whose work can be about a case can be kept out of one."""


class NobodyLeft(ValueError):
    """Then nobody would be left who could lift it, or look into the case at all."""


@transaction.atomic
def declare_conflict(
    *, by: Person, case: Case, user: User, reason: str, successor: User | None = None, summary: str = ""
) -> ConflictOfInterest:
    """Close every case of this young person to this colleague; saying it twice is the same as once.

    Who steers such a case does so no longer: `successor` is asked to take it over, with `summary`; without one the
    case stands with the cases of nobody. NoColleague; NobodyLeft; CannotHandOver when it cannot go to `successor`.
    """
    if not colleagues(case.team).filter(pk=user.pk).exists():
        raise NoColleague
    cases = held_cases(case)
    if found := ConflictOfInterest.objects.about(case).filter(user=user).first():
        return found
    if set(who_may_lift(case).values_list("pk", flat=True)) == {user.pk}:
        raise NobodyLeft
    for one in cases:
        told = summary if one.pk == case.pk else ""
        step_back(by=by, case=one, user=user, successor=successor, summary=told)
        end_grant(by=by, case=one, user=user)
        record(by, "conflict.declared", case_number=one.number, details={"user": user.pk})
    conflict = ConflictOfInterest.objects.create(case=case, user=user, reason=reason, declared_by=by.user)
    spelled_otherwise = {
        one.young_person_id: one for one in cases if one.young_person_id != case.young_person_id
    }
    for one in spelled_otherwise.values():
        carry_stakes(young_person=case.young_person_id, to=one)
    return conflict


def held_cases(case: Case) -> list[Case]:
    """Every case of who this case is about, kept for this transaction; always in the same order."""
    cases = Case.objects.filter(young_person__in=young_people_behind(case)).order_by("pk")
    return list(cases.select_for_update())


def who_may_lift(case: Case) -> QuerySet[User]:
    """Who of the team may lift a stake in this case: somebody who has one themselves cannot."""
    return colleagues_on(case, rule("conflict.lift").roles)


@transaction.atomic
def lift_conflict(*, by: Person, conflict: ConflictOfInterest) -> bool:
    """Say that it was not so, or is over: what closed every case of this young person to this colleague ends.

    It gives no access by itself: who reads along by their role does so again, others can be let in again. False when
    it was lifted already.
    """
    conflict = ConflictOfInterest.objects.select_related("case").get(pk=conflict.pk)
    cases = held_cases(conflict.case)
    rows = ConflictOfInterest.objects.standing().filter(user=conflict.user_id, case__in=cases)
    ended = list(rows.select_for_update(of=("self",)))
    if conflict.pk not in {row.pk for row in ended}:
        return False
    for row in ended:
        row.ended_at, row.ended_by = timezone.now(), by.user
        row.save()
    for one in cases:
        record(by, "conflict.lifted", case_number=one.number, details={"user": conflict.user_id})
    return True
