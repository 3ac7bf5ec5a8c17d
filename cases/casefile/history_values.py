"""Fields of a historical row in words: codes as labels, people by name, dates as they are said."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models

from cases.choices.fields import CodeField, CodeListField
from cases.choices.queries import labels
from expertteam.ui.dates import long_date

from .history_sources import Source

LONG = 120


@dataclass(frozen=True)
class Change:
    """A field that changed, before and after in words; empty for nothing filled in."""

    label: str
    before: str
    after: str

    @property
    def is_long(self) -> bool:
        """Too long for a sentence: the page opens it."""
        return len(self.before) > LONG or len(self.after) > LONG


def changes_between(source: Source, before: Any, after: Any, names: dict[int, str]) -> list[Change]:
    """What differs between two rows of one object; `names` are people by id."""
    found = []
    for field in source.fields():
        old, new = getattr(before, field.attname), getattr(after, field.attname)
        if old != new:
            name = source.labels.get(field.name, str(field.verbose_name))
            found.append(
                Change(name[:1].upper() + name[1:], in_words(field, old, names), in_words(field, new, names))
            )
    return found


def in_words(field: Any, value: Any, names: dict[int, str]) -> str:
    """One value as people read it."""
    if value in (None, "", []):
        return ""
    if isinstance(field, CodeListField):
        return ", ".join(text for code, text in labels(field.question).items() if code in value)
    if isinstance(field, CodeField):
        return labels(field.question).get(value, value)
    if isinstance(field, models.ForeignKey):
        return names.get(value, "iemand")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return plain(value)


def plain(value: Any) -> str:
    """A value without a list behind it."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    return str(value)
