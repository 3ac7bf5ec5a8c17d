"""Forms for providers and their places."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crispy_forms.layout import LayoutObject
from django import forms
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from cases.choices.offering import offer
from cases.choices.queries import labels
from expertteam.accounts.models import Team
from expertteam.ui.forms import Block, CheckChips, Columns, RadioPills
from expertteam.ui.versioned import VersionedForm

from .actions import PlaceData, ProviderData, known
from .models import OLDEST, Place, Provider

YES, NO = "ja", "nee"
BOTH = "Dit staat bij allebei. Kies één van de twee: {}."


def one_line(text: str) -> str:
    return " ".join(text.split())


def chips(label: str, **more: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, required=False, widget=CheckChips, **more)


class ProviderForm(VersionedForm):
    """A provider: what it is called and how to reach it."""

    name = forms.CharField(label="Naam van de aanbieder", max_length=200)
    phone = forms.CharField(label="Telefoon", max_length=40, required=False)
    email = forms.EmailField(label="E-mailadres", required=False)
    note = forms.CharField(
        label="Goed om te weten",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text="Over de organisatie. Schrijf hier niets over een jongere.",
    )

    def __init__(self, *args: Any, provider: Provider | None = None, **kwargs: Any) -> None:
        if provider:
            kwargs.setdefault("initial", {**known(provider, ProviderData), "version": provider.version})
        super().__init__(*args, **kwargs)

    def blocks(self) -> list[Any]:
        return ["name", Columns("phone", "email"), "note", "version"]

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])

    def data_given(self) -> ProviderData:
        """What was typed, for the action."""
        return ProviderData(**{name: self.cleaned_data[name] for name in ProviderData.__dataclass_fields__})


@dataclass(frozen=True)
class ClimateRow:
    """One line of the climate: is it there, and how they do it."""

    name: str
    offered: BoundField
    words: BoundField


class ClimateRows(LayoutObject):
    """The climate, a line for every code."""

    def render(self, form: Any, context: Any, template_pack: Any = None, **kwargs: Any) -> SafeString:
        return render_to_string("cases/providers/climate_rows.html", {"rows": form.climate_rows()})


class PlaceForm(VersionedForm):
    """What a place really offers. What nobody asked stays open, and is shown as unknown."""

    why = {
        "says_excludes": "Wat een aanbieder zegt en wat er gebeurt, is niet altijd hetzelfde. Wie dat verschil kent, "
        "weet waar bellen zin heeft. Het zegt iets over de plek, nooit over een jongere.",
        "conditions": "Een plek houdt het vol als de begeleiders het volhouden.",
    }

    name = forms.CharField(label="Naam van de plek", max_length=200)
    stay = forms.ChoiceField(label="Soort plek")
    municipality = forms.ChoiceField(label="Gemeente", required=False)
    town = forms.CharField(label="Plaatsnaam", max_length=100, required=False)
    age_from = forms.IntegerField(label="Vanaf leeftijd", min_value=0, max_value=OLDEST, required=False)
    age_to = forms.IntegerField(label="Tot en met leeftijd", min_value=0, max_value=OLDEST, required=False)
    waiting_weeks = forms.IntegerField(
        label="Wachttijd in weken",
        min_value=0,
        max_value=520,
        required=False,
        help_text="0 is geen wachttijd.",
    )
    conditions = chips("Wat hebben de begeleiders?")
    conditions_missing = chips("Wat hebben ze niet?")
    says_excludes = chips("Wat sluiten ze uit, volgens henzelf?")
    does_exclude = chips("Wat sluiten ze in de praktijk uit?")
    does_accept = chips("Wie is in de praktijk toch welkom?")
    exclusion_words = forms.CharField(label="Hoe zit dat?", max_length=500, required=False)
    contact_name = forms.CharField(label="Wie bel je?", max_length=200, required=False)
    contact_phone = forms.CharField(label="Telefoon", max_length=40, required=False)
    contact_email = forms.EmailField(label="E-mailadres", required=False)
    note = forms.CharField(
        label="Goed om te weten", max_length=2000, required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text="Over de plek. Schrijf hier niets over een jongere.",
    )  # fmt: skip

    def __init__(self, *args: Any, team: Team, place: Place | None = None, **kwargs: Any) -> None:
        if place:
            kwargs.setdefault("initial", initial_of(place))
        self.base_fields = {**self.base_fields, **climate_fields()}  # type: ignore[misc]
        super().__init__(*args, **kwargs)
        offer(self, "stay", "verblijf", "Kies een soort")
        offer(self, "municipality", "gemeente", "Buiten onze gemeenten, of onbekend")
        near = {"", *team.municipalities, self.initial.get("municipality", "")}
        town: Any = self.fields["municipality"]
        town.choices = [pair for pair in town.choices if pair[0] in near]
        for name in ("conditions", "conditions_missing"):
            offer(self, name, "werkcondities")
        for name in ("says_excludes", "does_exclude", "does_accept"):
            offer(self, name, "uitsluiting")

    def blocks(self) -> list[Any]:
        return [
            Block("De plek", "", Columns("name", "stay"), Columns("town", "municipality"),
                  Columns("age_from", "age_to", "waiting_weeks")),
            Block("Het klimaat", "Wat is er echt, en hoe doen ze dat? Wat je niet vroeg, laat je open.", ClimateRows()),
            Block("De begeleiders", "", "conditions", "conditions_missing"),
            Block("Uitsluiten", "", "says_excludes", "does_exclude", "does_accept", "exclusion_words"),
            Block("Contact", "", "contact_name", Columns("contact_phone", "contact_email"), "note"),
            "version",
        ]  # fmt: skip

    def climate_rows(self) -> Iterator[ClimateRow]:
        """The lines of the climate, in the order of the answers."""
        for code, name in labels("klimaat").items():
            yield ClimateRow(name, self[f"climate_{code}"], self[f"words_{code}"])

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        low, high = found.get("age_from"), found.get("age_to")
        if low is not None and high is not None and low > high:
            self.add_error("age_to", "De hoogste leeftijd ligt onder de laagste. Draai ze om.")
        self.not_both("conditions", "conditions_missing", "werkcondities")
        self.not_both("does_exclude", "does_accept", "uitsluiting")
        return found

    def not_both(self, first: str, second: str, question: str) -> None:
        """The same answer in two fields that say the opposite is a mistake."""
        found = self.cleaned_data
        twice = set(found.get(first, ())) & set(found.get(second, ()))
        if twice:
            names = [name for code, name in labels(question).items() if code in twice]
            self.add_error(second, BOTH.format(", ".join(names)))

    def data_given(self) -> PlaceData:
        """What was typed, for the action."""
        found = self.cleaned_data
        said = {code: found[f"climate_{code}"] for code in labels("klimaat")}
        words = {code: one_line(found[f"words_{code}"]) for code in labels("klimaat")}
        plain = {name: found[name] for name in PlaceData.__dataclass_fields__ if name in self.fields}
        return PlaceData(
            **plain,
            climate_yes=[code for code, answer in said.items() if answer == YES],
            climate_no=[code for code, answer in said.items() if answer == NO],
            climate_words={code: text for code, text in words.items() if text},
        )


def climate_fields() -> dict[str, forms.Field]:
    """Two fields for every code of the climate."""
    made: dict[str, forms.Field] = {}
    for code, name in labels("klimaat").items():
        made[f"climate_{code}"] = forms.ChoiceField(
            label=name, required=False, choices=[("", "---------"), (YES, "Ja"), (NO, "Nee")],
            widget=RadioPills(blank_label="Niet gevraagd"),
        )  # fmt: skip
        made[f"words_{code}"] = forms.CharField(
            label=f"{name}: hoe doen ze dat?", required=False, max_length=200
        )
    return made


def initial_of(place: Place) -> dict[str, Any]:
    """What is known of a place, as the form shows it."""
    shown = {**known(place, PlaceData), "version": place.version}
    for code in labels("klimaat"):
        answer = YES if code in place.climate_yes else NO if code in place.climate_no else ""
        shown |= {f"climate_{code}": answer, f"words_{code}": place.climate_words.get(code, "")}
    return shown
