"""Where hours are proposed from: lines of the journal that say how long it took."""

from typing import Any

from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.functions import Concat, Length, Substr, TruncDate

from .journal_models import EntryKind, JournalEntry

FIRST_WORDS = 120


def journal_minutes() -> QuerySet[Any]:
    """Lines with minutes, for who wrote them, on the day it happened."""
    kinds = [When(kind=kind.value, then=Value(str(kind.label))) for kind in EntryKind]
    more = Case(When(length__gt=FIRST_WORDS, then=Value("…")), default=Value(""), output_field=CharField())
    return JournalEntry.objects.alias(length=Length("text")).filter(minutes__isnull=False).annotate(
        worker=F("author_id"),
        on=TruncDate("at"),
        took=F("minutes"),
        about=Concat(
            Case(*kinds, output_field=CharField()), Value(": "), Substr("text", 1, FIRST_WORDS), more,
            output_field=CharField(),
        ),
    )  # fmt: skip
