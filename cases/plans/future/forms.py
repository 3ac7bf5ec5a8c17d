"""Forms of the toekomstplan."""

from dataclasses import fields
from typing import Any

from django import forms

from cases.choices.offering import offer
from cases.plans.models import FuturePlan, FuturePlanStep, StepStatus
from expertteam.ui.forms import CheckChips, Columns, DutchDateField, PageForm, RadioPills

from .actions import PlanData, StepData


class PlanForm(PageForm):
    """How somebody wants to live later, who stays, and which help comes after 18."""

    why = {"staying": "Wie na de achttiende verjaardag blijft, is vaak belangrijker dan welke hulp er komt."}

    wish = forms.CharField(max_length=2000, required=False, widget=forms.Textarea)
    staying = forms.CharField(
        label="Wie blijft, ook na 18?", max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}), help_text="Namen, en hoe vaak zij er zijn",
    )  # fmt: skip
    help_after = forms.MultipleChoiceField(
        label="Welke hulp komt er na 18?", required=False, widget=CheckChips
    )

    def __init__(self, *args: Any, plan: FuturePlan, name: str, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {one.name: getattr(plan, one.name) for one in fields(PlanData)})
        super().__init__(*args, **kwargs)
        self.fields["wish"].label = f"Hoe wil {name} later leven?"
        offer(self, "help_after", "hulp_na_18")

    def data_given(self) -> PlanData:
        """What was typed, for the action."""
        return PlanData(**self.cleaned_data)


NEEDS_RESULT = {
    StepStatus.DROPPED.value: "Schrijf waarom deze stap niet nodig is.",
    StepStatus.HANDED_OVER.value: "Schrijf wie ermee verdergaat.",
}


class NewStepForm(PageForm):
    """One more thing to arrange."""

    area = forms.ChoiceField(label="Waar gaat het over?")
    text = forms.CharField(label="Wat moet er geregeld zijn?", max_length=500)
    owner_name = forms.CharField(label="Wie doet het?", max_length=200, required=False)
    due_on = DutchDateField(label="Voor wanneer?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "area", "toekomst_gebied", "Kies een gebied")

    def blocks(self) -> list[Any]:
        return ["text", Columns("area", "owner_name", "due_on")]

    def data_given(self) -> StepData:
        """What was typed, for the action."""
        return StepData(**self.cleaned_data)


class StepForm(NewStepForm):
    """The same, with how it stands and what came of it."""

    status = forms.ChoiceField(label="Hoe staat het?", choices=StepStatus.choices, widget=RadioPills)
    result = forms.CharField(
        label="Wat kwam ervan?", max_length=500, required=False,
        help_text="Niet nodig? Schrijf waarom. Overgedragen? Schrijf aan wie.",
    )  # fmt: skip

    def __init__(self, *args: Any, step: FuturePlanStep, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {one.name: getattr(step, one.name) for one in fields(StepData)})
        super().__init__(*args, **kwargs)

    def blocks(self) -> list[Any]:
        return [*super().blocks(), "status", "result"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("result") and (text := NEEDS_RESULT.get(cleaned.get("status", ""))):
            self.add_error("result", text)
        return cleaned


class HandOverForm(PageForm):
    """Who goes on with the steps that are still open."""

    to = forms.CharField(
        label="Wie gaat verder met de open stappen?", max_length=200, help_text="Een naam en een organisatie"
    )
