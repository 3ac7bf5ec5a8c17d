"""Forms for agreements."""

from dataclasses import fields
from typing import Any

from django import forms

from expertteam.ui.forms import Columns, DutchDateField, PageForm, RadioPills

from .actions import ActionData
from .models import Action, ActionStatus


class NewActionForm(PageForm):
    """Who does what, by when."""

    text = forms.CharField(label="Wat", max_length=500)
    owner_name = forms.CharField(label="Wie", max_length=200)
    due_on = DutchDateField(label="Voor wanneer", required=False)

    def blocks(self) -> list[Any]:
        return ["text", Columns("owner_name", "due_on")]

    def data_given(self) -> ActionData:
        """What was typed, for the action."""
        return ActionData(**self.cleaned_data)


class ActionForm(NewActionForm):
    """The same, with how it stands and what came of it."""

    status = forms.ChoiceField(label="Hoe staat het?", choices=ActionStatus.choices, widget=RadioPills)
    result = forms.CharField(label="Wat kwam ervan?", max_length=500, required=False)

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        kwargs.setdefault(
            "initial", {field.name: getattr(action, field.name) for field in fields(ActionData)}
        )
        super().__init__(*args, **kwargs)

    def blocks(self) -> list[Any]:
        return [*super().blocks(), "status", "result"]
