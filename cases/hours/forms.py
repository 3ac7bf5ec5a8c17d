"""Hours in one line."""

from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases.team.members import colleagues
from expertteam.accounts.models import Team, User
from expertteam.ui.dates import long_date
from expertteam.ui.forms import Columns, DutchDateField, PageForm

from .models import HourEntry
from .parsing import HoursError, Worked, parse_hours
from .queries import in_words

LONGEST_WHAT = 200


def read_line(line: str) -> Worked:
    """What a line says; ValidationError says in Dutch what to do."""
    try:
        worked = parse_hours(line, today=timezone.localdate())
    except HoursError as wrong:
        raise ValidationError(str(wrong), code="invalid") from wrong
    if len(worked.what) > LONGEST_WHAT:
        raise ValidationError(f"Houd het bij {LONGEST_WHAT} tekens: een paar woorden is genoeg.", code="long")
    return worked


class HoursForm(PageForm):
    """One line; the procesregisseur says whose hours they are."""

    line = forms.CharField(
        label="Hoe lang, wanneer, en wat?", max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="Bijvoorbeeld: 1,5 u vandaag gesprek met school · ma 45 min bellen · 2u 3-11 verslag",
    )  # fmt: skip
    user: "forms.ModelChoiceField[User]" = forms.ModelChoiceField(
        User.objects.none(), label="Van wie?", empty_label=None
    )
    form_token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, team: Team, me: User, others: bool, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"user": me.pk, "form_token": uuid4()})
        self.others = others
        super().__init__(*args, **kwargs)
        if others:
            self.fields["user"].queryset = colleagues(team)  # type: ignore[attr-defined]
        else:
            del self.fields["user"]

    def blocks(self) -> list[Any]:
        return ["line", *(["user"] if self.others else []), "form_token"]

    def clean_line(self) -> Worked:
        return read_line(self.cleaned_data["line"])


class EntryForm(PageForm):
    """Correcting hours."""

    minutes = forms.CharField(
        label="Hoe lang?", max_length=30, help_text="Bijvoorbeeld: 1,5 u of 45 min",
        widget=forms.TextInput(attrs={"size": "12", "autocomplete": "off"}),
    )  # fmt: skip
    day = DutchDateField(label="Welke dag?", future=False)
    what = forms.CharField(label="Wat?", max_length=LONGEST_WHAT, required=False)

    def __init__(self, *args: Any, entry: HourEntry, **kwargs: Any) -> None:
        kwargs.setdefault(
            "initial", {"minutes": in_words(entry.minutes), "day": entry.day, "what": entry.what}
        )
        super().__init__(*args, **kwargs)

    def blocks(self) -> list[Any]:
        return [Columns("minutes", "day"), "what"]

    def clean_minutes(self) -> int:
        return read_line(self.cleaned_data["minutes"]).minutes

    def worked(self) -> Worked:
        """What was typed, for the action."""
        data = self.cleaned_data
        return Worked(data["minutes"], data["day"], data["what"])


def too_much(already: int, worked: Worked, whose: str) -> str:
    """That a day has 24 hours, in words."""
    return (
        f"Op {long_date(worked.day)} staat al {in_words(already)} op naam van {whose}. "
        "Samen wordt dat meer dan 24 uur."
    )
