"""The half page of a short consultation."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases.choices.queries import selectable
from cases.intake.form_checks import FIRST_DAY
from cases.intake.form_fields import pills, words
from expertteam.ui.forms import Block, Columns, DutchDateField, PageForm

from .personal_data import personal_data


class ConsultationForm(PageForm):
    """Question, who asked, answer, minutes, day. Refuses what points to a person."""

    question = words("Wat was de vraag?", 2000, required=True)
    answer = words("Wat heb je geantwoord?", 5000, rows=5, required=True)
    asker = pills("Wie vroeg het?", 6, required=True, must="Kies wie het vroeg.")
    minutes = forms.IntegerField(
        label="Hoeveel minuten kostte het?",
        min_value=1,
        max_value=600,
        widget=forms.NumberInput(attrs={"min": 1, "max": 600, "inputmode": "numeric", "size": 5}),
        error_messages={
            "required": "Vul het aantal minuten in.",
            "invalid": "Schrijf alleen het aantal minuten, bijvoorbeeld 15.",
            "min_value": "Vul minstens 1 minuut in.",
            "max_value": "Meer dan 600 minuten is geen korte consultatie. Kijk het getal nog eens na.",
        },
    )
    asked_on = DutchDateField(label="Wanneer was het?", future=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asker"].choices = selectable("wie_stelt_de_vraag")  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)

    def blocks(self) -> list[Any]:
        """One short block."""
        intro = "Een korte vraag die je meteen beantwoordt. Zonder namen of andere gegevens van mensen."
        return [
            Block("Vraag en antwoord", intro, "question", "asker", "answer", Columns("minutes", "asked_on"))
        ]

    def clean_question(self) -> str:
        return without_personal_data(self.cleaned_data["question"])

    def clean_answer(self) -> str:
        return without_personal_data(self.cleaned_data["answer"])

    def clean_asked_on(self) -> date:
        """Not before there were teams."""
        day: date = self.cleaned_data["asked_on"]
        if day < FIRST_DAY:
            raise ValidationError("Deze datum is te lang geleden. Kijk het jaar nog eens na.")
        return day


def without_personal_data(text: str) -> str:
    """The text itself, or a ValidationError for every piece of it that points to a person."""
    found = personal_data(text, timezone.localdate())
    if found:
        raise ValidationError([f"Haal “{one.text}” weg: dat lijkt op {one.kind}." for one in found])
    return text
