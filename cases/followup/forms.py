"""Form of how a case ended."""

from dataclasses import asdict, fields
from datetime import date
from typing import Any

from django import forms

from cases.choices.offering import offer
from cases.process.closing import OpenEnd
from expertteam.ui.dates import long_date
from expertteam.ui.forms import Block, CheckChips, DutchDateField, PageForm, RadioPills

from .actions import Outcome
from .models import Closure

QUESTIONS = {
    "at_table": "aan_tafel",
    "satisfaction_family": "tevreden",
    "satisfaction_professionals": "tevreden",
    "effects": "effecten",
    "costs": "kosten",
    "contributions": "bijdrage",
}


class OutcomeForm(PageForm):
    """What the monitor counts of a case when it ends; everything can stay open until then."""

    why = {
        "hours": "Alle uren van het hele team bij elkaar, ook die van de experts. Een schatting is goed.",
        "at_table": "Aan tafel zitten helpt het meest. Daarom tellen we het.",
    }

    at_table = forms.ChoiceField(label="Wie zat er aan tafel?", required=False, widget=RadioPills)
    hours = forms.DecimalField(
        label="Uren van het team", required=False, min_value=0, max_digits=6, decimal_places=2, localize=True,
        help_text="Bijvoorbeeld 12 of 12,5", widget=forms.TextInput(attrs={"inputmode": "decimal", "size": "8"}),
        error_messages={"invalid": "Schrijf de uren als getal, bijvoorbeeld 12,5.",
                        "min_value": "Uren kunnen niet minder dan nul zijn."},
    )  # fmt: skip
    satisfaction_family = forms.ChoiceField(required=False, widget=RadioPills)
    satisfaction_professionals = forms.ChoiceField(
        label="Hoe tevreden zijn de hulpverleners?", required=False, widget=RadioPills
    )
    effects = forms.MultipleChoiceField(
        label="Wat is voorkomen of bereikt?", required=False, widget=CheckChips
    )
    costs = forms.ChoiceField(label="De kosten van de hulp worden", required=False, widget=RadioPills)
    contributions = forms.MultipleChoiceField(label="Wat droeg eraan bij?", required=False, widget=CheckChips)
    closed_on = DutchDateField(label="Afgesloten op", required=False, future=False)

    def __init__(self, *args: Any, closure: Closure, name: str, referred_on: date, **kwargs: Any) -> None:
        self.referred_on = referred_on
        kwargs.setdefault("initial", asdict(known(closure)))
        super().__init__(*args, **kwargs)
        self.fields["satisfaction_family"].label = f"Hoe tevreden zijn {name} en de ouders?"
        for field, question in QUESTIONS.items():
            offer(self, field, question)

    def blocks(self) -> list[Any]:
        return [
            Block("Tijdens de casus", "Dit kun je al invullen terwijl de casus loopt.", "at_table", "hours"),
            Block("Hoe kijken mensen terug?", "", "satisfaction_family", "satisfaction_professionals"),
            Block("Wat kwam ervan?", "", "effects", "costs", "contributions"),
            Block(
                "Afsluiten",
                "Met een datum is de casus afgesloten. Heropenen kan altijd, met een reden.",
                "closed_on",
            ),
        ]

    def clean_closed_on(self) -> date | None:
        day: date | None = self.cleaned_data["closed_on"]
        if day and day < self.referred_on:
            raise forms.ValidationError(
                f"Dit is voor de aanmelding op {long_date(self.referred_on)}.", code="early"
            )
        return day

    def say_still_open(self, ends: list[OpenEnd]) -> None:
        """The case cannot be closed yet: say so at the date."""
        what = "staat nog één ding" if len(ends) == 1 else f"staan nog {len(ends)} dingen"
        self.add_error("closed_on", f"Er {what} open. Beslis daar eerst over, bovenaan deze pagina.")

    def outcome(self) -> Outcome:
        """What was typed, for the action."""
        return Outcome(**self.cleaned_data)


def known(closure: Closure) -> Outcome:
    """What is known of the end of a case so far."""
    return Outcome(**{field.name: getattr(closure, field.name) for field in fields(Outcome)})


class ReopenForm(PageForm):
    """Why a closed case is opened again."""

    reason = forms.CharField(label="Waarom heropen je deze casus?", max_length=500)
