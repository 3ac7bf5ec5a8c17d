"""Forms of meetings."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from cases.casefile.models import Case
from cases.casefile.text import folded
from cases.choices.queries import selectable
from cases.team.members import colleagues
from expertteam.accounts.models import Team, User
from expertteam.ui.forms import Block, CheckChips, Columns, DutchDateField, PageForm, RadioPills

from .attending import Table
from .checkout import QUESTIONS, LookingBack
from .models import LONGEST, SHORTEST, Meeting
from .planning import MeetingData
from .queries import possible_leaders, usual
from .talk_models import Degree

CASES = "casus-lijst"
"""Id of the list of cases beside the field; the page writes it."""
USUAL_START, USUAL_END = time(13, 0), time(16, 0)
INVITED = (
    "Zij krijgen een mail met een afspraak zodra je op ‘Uitnodigen’ klikt. Experts kunnen de casussen van deze "
    "bijeenkomst lezen, als er toestemming is."
)
NO_NAMES = "Zet hier geen namen of adressen van gezinnen: dit staat in de agenda van iedereen."


class ClockField(forms.TimeField):
    """A time of the day, typed as 13:00, 13.00 or 13 uur."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "numeric", "size": "6", "autocomplete": "off"})
        )
        kwargs.setdefault("input_formats", ["%H:%M", "%H.%M", "%H", "%H%M"])
        kwargs.setdefault("error_messages", {"invalid": "Schrijf de tijd als 13:00."})
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> time | None:
        """The time, or None for nothing typed."""
        if isinstance(value, str):
            value = value.lower().replace("uur", "").strip()
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value


class MeetingForm(PageForm):
    """When, where, who leads, who comes."""

    day = DutchDateField(label="Dag")
    begins = ClockField(label="Begint om")
    ends = ClockField(label="Duurt tot")
    place = forms.CharField(label="Plaats", max_length=200, required=False)
    link = forms.URLField(
        label="Link om mee te doen", max_length=500, required=False, assume_scheme="https",
        error_messages={"invalid": "Plak hier de hele link, die met https:// begint."},
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )  # fmt: skip
    chair = forms.ModelChoiceField(
        label="Voorzitter", queryset=User.objects.none(), required=False, empty_label="Nog niet bekend"
    )
    note_taker = forms.ModelChoiceField(
        label="Wie schrijft op", queryset=User.objects.none(), required=False, empty_label="Nog niet bekend"
    )
    members = forms.ModelMultipleChoiceField(
        label="Wie van het team komt", queryset=User.objects.none(), required=False, widget=CheckChips
    )
    form_token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, team: Team, meeting: Meeting | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("initial", known(meeting) if meeting else fresh(team))
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        for name in ("chair", "note_taker"):
            self.fields[name].queryset = possible_leaders(team)  # type: ignore[attr-defined]
        self.fields["members"].queryset = colleagues(team)  # type: ignore[attr-defined]
        self.fields["place"].help_text = NO_NAMES
        self.fields["members"].help_text = INVITED

    def blocks(self) -> list[Any]:
        return [
            Block("Wanneer en waar", "", "day", Columns("begins", "ends"), "place", "link"),
            Block("Wie", "", Columns("chair", "note_taker"), "members"),
            "form_token",
        ]

    def clean_link(self) -> str:
        link: str = self.cleaned_data["link"]
        if link and not link.startswith("https://"):
            raise forms.ValidationError("Gebruik een link die met https:// begint.", code="unsafe")
        return link

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        day, begins, ends = (cleaned.get(name) for name in ("day", "begins", "ends"))
        if begins and ends and ends <= begins:
            self.add_error("ends", "De bijeenkomst eindigt voor zij begint. Kijk de tijden na.")
        same_day = self.meeting and day == timezone.localtime(self.meeting.starts_at).date()
        if day and day < timezone.localdate() and not same_day:
            self.add_error("day", "Deze dag is voorbij. Kies een dag die nog komt.")
        if day and day > timezone.localdate() + timedelta(days=730):
            self.add_error("day", "Deze dag ligt meer dan twee jaar vooruit. Kijk het jaar nog eens na.")
        return cleaned

    def data_given(self) -> MeetingData:
        """What was typed, for the action."""
        typed = self.cleaned_data
        return MeetingData(
            moment(typed["day"], typed["begins"]), moment(typed["day"], typed["ends"]), typed["place"],
            typed["link"], typed["chair"], typed["note_taker"],
        )  # fmt: skip


def moment(day: date, at: time) -> datetime:
    """That time on that day, in our own time zone."""
    return timezone.make_aware(datetime.combine(day, at))


def fresh(team: Team) -> dict[str, Any]:
    """A new form: a week after the last meeting at the same time, at the usual place, with everybody of the team."""
    last = team.meetings.order_by("-starts_at").first()
    start = {"members": list(colleagues(team)), "form_token": uuid.uuid4()}
    if last is None:
        return {**start, "begins": USUAL_START, "ends": USUAL_END}
    before = known(last)
    day = max(before["day"] + timedelta(days=7), timezone.localdate())
    kept = {name: before[name] for name in ("begins", "ends", "chair", "note_taker")}
    return {**start, **kept, "day": day, "place": usual(team, "place"), "link": usual(team, "link")}


def known(meeting: Meeting) -> dict[str, Any]:
    """A meeting as it could be typed."""
    begins, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    return {
        "day": begins.date(), "begins": begins.time(), "ends": ends.time(), "place": meeting.place,
        "link": meeting.link, "chair": meeting.chair, "note_taker": meeting.note_taker,
        "members": [one.user_id for one in meeting.attendees.filter(withdrawn_at=None)],
    }  # fmt: skip


class MinutesField(forms.IntegerField):
    """How long a case gets."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Minuten")
        kwargs.setdefault("error_messages", {
            "min_value": f"Geef een casus ten minste {SHORTEST} minuten.",
            "max_value": f"Meer dan {LONGEST} minuten houdt niemand vol. Kies er minder.",
            "invalid": "Schrijf een getal, bijvoorbeeld 45.",
        })  # fmt: skip
        super().__init__(min_value=SHORTEST, max_value=LONGEST, **kwargs)


class AddCaseForm(forms.Form):
    """Which case, and for how long. The case is typed as its number, or chosen from the list beside the field."""

    number = forms.CharField(
        label="Casus", max_length=220, error_messages={"required": "Kies een casus, of typ het nummer."}
    )
    minutes = MinutesField(initial=60)

    def __init__(self, *args: Any, cases: Iterable[Case], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.offered = list(cases)

    def clean_number(self) -> str:
        """The number: the list offers «2026-014 Ruben Oosterhuis», and a name that fits one case is enough."""
        typed = self.cleaned_data["number"].strip()
        name = folded(typed)
        by_name = [case for case in self.offered if name and name in folded(str(case.young_person))]
        return by_name[0].number if len(by_name) == 1 else typed.split(" ")[0]


class TimeForm(forms.Form):
    """Another time for a case within its meeting."""

    begins = ClockField(label="Vanaf")
    minutes = MinutesField()


class TableForm(PageForm):
    """Who of the family sat at the table, and who spoke for who did not."""

    at_table = forms.ChoiceField(
        label="Wie zaten er aan tafel?", required=False, widget=RadioPills(blank_label="Nog niet bekend")
    )
    reason = forms.CharField(label="Waarom niet iedereen?", max_length=300, required=False)
    spokesperson = forms.CharField(
        label="Wie sprak voor wie er niet was?", max_length=200, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at_table"].choices = selectable("aan_tafel")  # type: ignore[attr-defined]

    def blocks(self) -> list[Any]:
        return ["at_table", Columns("reason", "spokesperson")]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("at_table") == "niet" and not cleaned.get("reason"):
            self.add_error("reason", "Schrijf op waarom zij er niet waren.")
        return cleaned

    def table(self) -> Table:
        typed = self.cleaned_data
        return Table(typed["at_table"], typed["reason"], typed["spokesperson"])


class CheckOutForm(PageForm):
    """Three questions; the last need not be answered."""

    heard = forms.ChoiceField(
        label=QUESTIONS["heard"], choices=Degree.choices, widget=RadioPills(blank_label=None)
    )
    about = forms.ChoiceField(
        label=QUESTIONS["about"], choices=Degree.choices, widget=RadioPills(blank_label=None)
    )
    words = forms.CharField(
        label=QUESTIONS["words"], max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def answer(self) -> LookingBack:
        return LookingBack(**self.cleaned_data)


class TalkStepForm(forms.Form):
    """The words of a step, and its share of an hour."""

    text = forms.CharField(
        label="Stap", max_length=120, error_messages={"required": "Schrijf wat jullie dan doen."}
    )
    minutes = forms.IntegerField(
        label="Minuten", min_value=1, max_value=120, initial=10,
        error_messages={"min_value": "Kies 1 tot 120 minuten.", "max_value": "Kies 1 tot 120 minuten."},
    )  # fmt: skip
