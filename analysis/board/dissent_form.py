"""The form in which somebody's other view of an explanation is written down."""

from typing import Any

from django import forms
from django.db.models import Model

from .fields import OneLine
from .forms import TYPED, BoardForm
from .models import Dissent

NO_EXPLANATION = "Deze verklaring is er niet meer. Schrijf eerst op waarom het blijft zoals het is."


class DissentForm(BoardForm):
    """Who sees an explanation differently, and how. Names are typed: nobody is proposed."""

    first = "said_by"
    why = {"text": "In de woorden van wie het anders ziet. De verklaring zelf verandert er niet door."}
    said_by = OneLine(
        label="Wie ziet dit anders?",
        max_length=200,
        widget=forms.TextInput(attrs=TYPED),
    )
    text = OneLine(label="Hoe ziet die het?", max_length=1000, rows=3)
    explanation = forms.ChoiceField(widget=forms.HiddenInput)

    def extra_initial(self) -> dict[str, Any]:
        return {"explanation": self.part.explanation_id} if isinstance(self.part, Dissent) else {}

    def fill_choices(self) -> None:
        self.choose("explanation", [(str(one.pk), str(one)) for one in self.explanations])
        self.fields["explanation"].error_messages["invalid_choice"] = NO_EXPLANATION
        self.fields["explanation"].error_messages["required"] = NO_EXPLANATION

    def values(self) -> dict[str, Any]:
        found = super().values()
        about = found.pop("explanation")
        if self.part is None:
            found["explanation"] = next(one for one in self.explanations if str(one.pk) == about)
        return found

    def prepare(self, part: Model, name: str) -> Any:
        return getattr(part, "explanation_id" if name == "explanation" else name)

    def blocks(self) -> list[Any]:
        return ["said_by", "text", "explanation", "version", "form_token"]
