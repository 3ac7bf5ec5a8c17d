"""Form for one event on one line."""

from typing import Any

from django import forms
from django.utils import timezone

from cases.casefile.models import Case
from cases.choices.offering import offer
from expertteam.ui.dates import STILL_GOING_ON, VagueDate
from expertteam.ui.forms import Columns, PageForm, PeriodField

from .actions import EndsBeforeStart, EventData, moments, out_of_life
from .models import TimelineEvent


class OpenPeriodField(PeriodField):
    """An end that may be open: «heden» and the like are no end at all."""

    def to_python(self, value: Any) -> VagueDate | None:
        """The end, or None for nothing typed and for what still goes on."""
        words = " ".join(str(value).split()).lower().removesuffix(".")
        return None if words in STILL_GOING_ON else super().to_python(value)


class EventForm(PageForm):
    """When, what kind, what, and perhaps what came of it."""

    start = PeriodField(label="Van", help_text="2012, voorjaar 2019, sep 2013 of 12-3-2024")
    end = OpenPeriodField(label="Tot", required=False, help_text="Leeg of ‘heden’ als het nog loopt")
    kind = forms.ChoiceField(label="Soort")
    text = forms.CharField(label="Wat gebeurde er?", max_length=500)
    provider = forms.CharField(label="Aanbieder", max_length=200, required=False)
    result = forms.CharField(label="Wat kwam ervan?", max_length=500, required=False)
    mark = forms.ChoiceField(label="Markering", required=False)

    def __init__(self, *args: Any, case: Case, event: TimelineEvent | None = None, **kwargs: Any) -> None:
        self.case = case
        if event:
            names = EventData.__dataclass_fields__
            kwargs.setdefault("initial", {name: getattr(event, name) for name in names})
        super().__init__(*args, **kwargs)
        offer(self, "kind", "gebeurtenis_soort", "Kies een soort")
        offer(self, "mark", "markering", "Geen")

    def blocks(self) -> list[Any]:
        return [Columns("start", "end", "kind"), "text", Columns("provider", "result", "mark")]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        birth, today = self.case.young_person.birth_date, timezone.localdate()
        for name in ("start", "end"):
            moment = cleaned.get(name)
            if moment and (text := out_of_life(moment, birth, today)):
                self.add_error(name, text)
        if cleaned.get("start"):
            try:
                moments(cleaned["start"], cleaned.get("end"))
            except EndsBeforeStart:
                self.add_error("end", "Het einde ligt voor het begin. Kijk beide nog eens na.")
        return cleaned

    def data_given(self) -> EventData:
        """What was typed, for the action."""
        return EventData(**self.cleaned_data)
