"""Forms for agreements."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django import forms

from cases.casefile.over import why_not
from expertteam.access.person import Person
from expertteam.ui.dates import DateError
from expertteam.ui.forms import Block, Columns, DutchDateField, PageForm, RadioPills

from .actions import ActionData, known
from .line import LineError, understand
from .models import Action, ActionStatus, Series
from .owners import Owner, owner_named

NAMES = "wie-lijst"
"""Id of the list of known names beside the field «wie»; the page writes it."""


class LineForm(forms.Form):
    """An agreement in one line."""

    line = forms.CharField(
        label="Wie doet wat, wanneer?", max_length=500,
        error_messages={"required": "Schrijf wie wat doet, bijvoorbeeld ‘Gea belt school, vrijdag’."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "form-control", "spellcheck": "true"}),
    )  # fmt: skip

    def __init__(self, *args: Any, owners: Sequence[Owner], by: Person, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.owners, self.by, self.today = owners, by, today
        self.data_given: ActionData | None = None

    def clean_line(self) -> str:
        typed: str = self.cleaned_data["line"]
        try:
            line = understand(typed, today=self.today, names=[owner.name for owner in self.owners])
            owner = owner_named(line.who, self.owners, self.by)
        except (LineError, DateError) as said:
            raise forms.ValidationError(str(said), code="unclear") from said
        self.data_given = ActionData(
            line.what, owner.name, line.due_on, owner_user_id=owner.user_id,
            owner_participant_id=owner.participant_id, owner_organisation=owner.organisation,
        )  # fmt: skip
        return typed


class NewActionForm(PageForm):
    """Who does what, by when; how they are reminded and who hears of it when it stays open."""

    why = {
        "owner_email": "Iemand van buiten het team krijgt een mail met een link, en kan daar antwoorden. "
        "In de mail zelf staat niet waar het over gaat.",
        "manager_name": "Blijft een actie van een organisatie liggen, dan hoort deze leidinggevende dat één keer.",
    }

    text = forms.CharField(label="Wat", max_length=500)
    owner_name = forms.CharField(
        label="Wie", max_length=200, help_text="Een collega, iemand rond de jongere, of een andere naam.",
        widget=forms.TextInput(attrs={"list": NAMES, "autocomplete": "off"}),
    )  # fmt: skip
    due_on = DutchDateField(label="Voor wanneer", required=False)
    owner_organisation = forms.CharField(label="Organisatie", max_length=200, required=False)
    owner_email = forms.EmailField(label="E-mailadres", required=False)
    reminders = forms.ChoiceField(
        label="Herinneringen per mail", choices=Series.choices, required=False, initial=Series.TEAM,
        widget=RadioPills(blank_label=None),
    )  # fmt: skip
    manager_name = forms.CharField(label="Naam van de leidinggevende", max_length=200, required=False)
    manager_organisation = forms.CharField(
        label="Organisatie van de leidinggevende", max_length=200, required=False
    )
    manager_email = forms.EmailField(label="E-mailadres van de leidinggevende", required=False)

    def __init__(self, *args: Any, owners: Sequence[Owner], by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owners, self.by = owners, by
        self.owner: Owner | None = None
        self.standing: int | None = None
        self.stranger = ""

    def blocks(self) -> list[Any]:
        return [
            "text",
            Columns("owner_name", "due_on"),
            "reminders",
            Block(
                "Is het iemand van buiten het team?",
                "Een collega krijgt mail op het eigen adres; iemand van Mensen op het adres dat daar staat.",
                Columns("owner_organisation", "owner_email"),
            ),
            Block(
                "Aan wie leggen we het voor als het blijft liggen?",
                "Alleen voor een actie van een organisatie. Vul een leidinggevende in, of laat het leeg.",
                Columns("manager_name", "manager_organisation"),
                "manager_email",
            ),
        ]

    def clean_owner_name(self) -> str:
        if self.stranger and self.cleaned_data["owner_name"] == self.stranger:
            self.owner = Owner(self.stranger)
            return self.stranger
        try:
            self.owner = owner_named(self.cleaned_data["owner_name"], self.owners, self.by, self.standing)
        except LineError as said:
            raise forms.ValidationError(str(said), code="unclear") from said
        return self.owner.name

    def clean_reminders(self) -> str:
        return self.cleaned_data["reminders"] or Series.TEAM

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if (cleaned.get("manager_email") or cleaned.get("manager_organisation")) and not cleaned.get(
            "manager_name"
        ):
            self.add_error("manager_name", "Vul ook de naam van de leidinggevende in.")
        return cleaned

    def data_given(self) -> ActionData:
        """What was typed, for the action: whoever is known here is kept by who they are."""
        typed = dict(self.cleaned_data)
        owner = self.owner or Owner(typed["owner_name"])
        typed |= {"owner_user_id": owner.user_id, "owner_participant_id": owner.participant_id}
        typed["owner_organisation"] = typed["owner_organisation"] or owner.organisation
        if owner.user_id:
            typed |= {"owner_email": "", "owner_organisation": ""}
        return ActionData(**typed)


class ActionForm(NewActionForm):
    """The same, with how it stands and what came of it."""

    status = forms.ChoiceField(label="Hoe staat het?", choices=ActionStatus.choices, widget=RadioPills)
    result = forms.CharField(label="Wat kwam ervan?", max_length=500, required=False)

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        kwargs.setdefault("initial", asdict(known(action)))
        super().__init__(*args, **kwargs)
        self.standing = action.owner_user_id
        # Somebody from outside keeps their name, whoever in the team is called so.
        known_here = action.owner_user_id or action.owner_participant_id
        self.stranger = "" if known_here else action.owner_name
        self.action = action

    def clean_status(self) -> str:
        status: str = self.cleaned_data["status"]
        again = status == ActionStatus.OPEN != self.action.status
        if again and (said := why_not(self.action.case)):
            raise forms.ValidationError(said, code="over")
        return status

    def blocks(self) -> list[Any]:
        what, who, *more = super().blocks()
        return [what, who, "status", "result", *more]


class SnoozeForm(forms.Form):
    """In how many days to ask again, and why not now."""

    days = forms.TypedChoiceField(
        coerce=int, choices=[(7, "over een week"), (14, "over twee weken"), (28, "over vier weken")]
    )
    reason = forms.CharField(max_length=300, required=False)
