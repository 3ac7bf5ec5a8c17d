"""Saying that somebody has a stake in a case: it closes to them at once, and opens again only when that is lifted."""

from django.db import transaction
from django.utils import timezone

from expertteam.access.person import Person
from expertteam.accounts.models import User
from expertteam.audit.actions import record

from .actions import end_grant
from .models import OPENED_ONE_BY_ONE, Case, ConflictOfInterest


class NotOpenedOneByOne(ValueError):
    """Only an expert or zorgadviseur of the team can be kept out like this."""


@transaction.atomic
def declare_conflict(*, by: Person, case: Case, user: User, reason: str) -> ConflictOfInterest:
    """Close the case to this expert; saying it twice is the same as once. NotOpenedOneByOne for anybody else."""
    if not user.memberships.filter(team=case.team_id, role__in=OPENED_ONE_BY_ONE).exists():
        raise NotOpenedOneByOne
    Case.objects.select_for_update().get(pk=case.pk)
    conflict, created = ConflictOfInterest.objects.get_or_create(
        case=case, user=user, ended_at=None, defaults={"reason": reason, "declared_by": by.user}
    )
    if created:
        end_grant(by=by, case=case, user=user)
        record(by, "conflict.declared", case_number=case.number, details={"user": user.pk})
    return conflict


@transaction.atomic
def lift_conflict(*, by: Person, conflict: ConflictOfInterest) -> bool:
    """Say that it was not so, or is over. It gives no access by itself. False when it was lifted already."""
    row = (
        ConflictOfInterest.objects.select_for_update(of=("self",)).select_related("case").get(pk=conflict.pk)
    )
    if row.ended_at:
        return False
    row.ended_at, row.ended_by = timezone.now(), by.user
    row.save()
    record(by, "conflict.lifted", case_number=row.case.number, details={"user": row.user_id})
    return True
