"""The box «Noteer», and correcting what was written."""

from datetime import datetime, time
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone

from expertteam.ui.forms import Columns, DutchDateField, PageForm, RadioPills

from .journal import EntryData
from .journal_models import LONGEST_ENTRY, MINUTES_OF_A_DAY, EntryKind, JournalDraft, JournalEntry

NOON = time(12)


class EntryForm(PageForm):
    """One line of the journal."""

    text = forms.CharField(
        label="Wat is er gezegd of gebeurd?",
        max_length=LONGEST_ENTRY,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Schrijf op wat er is gezegd of gebeurd. Eén zin is genoeg."},
    )
    kind = forms.ChoiceField(
        label="Hoe ging het?", choices=EntryKind.choices, initial=EntryKind.CALL, widget=RadioPills
    )
    minutes = forms.IntegerField(
        label="Minuten", required=False, min_value=1, max_value=MINUTES_OF_A_DAY,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": "5", "autocomplete": "off"}),
        error_messages={"invalid": "Schrijf de minuten als getal, bijvoorbeeld 15.",
                        "min_value": "Schrijf de minuten als getal, bijvoorbeeld 15.",
                        "max_value": "Een dag heeft 1440 minuten. Schrijf op hoe lang het duurde."},
    )  # fmt: skip
    day = DutchDateField(label="Dag", required=False, future=False)

    def blocks(self) -> list[Any]:
        return ["text", "kind", Columns("minutes", "day")]

    def moment(self, now: datetime, before: datetime | None = None) -> datetime:
        """When it happened: now, or noon of the day that was typed; on the day it stood already nothing changes."""
        day = self.cleaned_data["day"]
        same = before or now
        if day is None or day == timezone.localdate(same):
            return same
        return timezone.make_aware(datetime.combine(day, NOON))


class NoteForm(EntryForm):
    """The same in the box of every page of a case; the token catches a double click."""

    form_token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, draft: JournalDraft | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"form_token": uuid4(), **(draft.fields if draft else {})})
        kwargs.setdefault("auto_id", "noteer_%s")
        super().__init__(*args, **kwargs)
        self.fields["minutes"].help_text = "Wordt voorgesteld als uren."
        self.fields["day"].help_text = "Laat leeg voor vandaag."

    def blocks(self) -> list[Any]:
        return [*super().blocks(), "form_token"]


class CorrectForm(EntryForm):
    """A line of one's own."""

    def __init__(self, *args: Any, entry: JournalEntry, **kwargs: Any) -> None:
        given = {"text": entry.text, "kind": entry.kind, "minutes": entry.minutes}
        kwargs.setdefault("initial", {**given, "day": timezone.localdate(entry.at)})
        self.entry = entry
        super().__init__(*args, **kwargs)

    def data_given(self) -> EntryData:
        """What was typed, for the action."""
        data = self.cleaned_data
        at = self.moment(self.entry.at, self.entry.at) if data["day"] else self.entry.at
        return EntryData(data["kind"], data["text"], data["minutes"], at)
