"""Form for somebody around the young person."""

from dataclasses import asdict
from typing import Any

from django import forms

from cases.choices.offering import offer
from expertteam.ui.forms import Block, Columns, PageForm, RadioPills

from .actions import ParticipantData, given
from .models import Participant


class ParticipantForm(PageForm):
    """Name, role, authority and how to reach them."""

    why = {
        "parental_authority": "Wie gezag heeft, geeft tot 16 jaar toestemming. Daarom staat het bij elke ouder."
    }

    name = forms.CharField(label="Naam", max_length=200)
    role = forms.ChoiceField(label="Rol")
    parental_authority = forms.ChoiceField(
        label="Heeft gezag", required=False, widget=RadioPills(blank_label="Niet ingevuld")
    )
    organisation = forms.CharField(label="Organisatie", max_length=200, required=False)
    phone = forms.CharField(label="Telefoon", max_length=40, required=False)
    email = forms.EmailField(label="E-mailadres", required=False)

    field_order = ["name", "role", "parental_authority", "organisation", "phone", "email"]

    def __init__(self, *args: Any, participant: Participant | None = None, **kwargs: Any) -> None:
        if participant:
            kwargs.setdefault("initial", asdict(given(participant)))
        super().__init__(*args, **kwargs)
        offer(self, "role", "rol", "Kies een rol")
        offer(self, "parental_authority", "gezag")

    def blocks(self) -> list[Any]:
        return [
            Columns("name", "role"),
            "parental_authority",
            Block("Hoe bereik je diegene?", "", "organisation", Columns("phone", "email")),
        ]

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def data_given(self) -> ParticipantData:
        """What was typed, for the action."""
        return ParticipantData(
            **{name: self.cleaned_data[name] for name in ParticipantData.__dataclass_fields__}
        )
