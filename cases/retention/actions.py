"""Agreeing how long to keep, stopping and releasing. Destroying itself stands in `destroying.py`."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import CaseFingerprint, RetentionHold, RetentionPolicy, RetentionRelease, RetentionWarning
from .queries import forget_warnings_that_do_not_hold


@dataclass(frozen=True)
class PolicyData:
    """What the covenant says: months after the end, days of warning, whether a fingerprint is kept."""

    months: int
    warning_days: int
    fingerprint: bool = False


@transaction.atomic
def change_policy(*, by: Person, data: PolicyData) -> bool:
    """Write down what the team agreed; without fingerprints the ones there are go. False when nothing is new.

    A shorter term destroys nothing by itself: every case is still warned about first. With a longer one the warnings
    that were given too early go.
    """
    policy, _ = RetentionPolicy.objects.select_for_update().get_or_create(team=by.team)
    if PolicyData(policy.months, policy.warning_days, policy.fingerprint) == data:
        return False
    policy.months, policy.warning_days, policy.fingerprint = data.months, data.warning_days, data.fingerprint
    policy.save()
    forget_warnings_that_do_not_hold(by.team)
    if not data.fingerprint:
        CaseFingerprint.objects.filter(team=by.team).delete()
    record(by, "retention.policy_changed", details={"months": data.months, "days": data.warning_days})
    return True


@transaction.atomic
def hold(*, by: Person, case: Case, reason: str) -> RetentionHold:
    """Stop the destruction of a case; a second stop while one is open is that one. The warning starts anew later."""
    Case.objects.select_for_update().get(pk=case.pk)
    there = case.retention_holds.filter(ended_at=None).first()
    if there:
        return there
    RetentionWarning.objects.filter(case=case).delete()
    record(by, "retention.held", case_number=case.number)
    return RetentionHold.objects.create(case=case, reason=reason, held_by=by.user)


@transaction.atomic
def end_hold(*, by: Person, case: Case) -> bool:
    """The case may go again when its time has come. False when nothing was stopped."""
    open_ones = RetentionHold.objects.filter(case=case, ended_at=None)
    if not open_ones.update(ended_at=timezone.now(), ended_by=by.user):
        return False
    record(by, "retention.hold_ended", case_number=case.number)
    return True


@transaction.atomic
def release(*, by: Person, cases: list[Case]) -> int:
    """Say that these cases of an imported register may go; returns how many were not released before."""
    released = 0
    for case in cases:
        _, new = RetentionRelease.objects.get_or_create(case=case, defaults={"released_by": by.user})
        if new:
            record(by, "retention.released", case_number=case.number)
            released += 1
    return released
