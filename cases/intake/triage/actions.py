"""Deciding about an aanmelding: take it up, wait, refer on, or decline."""

import hashlib
import json
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from cases.casefile.models import Case
from cases.intake.locking import locked
from cases.intake.models import Decision
from cases.process.hand_over import directors
from cases.process.steps import give_steps
from expertteam.access.person import Person
from expertteam.accounts.models import User
from expertteam.audit.actions import record

from .moves import PHASE_AFTER, why_not


@dataclass(frozen=True)
class Verdict:
    """A decision: `reason` says why, or what is waited for; `referred_to` whom; `owner` takes up the case."""

    decision: Decision
    reason: str = ""
    referred_to: str = ""
    owner: User | None = None


class NotPossible(ValueError):
    """This cannot be decided (any more); the text says why, in Dutch."""


class DecidedMeanwhile(Exception):
    """Somebody else decided since this page was opened."""


def seen(case: Case) -> str:
    """A mark of what stands decided now; a form sends it back, so that a decision of somebody else is noticed."""
    referral = case.referral
    parts = (case.phase, case.owner_id, referral.decision, referral.decided_by_id, referral.decided_on)
    words = (referral.decision_reason, referral.referred_to)
    return hashlib.sha256(json.dumps([str(part) for part in (*parts, *words)]).encode()).hexdigest()[:16]


@transaction.atomic
def decide(*, by: Person, case: Case, verdict: Verdict, seen_before: str) -> Case:
    """Store a decision with who and when, and move the case to its phase; deciding the same twice is deciding once.

    Raises NotPossible (a closed case, no reason, nobody to take it up) and DecidedMeanwhile.
    """
    case = locked(case)
    if already(case, verdict):
        return case
    if seen_before != seen(case):
        raise DecidedMeanwhile
    if text := why_not(case.phase) or incomplete(case, verdict):
        raise NotPossible(text)
    referral = case.referral
    referral.decision, referral.decision_reason = verdict.decision, verdict.reason
    referral.referred_to = verdict.referred_to
    referral.decided_on, referral.decided_by = timezone.localdate(), by.user
    referral.save()
    case.phase = PHASE_AFTER[verdict.decision]
    case.owner = verdict.owner or case.owner
    case.save()
    record(by, "referral.triaged", case_number=case.number, details={"decision": verdict.decision.value})
    give_steps(by=by, case=case)
    return case


def already(case: Case, verdict: Verdict) -> bool:
    """Whether exactly this stands decided."""
    referral = case.referral
    stands = (referral.decision, referral.decision_reason, referral.referred_to, case.phase)
    wanted = (verdict.decision, verdict.reason, verdict.referred_to, PHASE_AFTER[verdict.decision])
    return stands == wanted and (verdict.owner is None or verdict.owner.pk == case.owner_id)


def incomplete(case: Case, verdict: Verdict) -> str:
    """What a decision still lacks, in words."""
    if verdict.decision == Decision.ACCEPTED:
        known = verdict.owner and directors(case).filter(pk=verdict.owner.pk).exists()
        return "" if known else "Kies een procesregisseur van dit team."
    if verdict.decision == Decision.REFERRED_ON and not verdict.referred_to:
        return "Schrijf op naar wie je doorverwijst."
    if not verdict.reason:
        waits = verdict.decision == Decision.WAITING
        return "Schrijf op waarop je wacht." if waits else "Schrijf op waarom."
    return ""
