"""Recording a short consultation, once."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from cases.intake.drafts.actions import forget_draft
from cases.intake.models import Consultation
from expertteam.access.person import Person
from expertteam.audit.actions import record


def record_consultation(*, by: Person, answers: dict[str, Any], token: UUID) -> tuple[Consultation, bool]:
    """Keep a question and its answer; returns it and whether it is new. The same form sent twice gives the first."""
    if known := recorded(by, token):
        return known, False
    try:
        with transaction.atomic():
            made = Consultation.objects.create(team=by.team, recorded_by=by.user, form_token=token, **answers)
            record(by, "consultation.recorded", details={"minutes": made.minutes})
            forget_draft(by, token)
    except IntegrityError:
        known = recorded(by, token)
        if known is None:
            raise
        return known, False
    return made, True


def recorded(by: Person, token: UUID) -> Consultation | None:
    """The consultation this form became already."""
    return Consultation.objects.filter(team=by.team, form_token=token).first()
