"""Form for one event on one line."""

from typing import Any

from django import forms

from cases.choices.offering import offer
from expertteam.ui.forms import Columns, PageForm, PeriodField

from .actions import EndsBeforeStart, EventData, moments


class EventForm(PageForm):
    """When, what kind, what, and perhaps what came of it."""

    start = PeriodField(label="Van", help_text="2012, voorjaar 2019, sep 2013 of 12-3-2024")
    end = PeriodField(label="Tot", required=False)
    kind = forms.ChoiceField(label="Soort")
    text = forms.CharField(label="Wat gebeurde er?", max_length=500)
    provider = forms.CharField(label="Aanbieder", max_length=200, required=False)
    result = forms.CharField(label="Wat kwam ervan?", max_length=500, required=False)
    mark = forms.ChoiceField(label="Markering", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", "gebeurtenis_soort", "Kies een soort")
        offer(self, "mark", "markering", "Geen")

    def blocks(self) -> list[Any]:
        return [Columns("start", "end", "kind"), "text", Columns("provider", "result", "mark")]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("start"):
            try:
                moments(cleaned["start"], cleaned.get("end"))
            except EndsBeforeStart:
                self.add_error("end", "Het einde ligt voor het begin. Kijk beide nog eens na.")
        return cleaned

    def data_given(self) -> EventData:
        """What was typed, for the action."""
        return EventData(**self.cleaned_data)
