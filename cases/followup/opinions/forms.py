"""The three questions, as somebody answers them on their own page and as we write them down."""

from typing import Any, cast

from django import forms
from django.utils import timezone

from cases.choices.queries import label, selectable
from cases.followup.models import Opinion, Side, Via
from expertteam.ui.forms import Columns, DutchDateField, PageForm, RadioPills

from .actions import Answer
from .queries import NOT_INVOLVED

OWN_WORDS = {NOT_INVOLVED: "Ik weet het niet, of ik was er niet bij"}


class QuestionsForm(PageForm):
    """Three questions; only the first must be answered."""

    satisfied = forms.ChoiceField(
        label="Ben je tevreden over hoe het expertteam hielp?", widget=RadioPills(blank_label=None)
    )
    helped = forms.CharField(
        label="Wat hielp het meest?",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    better = forms.CharField(
        label="Wat kan beter?", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = cast(forms.ChoiceField, self.fields["satisfied"])
        asked.choices = [(code, OWN_WORDS.get(code, text)) for code, text in selectable("tevreden")]

    def answer(self) -> Answer:
        """What was answered."""
        return Answer(**{name: self.cleaned_data[name] for name in ("satisfied", "helped", "better")})


class EnterForm(QuestionsForm):
    """The same, told on paper or by telephone."""

    via = forms.ChoiceField(
        label="Hoe kwam het antwoord?", widget=RadioPills,
        choices=[(one.value, one.label) for one in Via if one != Via.LINK],
    )  # fmt: skip
    answered_on = DutchDateField(label="Op welke dag?", future=False)

    def __init__(self, *args: Any, opinion: Opinion, **kwargs: Any) -> None:
        names = ("satisfied", "helped", "better")
        known = {name: getattr(opinion, name) for name in names}
        via = opinion.via if opinion.via != Via.LINK else ""
        start = {**known, "via": via, "answered_on": opinion.answered_on or timezone.localdate()}
        kwargs.setdefault("initial", start)
        super().__init__(*args, **kwargs)
        self.fields["satisfied"].label = f"Is {opinion.name} tevreden?"
        asked = cast(forms.ChoiceField, self.fields["satisfied"])
        asked.choices = [(code, text) for code, text in selectable("tevreden")]
        if opinion.satisfied and opinion.satisfied not in dict(asked.choices):
            asked.choices = [*asked.choices, (opinion.satisfied, label("tevreden", opinion.satisfied))]

    def blocks(self) -> list[Any]:
        return ["satisfied", "helped", "better", Columns("via", "answered_on")]


class AskForm(PageForm):
    """Somebody who is not in the list of people of the case."""

    name = forms.CharField(label="Naam", max_length=200)
    side = forms.ChoiceField(label="Namens wie?", choices=Side.choices, widget=RadioPills(blank_label=None))
