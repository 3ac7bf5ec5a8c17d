"""Forms about somebody around the young person."""

from dataclasses import asdict
from typing import Any

from crispy_forms.layout import Div
from django import forms

from cases.choices.offering import offer
from expertteam.ui.forms import Block, CheckChips, Columns, DutchDateField, PageForm, RadioPills, page_helper

from .actions import COLUMNS, ParticipantData, given
from .models import CHILD, DIRECTOR, Participant, YesNo
from .secrets import SECRETS

YES_NO = [(YesNo.YES.value, "Ja"), (YesNo.NO.value, "Nee")]
NOT_YET = "Nog niet bekend"
SECRET_HELP = "Er staat hier een geheim gegeven. Laat dit leeg om het zo te laten."  # nosec B105
COPIED = ("name", "organisation", "phone", "email", "address", "phone_secret", "address_secret")


class ParticipantForm(PageForm):
    """Name, role, authority, how to reach them, the table, and since when."""

    why = {
        "parental_authority": "Wie gezag heeft, geeft tot 16 jaar toestemming. Daarom staat het bij elke ouder.",
        "address_secret": "Sommige mensen moeten onvindbaar blijven, bijvoorbeeld na geweld. Een geheim gegeven is "  # nosec B105
        "overal afgedekt. Laten zien kan met een reden, en wordt bijgehouden.",
        "ended_on": "Wie niet meer betrokken is, blijft als eerdere staan. Toestemming vragen we dan niet meer.",
    }

    name = forms.CharField(label="Naam", max_length=200)
    role = forms.ChoiceField(label="Rol")
    takes_over = forms.BooleanField(required=False)
    parental_authority = forms.ChoiceField(
        label="Heeft gezag", required=False, widget=RadioPills(blank_label="Niet ingevuld")
    )
    speaks_for = forms.MultipleChoiceField(
        label="Spreekt namens", required=False, widget=CheckChips,
        help_text="Alleen bij een woordvoerder, of een ander die voor iemand het woord doet.",
    )  # fmt: skip
    organisation = forms.CharField(label="Organisatie", max_length=200, required=False)
    phone = forms.CharField(label="Telefoon", max_length=40, required=False)
    phone_secret = forms.BooleanField(label="Dit nummer is geheim", required=False)
    phone_forget = forms.BooleanField(label="Het geheime nummer weghalen", required=False)
    email = forms.EmailField(label="E-mailadres", required=False)
    address = forms.CharField(label="Adres", max_length=300, required=False)
    address_secret = forms.BooleanField(label="Dit adres is geheim", required=False)
    address_forget = forms.BooleanField(label="Het geheime adres weghalen", required=False)
    elsewhere = forms.BooleanField(required=False)
    invited = forms.ChoiceField(
        label="Uitgenodigd", choices=YES_NO, required=False, widget=RadioPills(blank_label=NOT_YET)
    )
    at_table = forms.ChoiceField(
        label="Aan tafel", choices=YES_NO, required=False, widget=RadioPills(blank_label=NOT_YET)
    )
    table_reason = forms.CharField(
        label="Waarom niet, of hoe dan wel", max_length=300, required=False,
        help_text="Bijvoorbeeld: durft niet, oma vertelt wat zij wil.",
    )  # fmt: skip
    started_on = DutchDateField(label="Betrokken sinds", required=False, future=False)
    ended_on = DutchDateField(label="Niet meer betrokken sinds", required=False, future=False)

    def __init__(
        self,
        data: Any = None,
        *,
        people: list[Participant],
        participant: Participant | None = None,
        elsewhere: list[Participant] | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        self.participant, self.people = participant, people
        stored = asdict(given(participant)) if participant else {}
        super().__init__(data, initial={**stored, **(initial or {})})
        offer(self, "role", "rol", "Kies een rol")
        offer(self, "parental_authority", "gezag")
        self.offer_people()
        self.say_what_is_secret()
        self.settle_child()
        self.offer_elsewhere(elsewhere or [])
        self.helper = page_helper(*self.blocks())

    @property
    def director(self) -> Participant | None:
        """The casusregisseur, when that is somebody else."""
        others = (one for one in self.people if one.is_current and one.role == DIRECTOR)
        return next((one for one in others if one != self.participant), None)

    def offer_people(self) -> None:
        """For whom somebody can speak, each once; and who is casusregisseur now."""
        own = self.participant.person_key if self.participant else None
        chosen = set(self.initial.get("speaks_for") or ())
        others = [
            one for one in self.people if one.person_key != own and (one.is_current or one.pk in chosen)
        ]
        once: dict[object, Participant] = {}
        for one in sorted(others, key=lambda other: (other.pk not in chosen, other.pk)):
            once.setdefault(one.person_key, one)
        options = [(str(one.pk), one.name) for one in sorted(once.values(), key=lambda other: other.pk)]
        self.fields["speaks_for"].choices = options  # type: ignore[attr-defined]
        self.initial["speaks_for"] = [str(pk) for pk in chosen]
        if self.director:
            self.fields["takes_over"].label = f"Neemt het als casusregisseur over van {self.director.name}"

    def offer_elsewhere(self, rows: list[Participant]) -> None:
        """Somebody in other cases can be changed there in one go."""
        numbers = list(dict.fromkeys(one.case.number for one in rows))
        if numbers:
            self.fields["elsewhere"].label = f"Dit ook bijwerken in {', '.join(numbers)}"
        else:
            del self.fields["elsewhere"]

    def say_what_is_secret(self) -> None:
        """A field of which the value is secret stays empty and says so."""
        for name, flag in SECRETS.items():
            hidden = bool(self.participant and getattr(self.participant, flag))
            if hidden:
                self.fields[name].help_text = SECRET_HELP
            else:
                del self.fields[f"{name}_forget"]

    def settle_child(self) -> None:
        """The name of the young person comes from the aanmelding; there is one, who does not leave."""
        if self.participant and self.participant.role == CHILD:
            for name in ("name", "role"):
                self.fields[name].disabled = True
            self.fields["name"].help_text = "De naam wijzig je bij Aanmelding. Hier verandert hij dan mee."
            del self.fields["ended_on"]
        elif any(one.role == CHILD for one in self.people):
            role = self.fields["role"]
            role.choices = [pair for pair in role.choices if pair[0] != CHILD]  # type: ignore[attr-defined]

    def blocks(self) -> list[Any]:
        return [
            Columns("name", "role"),
            *self.only("takes_over" if self.director else "", "parental_authority"),
            *self.only("speaks_for" if self.fields["speaks_for"].choices else ""),  # type: ignore[attr-defined]
            Block(
                "Hoe bereik je diegene?", "", "organisation",
                Columns(Div("phone", *self.only("phone_secret", "phone_forget")), "email"),
                "address", *self.only("address_secret", "address_forget", "elsewhere"),
            ),
            Block("Aan tafel", "", Columns("invited", "at_table"), "table_reason"),
            Block("Hoe lang", "", Columns(*self.only("started_on", "ended_on"))),
        ]  # fmt: skip

    def only(self, *names: str) -> list[str]:
        """Those of these fields the form has."""
        return [name for name in names if name in self.fields]

    def clean_name(self) -> str:
        return " ".join(str(self.cleaned_data["name"]).split())

    def clean(self) -> dict[str, Any]:
        """What was secret is shown by nobody who only takes a tick away; who leaves does so after they came."""
        cleaned: dict[str, Any] = super().clean() or {}
        for name, flag in SECRETS.items():
            was = bool(self.participant and getattr(self.participant, flag))
            if was and not cleaned.get(flag) and not cleaned.get(name) and not cleaned.get(f"{name}_forget"):
                self.add_error(
                    name, "Dit was geheim. Typ het opnieuw als iedereen het mag zien, of haal het weg."
                )
        start, stop = cleaned.get("started_on"), cleaned.get("ended_on")
        if start and stop and stop < start:
            self.add_error("ended_on", "Deze dag ligt voor ‘Betrokken sinds’.")
        return cleaned

    def data_given(self) -> ParticipantData:
        """What was typed, for the action."""
        values = {name: self.cleaned_data[name] for name in COLUMNS if name in self.cleaned_data}
        forget = frozenset(name for name in SECRETS if self.cleaned_data.get(f"{name}_forget"))
        speaks_for = frozenset(int(pk) for pk in self.cleaned_data.get("speaks_for", ()))
        return ParticipantData(**values, speaks_for=speaks_for, forget=forget)


def copied_from(known: Participant) -> dict[str, Any]:
    """What is filled in of somebody who is known: never what is secret, and not the authority (that is per child)."""
    role = "" if known.role in (CHILD, DIRECTOR) else known.role
    return {**{name: getattr(known, name) for name in COPIED}, "role": role}


class ReasonForm(forms.Form):
    """Why somebody has to see what is secret."""

    reason = forms.CharField(
        max_length=500, min_length=5,
        error_messages={
            "required": "Schrijf op waarom je dit moet zien.", "min_length": "Schrijf iets meer op: waarom nu?",
        },
    )  # fmt: skip
