"""Tags about the aanmelding: `{% load intake %}`."""

from typing import Any

from django import template

from cases.casefile.models import Case
from cases.intake.models import Decision
from cases.intake.triage.moves import why_not

register = template.Library()

KINDS = {Decision.ACCEPTED: "good", Decision.WAITING: "attention"}


@register.inclusion_tag("cases/intake/triage_card.html")
def triage_card(case: Case) -> dict[str, Any]:
    """What was decided about the aanmelding and the way to decide; for a case that came through the gate."""
    referral = case.referral
    return {
        "case": case,
        "referral": referral,
        "kind": KINDS.get(Decision(referral.decision), "") if referral.decision else "",
        "may_decide": "referral.triage" in case.rights and not why_not(case.phase),
    }
