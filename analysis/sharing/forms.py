"""Forms of the team: before whom to put it, the answer of a party as they told it, and the talk after a no."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone

from analysis.board.fields import ManyLines
from cases.steering.owners import Owner
from expertteam.ui.forms import Columns, DutchDateField, PageForm, RadioPills

from .models import Endorsement, Verdict, Via

ANSWERS = [
    (Verdict.YES.value, "Ja"),
    (Verdict.PARTLY.value, "Deels"),
    (Verdict.NO.value, "Nee"),
]
HOW = [(Via.PAPER.value, "Op papier"), (Via.TALK.value, "In een gesprek")]
IN_A_WEEK = timedelta(days=7)


class AnswerForm(PageForm):
    """Yes, partly or no, with their words and the day, as somebody wrote it on paper or told it."""

    why = {
        "words": "Zo letterlijk mogelijk. Ook een nee hoort in het verhaal: dan weten we wat er nog niet klopt.",
        "statement": "Een eigen tekst blijft bij het dossier, precies zoals diegene hem schreef.",
    }
    verdict = forms.ChoiceField(
        label="Herkent deze persoon zich in de analyse?", choices=ANSWERS, widget=RadioPills
    )
    words = ManyLines(label="In hun eigen woorden", required=False, max_length=2000, rows=3)
    statement = ManyLines(label="Eigen tekst bij het dossier", required=False, max_length=5000, rows=3)
    via = forms.ChoiceField(
        label="Hoe kwam het antwoord?", choices=HOW, required=False, widget=RadioPills(blank_label=None)
    )
    helper = forms.CharField(label="Wie was erbij?", max_length=200, required=False)
    answered_on = DutchDateField(label="Wanneer", required=False, future=False)

    def __init__(self, data: Any = None, *, name: str, given: Endorsement | None = None) -> None:
        initial: dict[str, Any] = {"answered_on": timezone.localdate()}
        if given is not None:
            names = ("verdict", "words", "statement", "helper", "via", "answered_on")
            initial = {one: getattr(given, one) for one in names}
        super().__init__(data, initial=initial)
        self.fields["verdict"].error_messages["invalid_choice"] = "Kies ja, deels of nee."
        self.fields["verdict"].label = f"Herkent {name} zich in de analyse?"

    def blocks(self) -> list[Any]:
        return ["verdict", "words", "statement", Columns("via", "answered_on"), "helper"]


class TalkForm(PageForm):
    """Who talks with somebody, and by when."""

    owner = forms.ChoiceField(label="Wie gaat in gesprek?", widget=forms.Select)
    due_on = DutchDateField(label="Voor wanneer?")

    def __init__(self, data: Any = None, *, owners: Sequence[Owner], own: int, prefix: str) -> None:
        super().__init__(
            data, prefix=prefix, initial={"owner": f"u{own}", "due_on": timezone.localdate() + IN_A_WEEK}
        )
        self.owners = {key_of(one): one for one in owners if not one.closed}
        self.fields["owner"].choices = [  # type: ignore[attr-defined]
            (key, f"{one.name} ({one.about})" if one.about else one.name) for key, one in self.owners.items()
        ]

    def blocks(self) -> list[Any]:
        return [Columns("owner", "due_on")]

    def clean_due_on(self) -> date:
        day: date = self.cleaned_data["due_on"]
        if day < timezone.localdate():
            raise forms.ValidationError("Deze dag is al geweest. Kies een dag die nog komt.")
        return day

    def chosen(self) -> Owner:
        """Who it is."""
        return self.owners[self.cleaned_data["owner"]]


def key_of(owner: Owner) -> str:
    return f"u{owner.user_id}" if owner.user_id else f"p{owner.participant_id}"


class LanguageField(forms.ChoiceField):
    """In which language somebody's page, mail and letter speak."""

    def __init__(self) -> None:
        super().__init__(
            label="Taal", choices=[(code, str(name)) for code, name in settings.LANGUAGES], required=False,
            initial=settings.LANGUAGE_CODE, widget=forms.Select(attrs={"class": "form-select"}),
        )  # fmt: skip
