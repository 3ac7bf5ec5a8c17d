"""The list of Vandaag about hours."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from expertteam.access.person import Person

from .proposals import own_proposals


def to_confirm(person: Person, day: date) -> QuerySet[Any]:
    """What this person did and did not confirm yet, the oldest first."""
    return own_proposals(person)
