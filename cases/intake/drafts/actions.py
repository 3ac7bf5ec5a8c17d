"""What somebody is typing is kept while they type; only they can see it."""

import json
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from cases.casefile.models import Case
from cases.intake.models import Consultation, Purpose, ReferralDraft
from expertteam.access.person import Person
from expertteam.audit.actions import record

MOST_CHARACTERS = 100_000


class DraftNotFound(LookupError):
    """There is no such draft for this person."""


class DraftTooLong(ValueError):
    """More was typed than a form can hold."""


class AlreadySaved(ValueError):
    """This form was saved for good; what still arrives is late."""


def draft_for(by: Person, token: UUID) -> ReferralDraft:
    """The person's own draft with this token; DraftNotFound for anybody else's."""
    draft = ReferralDraft.objects.filter(pk=token, team=by.team, user=by.user).select_related("case").first()
    if draft is None:
        raise DraftNotFound
    return draft


def change_draft(by: Person, case: Case) -> ReferralDraft | None:
    """What this person was still changing in the aanmelding of a case."""
    return ReferralDraft.objects.filter(case=case, user=by.user).first()


@transaction.atomic
def save_draft(
    *, by: Person, fields: dict[str, Any], token: UUID, purpose: Purpose = Purpose.REFERRAL
) -> ReferralDraft:
    """Keep a new aanmelding or consultation as it stands now, under the form's own token.

    Raises DraftNotFound when the token is somebody else's, DraftTooLong, and AlreadySaved.
    """
    _check_length(fields)
    if _saved_for_good(token):
        raise AlreadySaved
    wanted = {"team": by.team, "user": by.user, "purpose": purpose, "fields": fields}
    draft, created = ReferralDraft.objects.get_or_create(pk=token, defaults=wanted)
    if (draft.user_id, draft.team_id, draft.purpose) != (by.user.pk, by.team.pk, purpose):
        raise DraftNotFound
    return _keep(by, draft, fields, created)


@transaction.atomic
def save_change_draft(*, by: Person, case: Case, fields: dict[str, Any]) -> ReferralDraft:
    """Keep a change of an aanmelding as it stands now; one per person and case. Raises DraftTooLong."""
    _check_length(fields)
    wanted = {"pk": uuid4(), "team": case.team, "purpose": Purpose.CHANGE, "fields": fields}
    draft, created = ReferralDraft.objects.get_or_create(user=by.user, case=case, defaults=wanted)
    return _keep(by, draft, fields, created)


@transaction.atomic
def discard_draft(*, by: Person, draft: ReferralDraft) -> None:
    """Throw a draft away."""
    draft.delete()
    record(by, "draft.discarded", case_number=draft.case.number if draft.case else "")


def forget_draft(by: Person, token: UUID) -> None:
    """The draft became the real thing."""
    ReferralDraft.objects.filter(pk=token, user=by.user).delete()


def forget_change(by: Person, case: Case) -> None:
    """The change was saved."""
    ReferralDraft.objects.filter(case=case, user=by.user).delete()


def _keep(by: Person, draft: ReferralDraft, fields: dict[str, Any], created: bool) -> ReferralDraft:
    if created:
        record(by, "draft.saved", case_number=draft.case.number if draft.case else "")
    else:
        draft.fields = fields
        draft.save(update_fields=["fields", "saved_at"])
    return draft


def _check_length(fields: dict[str, Any]) -> None:
    if len(json.dumps(fields, ensure_ascii=False)) > MOST_CHARACTERS:
        raise DraftTooLong


def _saved_for_good(token: UUID) -> bool:
    case = Case.objects.filter(form_token=token)
    return case.exists() or Consultation.objects.filter(form_token=token).exists()
