"""The steps of a dilemma, each a form of its own."""

from typing import Any

from django import forms
from django.utils import timezone

from cases.plans.models import Dilemma
from cases.plans.rows import Rows, RowsForm
from expertteam.ui.forms import Columns, DutchDateField, PageForm

from .actions import OptionData, PartyData


class QuestionForm(PageForm):
    """Step 1: what is the question?"""

    question = forms.CharField(
        label="Wat is de vraag?", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bijvoorbeeld: laten we de deur open, ook als dat niet veilig is?",
    )  # fmt: skip


def party_fields() -> dict[str, forms.Field]:
    return {
        "name": forms.CharField(label="Wie?", max_length=200, required=False),
        "values": forms.CharField(label="Wat telt voor diegene?", max_length=500, required=False),
    }


def option_fields() -> dict[str, forms.Field]:
    area = {"attrs": {"rows": 3}}
    return {
        "text": forms.CharField(label="Wat kunnen we doen?", max_length=300, required=False),
        "speaks_for": forms.CharField(
            label="Wat pleit ervoor?", max_length=1000, required=False, widget=forms.Textarea(**area)
        ),
        "speaks_against": forms.CharField(
            label="Wat pleit ertegen?", max_length=1000, required=False, widget=forms.Textarea(**area)
        ),
    }


PARTIES = Rows("party", "Betrokkene", party_fields, needed=("name", "values"), least=3)
OPTIONS = Rows("option", "Mogelijkheid", option_fields, needed=("text",), least=2, most=6)


class PartiesForm(RowsForm):
    """Step 2: who is touched by it, and what matters to them?"""

    rows = (PARTIES,)

    def blocks(self) -> list[Any]:
        super().blocks()
        return self.row_blocks(PARTIES)

    def parties(self) -> list[PartyData]:
        """Who was filled in."""
        return [PartyData(**row) for row in self.given(PARTIES)]


class OptionsForm(RowsForm):
    """Step 3: what could be done, and what speaks for and against it?"""

    rows = (OPTIONS,)

    def blocks(self) -> list[Any]:
        super().blocks()
        return self.row_blocks(OPTIONS, columns=False)

    def options(self) -> list[OptionData]:
        """What was filled in."""
        return [OptionData(**row) for row in self.given(OPTIONS)]


class ChoiceForm(PageForm):
    """Step 4: what do we choose, why, and when do we look again?"""

    why = {
        "look_again_on": "Een keuze in een dilemma is nooit voor altijd. Op deze dag staat hij op Vandaag."
    }

    choice = forms.CharField(
        label="Wat kiezen we?", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    why_chosen = forms.CharField(
        label="Waarom?", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Zeg ook wat je daarmee opgeeft, en hoe je het goedmaakt met wie dat raakt.",
    )  # fmt: skip
    chosen_on = DutchDateField(label="Gekozen op", future=False)
    look_again_on = DutchDateField(label="Wanneer kijken we opnieuw?")

    def blocks(self) -> list[Any]:
        return ["choice", "why_chosen", Columns("chosen_on", "look_again_on")]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        chosen, again = cleaned.get("chosen_on"), cleaned.get("look_again_on")
        if chosen and again and again <= chosen:
            self.add_error("look_again_on", "Kies een dag na de keuze.")
        return cleaned

    def values(self) -> dict[str, Any]:
        """What was typed, by field of the model."""
        typed = dict(self.cleaned_data)
        return {"why": typed.pop("why_chosen"), **typed}


class LookedBackForm(PageForm):
    """Step 5: what do we see now?"""

    looked_back = forms.CharField(
        label="Hoe kijken we er nu naar?", max_length=2000, widget=forms.Textarea,
        help_text="Pakte het uit zoals gedacht? Voor wie wel, voor wie niet? Blijft de keuze staan?",
    )  # fmt: skip
    looked_back_on = DutchDateField(label="Teruggekeken op", future=False)

    def __init__(self, *args: Any, dilemma: Dilemma, **kwargs: Any) -> None:
        self.chosen_on = dilemma.chosen_on
        super().__init__(*args, **kwargs)

    def clean_looked_back_on(self) -> Any:
        day = self.cleaned_data["looked_back_on"]
        if self.chosen_on and day < self.chosen_on:
            raise forms.ValidationError("Dit is voor de keuze. Kijk de datum nog eens na.", code="early")
        return day


def choice_initial(dilemma: Dilemma) -> dict[str, Any]:
    """What is known of the choice; today when nothing is chosen yet."""
    return {
        "choice": dilemma.choice,
        "why_chosen": dilemma.why,
        "chosen_on": dilemma.chosen_on or timezone.localdate(),
        "look_again_on": dilemma.look_again_on,
    }
