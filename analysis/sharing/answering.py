"""What a party does on their own page: read, choose a language, type, answer."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from analysis.versions.models import FixedVersion
from cases.outside.actions import mark_answered
from cases.outside.models import OutsideLink
from expertteam.audit.actions import record

from .actions import AnswerData, keep_answer
from .models import Asking, Endorsement

DRAFT_FIELDS = 500
KEPT = timedelta(days=30)
"""How long what somebody typed and did not send is kept."""


class NotAsked(ValueError):
    """This does not lie before them any more."""


def asking_of(link: OutsideLink) -> Asking | None:
    """What this link is about, with the whole version; None when it was taken back."""
    rows = Asking.objects.filter(pk=link.subject_id, participant__case=link.case_id, withdrawn_at=None)
    asking = rows.select_related("version__analysis", "participant").first()
    if asking is not None:
        asking.participant.case = asking.version.analysis.case = link.case
    return asking


def given_by(asking: Asking) -> Endorsement | None:
    """What this party answered about this version."""
    rows = Endorsement.objects.filter(version=asking.version, participant=asking.participant)
    return rows.prefetch_related("parts").first()


def mark_read(*, link: OutsideLink, asking: Asking) -> None:
    """They read it: known from the moment the page with the text was opened, after the code."""
    if Asking.objects.filter(pk=asking.pk, read_at=None).update(read_at=timezone.now()):
        version = asking.version.number
        record(link.by, "sharing.read", case_number=link.case.number, details={"version": version})


def language_of(link: OutsideLink) -> str:
    """The language of the frame of this page."""
    return Asking.objects.filter(pk=link.subject_id).values_list("language", flat=True).first() or ""


def choose_language(link: OutsideLink, code: str) -> None:
    """Keep the language of the frame, for this link only; the code is one of settings.LANGUAGES."""
    Asking.objects.filter(pk=link.subject_id).update(language=code)


@transaction.atomic
def keep_draft(*, link: OutsideLink, asking: Asking, fields: dict[str, Any]) -> None:
    """Keep what is being typed, at the server and behind the code: nothing stays on the computer they use.

    `fields` holds texts by the names of the form; what is empty is left out.
    """
    kept = {name: text for name, text in list(fields.items())[:DRAFT_FIELDS] if text}
    row = Asking.objects.select_for_update(of=("self",)).get(pk=asking.pk)
    if row.withdrawn_at:
        return
    if not row.draft and kept:
        version = asking.version.number
        record(link.by, "sharing.draft_kept", case_number=link.case.number, details={"version": version})
    Asking.objects.filter(pk=row.pk).update(draft=kept, draft_at=timezone.now() if kept else None)


def forget_drafts(day: date) -> int:
    """Forget what was typed and not sent for longer than a link lives; returns of how many people."""
    stale = Asking.objects.filter(draft_at__date__lt=day - KEPT).exclude(draft={})
    return stale.update(draft={}, draft_at=None)


@transaction.atomic
def answer_by_link(*, link: OutsideLink, asking: Asking, data: AnswerData) -> tuple[Endorsement, bool]:
    """Keep what a party answered on their own page; the same again (a double click) changes nothing.

    Returns the answer and whether it was new. ConsentMissing when sharing with them is not allowed any more, NotAsked
    when it was taken back, or the link or the case closed, at this very moment.
    """
    row = Asking.objects.select_for_update(of=("self",)).get(pk=asking.pk)
    held = OutsideLink.objects.select_for_update(of=("self",)).select_related("case").get(pk=link.pk)
    if row.withdrawn_at or not held.is_open or not held.case.is_open:
        raise NotAsked
    version: FixedVersion = asking.version
    answer, new = keep_answer(link.by, version.analysis, asking.participant, version, data)
    Asking.objects.filter(pk=asking.pk).update(draft={}, draft_at=None)
    if new:
        mark_answered(link)
    return answer, new
