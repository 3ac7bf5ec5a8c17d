"""The forms of the board: one per kind of piece, and one for the four questions about care."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import Model

from cases.choices.queries import label, selectable
from expertteam.accounts.models import Team
from expertteam.ui.forms import CheckChips, Columns, PageForm, RadioPills

from .fields import ManyLines, OneLine
from .graph import ElementKind, LinkKind
from .models import Advice, Element, Explanation
from .queries import COLUMNS, column_of

UNKNOWN = "Dit antwoord staat niet in de lijst. Kies er een die er wel in staat."
# A browser remembers what was typed in a field of this name, also in another case: it is told not to.
TYPED = {"dir": "auto", "autocomplete": "off"}
NO_CARD = "Dit kaartje is er niet meer. Kies een ander."


def kept(
    question: str, offered: list[tuple[str, str]], standing: str | Iterable[str]
) -> list[tuple[str, str]]:
    """The answers on offer, and those that stand already though nobody can choose them any more."""
    codes = [standing] if isinstance(standing, str) else list(standing)
    known = {code for code, _ in offered}
    return offered + [(code, label(question, code)) for code in codes if code and code not in known]


def grouped(cards: Sequence[Element]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The cards of a board as options, under the questions of their columns."""
    groups = [(c.title, [(str(one.pk), one.text) for one in cards if one.kind in c.kinds]) for c in COLUMNS]
    return [(title, found) for title, found in groups if found]


class BoardForm(PageForm):
    """A form for one piece, new or standing. `values()` are the keyword arguments of its action."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    form_token = forms.UUIDField(widget=forms.HiddenInput, required=False)
    first = ""

    def __init__(
        self,
        data: Any = None,
        *,
        part: Model | None = None,
        cards: Sequence[Element] = (),
        explanations: Sequence[Explanation] = (),
        team: Team | None = None,
        key: str,
        initial: dict[str, Any] | None = None,
    ) -> None:
        self.part, self.cards, self.team = part, cards, team
        self.explanations = explanations
        begin = {"version": getattr(part, "version", None), "form_token": uuid4() if part is None else None}
        if part is not None:
            begin |= {name: getattr(part, name) for name in self.base_fields if hasattr(part, name)}
        super().__init__(
            data, initial={**begin, **self.extra_initial(), **(initial or {})}, auto_id=f"{key}-%s"
        )
        self.fill_choices()
        self.fields[self.first].widget.attrs["data-first"] = ""

    def extra_initial(self) -> dict[str, Any]:
        """Values of a standing piece that are not plain fields."""
        return {}

    def fill_choices(self) -> None:
        """Put the answers and cards of this moment in the fields."""

    def ask(self, name: str, question: str, empty: str | None = None, only: list[str] | None = None) -> None:
        """Offer the answers to a question; `empty` is the words for no answer, `only` narrows to these codes."""
        found = kept(question, selectable(question, only=only, team=self.team), self.standing(name))
        self.choose(name, found if empty is None else [("", empty), *found])

    def choose(self, name: str, choices: Sequence[Any]) -> None:
        """The choices of one field."""
        self.fields[name].choices = choices  # type: ignore[attr-defined]
        self.fields[name].error_messages["invalid_choice"] = UNKNOWN

    def standing(self, name: str) -> Any:
        """What this field of the piece holds now."""
        return getattr(self.part, name, "") if self.part is not None else ""

    def values(self) -> dict[str, Any]:
        """What the action needs, without the version and the token."""
        apart = {"version", "form_token"}
        return {name: value for name, value in self.cleaned_data.items() if name not in apart}

    def rebase(self, version: int) -> None:
        """Go on from a newer version: what was typed stays, saving again is a choice."""
        data = self.data.copy()  # type: ignore[attr-defined]
        data[self.add_prefix("version")] = str(version)
        self.data = data

    def told(self, part: Model) -> list[tuple[str, str]]:
        """Label and words of every visible field as `part` has it."""
        rows = [(field, self.prepare(part, field.name)) for field in self.visible_fields()]
        return [(str(field.label), self._words(field.field, value)) for field, value in rows]

    def prepare(self, part: Model, name: str) -> Any:
        """The value of a field as a form would get it."""
        return getattr(part, name)

    @staticmethod
    def _words(field: forms.Field, value: Any) -> str:
        if not hasattr(field, "choices"):
            return str(value)
        chosen = {str(one) for one in (value if isinstance(value, list) else [value]) if one}
        flat = [
            one
            for code, text in field.choices
            for one in (text if isinstance(text, list) else [(code, text)])
        ]
        return "; ".join(str(text) for code, text in flat if str(code) in chosen)


class CardForm(BoardForm):
    """A card."""

    first = "text"
    text = OneLine(label="Wat staat er op het kaartje?", max_length=500)
    kind = forms.ChoiceField(label="Soort")
    domain = forms.ChoiceField(label="Gaat over")
    source = forms.ChoiceField(label="Komt van", required=False)
    said_by = OneLine(
        label="Wie zegt het",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=TYPED),
    )

    def fill_choices(self) -> None:
        kinds: list[str] = [*ElementKind] if self.part else [*column_of(self.initial["kind"]).kinds]
        if len(kinds) == 1:
            self.fields["kind"].widget = forms.HiddenInput()
        self.ask("kind", "element_soort", only=kinds)
        self.ask("domain", "domein")
        self.ask("source", "bron", empty="Nog niet bekend")

    def blocks(self) -> list[Any]:
        return ["text", "kind", "domain", "source", "said_by", "version", "form_token"]


class LinkForm(BoardForm):
    """A link, as a sentence: this, does that, to this."""

    first = "target"
    source = forms.ChoiceField(label="Dit kaartje")
    kind = forms.ChoiceField(label="Wat doet het?", widget=RadioPills)
    target = forms.ChoiceField(label="Met welk kaartje?")

    def extra_initial(self) -> dict[str, Any]:
        if self.part is None:
            return {}
        return {"source": self.part.source_id, "target": self.part.target_id}  # type: ignore[attr-defined]

    def fill_choices(self) -> None:
        self.ask("kind", "link_soort", only=list(LinkKind))
        for name in ("source", "target"):
            self.choose(name, [("", "Kies een kaartje"), *grouped(self.cards)])
            self.fields[name].error_messages["invalid_choice"] = NO_CARD
            if self.part is None and self.initial.get(name):
                self.fields[name].widget.attrs["data-given"] = ""
        self.fields["target"].widget.attrs["data-find"] = "Typ een paar letters van het kaartje"

    def values(self) -> dict[str, Any]:
        by_id = {str(one.pk): one for one in self.cards}
        found = super().values()
        return {**found, "source": by_id[found["source"]], "target": by_id[found["target"]]}

    def prepare(self, part: Model, name: str) -> Any:
        return getattr(part, name if name == "kind" else f"{name}_id")

    def blocks(self) -> list[Any]:
        return ["source", "kind", "target", "version", "form_token"]


class ExplanationForm(BoardForm):
    """An explanation in plain words."""

    first = "text"
    why = {"test": "Een verklaring is een vermoeden, tot blijkt dat het klopt. Zo weet je waar je op let."}
    text = ManyLines(label="Waarom blijft het zoals het is?", max_length=5000, rows=5)
    certainty = forms.ChoiceField(label="Hoe zeker is dit?", widget=RadioPills)
    test = OneLine(label="Waaraan merk je of het klopt?", max_length=500, required=False)

    def fill_choices(self) -> None:
        self.ask("certainty", "zekerheid")

    def blocks(self) -> list[Any]:
        return ["text", "certainty", "test", "version", "form_token"]


class AdviceForm(BoardForm):
    """An advice, with the cards it hangs on."""

    first = "text"
    why = {"variant": "Kan het eerste advies mislukken? Schrijf dan op wat B is, en wat C."}
    text = OneLine(label="Wat raad je aan?", max_length=1000, rows=3)
    life_area = forms.ChoiceField(label="Leefgebied")
    owner_name = OneLine(
        label="Wie pakt dit op?",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=TYPED),
    )
    variant = forms.ChoiceField(
        label="Versie",
        required=False,
        widget=RadioPills(blank_label="Er is er één"),
    )
    elements = forms.MultipleChoiceField(
        label="Waar hangt dit aan?", required=False, widget=forms.CheckboxSelectMultiple
    )

    def add_prefix(self, field_name: str) -> str:
        """In a browser a field called «elements» hides the list of fields of its form, and nothing finds its words."""
        return super().add_prefix("kaartjes" if field_name == "elements" else field_name)

    def extra_initial(self) -> dict[str, Any]:
        return {"elements": self.prepare(self.part, "elements") if isinstance(self.part, Advice) else []}

    def fill_choices(self) -> None:
        self.ask("life_area", "leefgebied", empty="Kies een leefgebied")
        self.choose("variant", [(letter, letter) for letter in "ABC"])
        self.choose("elements", grouped(self.cards))
        self.fields["elements"].error_messages["invalid_choice"] = NO_CARD

    def values(self) -> dict[str, Any]:
        found = super().values()
        chosen = set(found["elements"])
        return {**found, "elements": [one for one in self.cards if str(one.pk) in chosen]}

    def prepare(self, part: Any, name: str) -> Any:
        return [str(one.pk) for one in part.elements.all()] if name == "elements" else getattr(part, name)

    def blocks(self) -> list[Any]:
        return ["text", Columns("life_area", "owner_name"), "variant", "elements", "version", "form_token"]


class CareForm(BoardForm):
    """Harmful care that was seen, the positive pattern, the profile, the climate."""

    first = "harmful_care"
    why = {
        "profile": "Geen antwoord is iets anders dan “geen van deze”. Weet je het niet, laat het dan open."
    }
    harmful_care = forms.MultipleChoiceField(label="Hulp die schade deed", required=False, widget=CheckChips)
    positive_pattern = forms.MultipleChoiceField(
        label="Wat gaat de goede kant op", required=False, widget=CheckChips
    )
    climate = forms.MultipleChoiceField(required=False, widget=CheckChips)
    profile = forms.ChoiceField(
        label="Profiel", required=False, widget=RadioPills(blank_label="Geen antwoord")
    )

    def extra_initial(self) -> dict[str, Any]:
        return {"version": self.part.care_version}  # type: ignore[union-attr]

    def fill_choices(self) -> None:
        self.ask("harmful_care", "schadelijke_zorg")
        self.ask("positive_pattern", "positief_patroon")
        self.ask("climate", "klimaat")
        self.ask("profile", "profiel")
        name = self.part.case.young_person.first_name  # type: ignore[union-attr]
        self.fields["climate"].label = f"Waar bloeit {name} op?"

    def blocks(self) -> list[Any]:
        return ["harmful_care", "positive_pattern", "climate", "profile", "version"]
