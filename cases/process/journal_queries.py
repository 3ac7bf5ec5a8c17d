"""What was corrected in the journal."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from .journal_models import EntryKind, JournalEntry

Past = JournalEntry.history.model


def with_corrected(lines: QuerySet[JournalEntry]) -> QuerySet[JournalEntry]:
    """The lines, each with `corrected`: whether something else stood there before."""
    changes = Past.objects.filter(id=OuterRef("pk"), history_type="~")
    return lines.annotate(corrected=Exists(changes))


def versions_of(entry: JournalEntry) -> list[dict[str, Any]]:
    """What stood there before, newest first, with the moment on which it was replaced. One query."""
    rows = list(Past.objects.filter(id=entry.pk).order_by("-history_date", "-history_id"))
    kinds = dict(EntryKind.choices)
    return [
        {
            "until": later.history_date,
            "kind": kinds[row.kind],
            "text": row.text,
            "minutes": row.minutes,
            "at": row.at,
        }
        for later, row in zip(rows, rows[1:], strict=False)
    ]
