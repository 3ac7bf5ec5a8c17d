"""Forms about a binding advice."""

from dataclasses import fields
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from cases.plans.models import AdviceExplanation, BindingAdvice
from expertteam.ui.forms import Columns, DutchDateField, PageForm, RadioPills

from .actions import BindingData, ExplanationData

YES, NO = "ja", "nee"


class BindingForm(PageForm):
    """Whether the advice binds, as agreed beforehand."""

    why = {
        "is_binding": "In sommige regio’s spreken gemeente en aanbieders vooraf af dat zij het advies volgen. "
        "Leg dat vast voordat het advies er is."
    }

    is_binding = forms.ChoiceField(
        label="Is het advies bindend?",
        choices=[(YES, "Ja, het advies wordt gevolgd"), (NO, "Nee, het advies is een advies")],
        widget=RadioPills,
    )
    agreed_with = forms.CharField(
        label="Met wie is dat afgesproken?", max_length=300,
        help_text="Namen en organisaties, bijvoorbeeld de gemeente en de aanbieder",
    )  # fmt: skip
    agreed_on = DutchDateField(label="Afgesproken op", future=False)
    note = forms.CharField(
        label="Toelichting", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, agreed: BindingAdvice | None = None, **kwargs: Any) -> None:
        if agreed:
            values = {one.name: getattr(agreed, one.name) for one in fields(BindingData)}
            kwargs.setdefault("initial", {**values, "is_binding": YES if agreed.is_binding else NO})
        super().__init__(*args, **kwargs)

    def blocks(self) -> list[Any]:
        return ["is_binding", Columns("agreed_with", "agreed_on"), "note"]

    def data_given(self) -> BindingData:
        """What was typed, for the action."""
        return BindingData(**{**self.cleaned_data, "is_binding": self.cleaned_data["is_binding"] == YES})


class ExplanationForm(PageForm):
    """Who asked for an explanation, and what was explained."""

    asked_by = forms.CharField(
        label="Wie vroeg om uitleg?", max_length=200, help_text="Een naam en een organisatie"
    )
    asked_on = DutchDateField(label="Gevraagd op", future=False)
    explained_on = DutchDateField(
        label="Uitgelegd op", required=False, future=False, help_text="Leeg als het nog moet gebeuren"
    )
    text = forms.CharField(
        label="Wat is uitgelegd?", max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, explanation: AdviceExplanation | None = None, **kwargs: Any) -> None:
        names = [one.name for one in fields(ExplanationData)]
        known = {name: getattr(explanation, name) for name in names} if explanation else {}
        kwargs.setdefault("initial", known or {"asked_on": timezone.localdate()})
        super().__init__(*args, **kwargs)

    def blocks(self) -> list[Any]:
        return [Columns("asked_by", "asked_on"), "text", Columns("explained_on")]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        asked: date | None = cleaned.get("asked_on")
        given: date | None = cleaned.get("explained_on")
        if "explained_on" not in self.errors:
            if cleaned.get("text") and not given:
                self.add_error("explained_on", "Vul in wanneer dit is uitgelegd.")
            if given and not cleaned.get("text"):
                self.add_error("text", "Schrijf kort op wat is uitgelegd.")
            if asked and given and given < asked:
                self.add_error("explained_on", "Dit is voor de vraag. Kijk beide datums nog eens na.")
        return cleaned

    def data_given(self) -> ExplanationData:
        """What was typed, for the action."""
        return ExplanationData(**self.cleaned_data)
