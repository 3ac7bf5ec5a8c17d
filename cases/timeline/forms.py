"""Forms of the timeline: one line, one event field by field, and many lines pasted at once."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases.casefile.models import Case
from cases.choices.offering import offer
from expertteam.ui.dates import STILL_GOING_ON, DateError, VagueDate
from expertteam.ui.forms import Columns, PageForm, PeriodField

from .line import LONGEST, EventData, LineError, ReadLine, read_line
from .models import TimelineEvent
from .moment_words import Life, find_moment
from .moments import EndsBeforeStart, moments, out_of_life, said

GOING_ON = "heden"


class MomentField(PeriodField):
    """A moment in somebody's life: a vague date, or an age as in «op 6-jarige leeftijd». The form sets `life`."""

    life: Life

    def to_python(self, value: Any) -> VagueDate | None:
        """The moment, or None for nothing typed; ValidationError says in Dutch what is wrong."""
        words = " ".join(str(value or "").split())
        try:
            at = 3 if words.lower().startswith(("op ", "in ")) else 0
            found = find_moment(words, at, self.life) if words else None
        except DateError as error:
            raise ValidationError(str(error), code="invalid") from error
        return found[0] if found and found[1] == len(words) else super().to_python(value)


class EndField(MomentField):
    """An end that may be open: «heden» and the like are no end at all."""

    def to_python(self, value: Any) -> Any:
        """The moment, None for nothing typed, GOING_ON for what still goes on."""
        words = " ".join(str(value or "").split()).lower().removesuffix(".")
        return GOING_ON if words in STILL_GOING_ON else super().to_python(value)


class LineForm(PageForm):
    """One line, read as it was typed."""

    line = forms.CharField(
        label="Wat gebeurde er, en wanneer?",
        max_length=LONGEST,
        error_messages={"required": "Schrijf wanneer het was en wat er gebeurde."},
        help_text="Bijvoorbeeld: sep 2013 – jul 2020 speciaal basisonderwijs, succes",
    )
    read: ReadLine

    def __init__(self, *args: Any, case: Case, writing_on: bool = False, **kwargs: Any) -> None:
        self.case = case
        super().__init__(*args, **kwargs)
        if writing_on:  # somebody in the middle of a row of lines goes on typing
            self.fields["line"].widget.attrs["autofocus"] = True

    def clean_line(self) -> str:
        """Read it; what cannot be read says why."""
        line = str(self.cleaned_data["line"])
        try:
            self.read = read_for(self.case, line)
        except LineError as error:
            raise ValidationError(str(error)) from error
        return line


def read_for(case: Case, line: str) -> ReadLine:
    """Read a line about the young person of this case. Raises LineError."""
    who = case.young_person
    return read_line(line, birth=who.birth_date, today=timezone.localdate(), name=who.first_name)


class EventForm(PageForm):
    """When, what kind, what, and perhaps who helped, what for and what came of it."""

    why = {
        "source": "Zo zien jullie later wie wat vertelde. Verhalen mogen verschillen.",
        "present": "Bij een terugblik zie je dan wie er was op de momenten die ertoe deden.",
    }
    start = MomentField(
        label="Van", help_text="2012, voorjaar 2019, sep 2013, 12-3-2024 of ‘op 6-jarige leeftijd’"
    )
    end = EndField(label="Tot", required=False, help_text="‘heden’ als het nog loopt; leeg bij één moment")
    kind = forms.ChoiceField(label="Soort")
    text = forms.CharField(label="Wat gebeurde er?", max_length=500)
    provider = forms.CharField(
        label="Aanbieder", max_length=200, required=False, help_text="Wie gaf de hulp?"
    )
    goal = forms.CharField(label="Waar was het voor?", max_length=500, required=False, help_text="Het doel")
    result = forms.CharField(label="Wat kwam ervan?", max_length=500, required=False)
    present = forms.CharField(label="Wie was erbij?", max_length=200, required=False)
    source = forms.ChoiceField(label="Wie zegt dit?", required=False)
    mark = forms.ChoiceField(label="Markering", required=False)

    def __init__(self, *args: Any, case: Case, event: TimelineEvent | None = None, **kwargs: Any) -> None:
        self.case = case
        if event:
            kwargs.setdefault("initial", initial_of(event))
        super().__init__(*args, **kwargs)
        life = Life(case.young_person.birth_date, timezone.localdate())
        self.fields["start"].life = self.fields["end"].life = life  # type: ignore[attr-defined]
        offer(self, "kind", "gebeurtenis_soort", "Kies een soort")
        offer(self, "mark", "markering", "Geen")
        offer(self, "source", "bron", "Niet opgeschreven")

    def blocks(self) -> list[Any]:
        return [
            Columns("start", "end", "kind"),
            "text",
            Columns("provider", "goal"),
            Columns("result", "present"),
            Columns("source", "mark"),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["ongoing"] = cleaned.get("end") == GOING_ON
        cleaned["end"] = None if cleaned["ongoing"] else cleaned.get("end")
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


def initial_of(event: TimelineEvent) -> dict[str, Any]:
    """What stands in the form of an event that is there; moments as they are said, so that they read back."""
    values = {name: getattr(event, name) for name in EventData.__dataclass_fields__}
    values["start"] = said(event.start, event.birth)
    values["end"] = GOING_ON if event.ongoing else said(event.end, event.birth) if event.end else ""
    return values
