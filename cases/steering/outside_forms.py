"""Form of the page on which somebody outside the team answers."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone

from expertteam.ui.forms import DutchDateField, PageForm, RadioPills

from .answers import AnswerData
from .models import Action, AnswerKind

WHY = {
    AnswerKind.LATER: "Schrijf kort waarom het langer duurt. Dan weet het team hoe het verder kan.",
    AnswerKind.CANNOT: "Schrijf kort waarom het niet lukt. Dan zoekt het team met je naar een andere weg.",
}


class AnswerForm(PageForm):
    """Done, not yet, or it cannot be done; one for every action on the page."""

    kind = forms.ChoiceField(label="Hoe staat het ermee?", choices=AnswerKind.choices, widget=RadioPills)
    new_date = DutchDateField(label="Wanneer is het klaar?")
    text = forms.CharField(
        label="Wil je er iets bij zeggen?", max_length=1000, required=False,
        help_text="Is het nog niet klaar, of lukt het niet? Schrijf dan kort waarom.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    form_token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"form_token": uuid4()})
        super().__init__(*args, prefix=f"a{action.pk}", **kwargs)
        self.action = action
        self.is_answered = False  # an answer waits for the team: the form stays out of the way
        # It is asked only of who says «not yet»: the page shows it to nobody else, and for them it must be filled in.
        self.fields["new_date"].required = not self.is_bound

    def blocks(self) -> list[Any]:
        return ["form_token", "kind", "new_date", "text"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        kind, day = cleaned.get("kind"), cleaned.get("new_date")
        if kind == AnswerKind.LATER and "new_date" not in self.errors:
            if day is None:
                self.add_error("new_date", "Vul een dag in, bijvoorbeeld 12-3-2027. Een schatting is goed.")
            elif day < timezone.localdate():
                self.add_error("new_date", "Deze dag is al geweest. Kies een dag die nog komt.")
        if kind in WHY and not cleaned.get("text", "").strip():
            self.add_error("text", WHY[AnswerKind(kind)])
        return cleaned

    def answer(self) -> AnswerData:
        """What was typed, for the action."""
        given = self.cleaned_data
        return AnswerData(given["kind"], given["text"].strip(), given["form_token"], given["new_date"])
