"""Hours of meetings: everybody of the team who was there when a case was discussed gets them proposed."""

from typing import Any

from django.db.models import F, QuerySet, Value
from django.db.models.functions import TruncDate

from .talk_models import Presence


def hours_of_meetings() -> QuerySet[Any]:
    """A row per person and conversation, on the day of the meeting."""
    return Presence.objects.annotate(
        worker=F("user_id"),
        on=TruncDate("item__meeting__starts_at"),
        took=F("minutes"),
        about=Value("Gesprek in de bijeenkomst"),
    )
