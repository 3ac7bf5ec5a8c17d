"""Forms of the follow-up."""

from dataclasses import fields
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from cases.choices.offering import offer
from cases.followup.models import FollowUp
from expertteam.ui.dates import long_date
from expertteam.ui.forms import Columns, DutchDateField, PageForm, RadioPills, Voice

from .actions import FollowUpData


class FollowUpForm(PageForm):
    """Was the advice followed, why not, and how is it now?"""

    why = {
        "how_now": "Het gaat niet om ons advies, maar om hoe het met iemand gaat. Daarom eerst die woorden."
    }

    how_now = forms.CharField(max_length=2000, required=False, widget=forms.Textarea)
    told_by = forms.CharField(label="Wie vertelde dit?", max_length=200, required=False)
    followed = forms.ChoiceField(label="Is het advies gevolgd?", widget=RadioPills)
    why_not = forms.CharField(
        label="Wat is niet gelukt, en waarom?", max_length=1000, required=False,
        widget=forms.Textarea(attrs={"rows": 3}), help_text="Nodig als het advies deels of niet gevolgd is",
    )  # fmt: skip
    done_on = DutchDateField(label="Gevraagd op", future=False)

    def __init__(self, *args: Any, followup: FollowUp, name: str, **kwargs: Any) -> None:
        self.begins_on = followup.begins_on
        known = {one.name: getattr(followup, one.name) for one in fields(FollowUpData)}
        start = {
            **known,
            "done_on": followup.done_on or timezone.localdate(),
            "told_by": followup.told_by or name,
        }
        kwargs.setdefault("initial", start)
        super().__init__(*args, **kwargs)
        self.fields["how_now"].label = f"Hoe gaat het nu? In de woorden van {name}"
        offer(self, "followed", "advies_gevolgd")

    def blocks(self) -> list[Any]:
        return [Voice("jeugdige", "how_now", "told_by"), "followed", "why_not", Columns("done_on")]

    def clean_done_on(self) -> date:
        day: date = self.cleaned_data["done_on"]
        if day < self.begins_on:
            raise forms.ValidationError(
                f"Dit is voor het advies van {long_date(self.begins_on)}.", code="early"
            )
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("followed") in ("deels", "nee") and not cleaned.get("why_not"):
            self.add_error("why_not", "Schrijf kort op wat niet lukte en waarom. Daar leren we van.")
        return cleaned

    def data_given(self) -> FollowUpData:
        """What was typed, for the action."""
        return FollowUpData(**self.cleaned_data)


class ReasonForm(PageForm):
    """Why something is left out."""

    reason = forms.CharField(label="Waarom slaan we dit over?", max_length=300)


class BeginForm(PageForm):
    """From which day the follow-up counts."""

    begins_on = DutchDateField(
        label="Wanneer is het advies gegeven?", future=False,
        help_text="We vragen het na 2, 3, 6 en 12 maanden",
    )  # fmt: skip

    def __init__(self, *args: Any, referred_on: date, **kwargs: Any) -> None:
        self.referred_on = referred_on
        super().__init__(*args, **kwargs)

    def clean_begins_on(self) -> date:
        day: date = self.cleaned_data["begins_on"]
        if day < self.referred_on:
            text = f"Dit is voor de aanmelding op {long_date(self.referred_on)}."
            raise forms.ValidationError(text, code="early")
        return day
