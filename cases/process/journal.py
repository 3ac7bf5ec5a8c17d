"""Writing in the journal of a case: two seconds, from anywhere, and nothing is lost."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .journal_models import JournalDraft, JournalEntry


class NotYours(PermissionError):
    """Only who wrote a line can correct it."""


@dataclass(frozen=True)
class EntryData:
    """A line as typed; `kind` is one of EntryKind, `at` when it happened."""

    kind: str
    text: str
    minutes: int | None
    at: datetime


def journal_of(case: Case, kind: str = "") -> QuerySet[JournalEntry]:
    """The journal, newest first; of one kind when that is asked."""
    lines = case.journal.select_related("author").order_by("-at", "-pk")
    return lines.filter(kind=kind) if kind else lines


@transaction.atomic
def add_entry(
    *,
    by: Person,
    case: Case,
    kind: str,
    text: str,
    minutes: int | None = None,
    at: datetime | None = None,
    token: UUID | None = None,
) -> JournalEntry:
    """Write a line in the journal; `kind` is one of EntryKind, `at` is now when it is not given.

    The same `token` again (a double click) writes nothing. What this person was typing in the box is gone then.
    """
    Case.objects.select_for_update().get(pk=case.pk)
    there = saved_with(case, token, text)
    if there:
        return there
    if token and JournalEntry.objects.filter(form_token=token).exists():
        token = None  # other words from a second tab that began with the same draft
    entry = JournalEntry.objects.create(
        case=case,
        kind=kind,
        text=text,
        minutes=minutes,
        at=at or timezone.now(),
        author=by.user,
        form_token=token,
    )
    JournalDraft.objects.filter(case=case, user=by.user).delete()
    record(by, "journal.added", case_number=case.number, details={"kind": kind})
    return entry


@transaction.atomic
def correct_entry(*, by: Person, entry: JournalEntry, data: EntryData) -> bool:
    """Correct a line of one's own; what stood there can be read in the history. False when nothing is new. NotYours."""
    entry = JournalEntry.objects.select_for_update(of=("self",)).select_related("case").get(pk=entry.pk)
    if entry.author_id != by.user.pk:
        raise NotYours
    if EntryData(entry.kind, entry.text, entry.minutes, entry.at) == data:
        return False
    entry.kind, entry.text, entry.minutes, entry.at = data.kind, data.text, data.minutes, data.at
    entry.save()
    record(by, "journal.corrected", case_number=entry.case.number)
    return True


def saved_with(case: Case, token: UUID | str | None, text: str) -> JournalEntry | None:
    """The line that was saved from the same form with the same words."""
    if not token:
        return None
    return next(
        (one for one in case.journal.filter(form_token=token) if words(one.text) == words(text)), None
    )


def words(text: str) -> list[str]:
    """A text as its words: how lines end differs between a browser and a draft."""
    return text.split()


def draft_of(by: Person, case: Case) -> JournalDraft | None:
    """What this person was still typing about this case."""
    return JournalDraft.objects.filter(case=case, user=by.user).first()


@transaction.atomic
def keep_draft(*, by: Person, case: Case, fields: dict[str, Any]) -> datetime:
    """Keep what is being typed and say when; empty text, or text that was saved meanwhile, throws the draft away."""
    token = fields.get("form_token")
    text = str(fields.get("text", "")).strip()
    if not text or saved_with(case, token, text):
        JournalDraft.objects.filter(case=case, user=by.user).delete()
        return timezone.now()
    draft, created = JournalDraft.objects.update_or_create(
        case=case, user=by.user, defaults={"fields": fields}
    )
    if created:
        record(by, "draft.saved", case_number=case.number)
    return draft.saved_at
