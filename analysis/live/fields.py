"""Which fields of the board are saved by themselves while somebody types or chooses, and what may stand in them."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from analysis.board.changes import NotAllowed
from analysis.board.dissent_form import DissentForm
from analysis.board.fields import OneLine
from analysis.board.forms import AdviceForm, CardForm, ExplanationForm
from analysis.board.models import Advice, Analysis, Dissent, Element, Explanation, Part
from analysis.board.rebasing import fits
from cases.choices.queries import selectable
from expertteam.accounts.models import Team

EMPTY = "Hier moet iets staan. Wil je het niet meer? Haal het dan weg."
UNKNOWN = "Dit antwoord staat niet in de lijst."
VARIANTS = ("", "A", "B", "C")


@dataclass(frozen=True)
class Field:
    """A field of a kind of piece; `form` cleans a text, `question` offers the codes of a choice."""

    model: type[Part]
    name: str
    form: Any = None
    question: str = ""

    @property
    def is_text(self) -> bool:
        return self.form is not None

    @property
    def between(self) -> str:
        """What stands between two texts that are put after each other."""
        return " " if isinstance(self.form, OneLine) and self.form.__class__ is OneLine else "\n"

    def holds(self, text: str) -> bool:
        """Whether a text put together by us may stand here."""
        return fits(self.model._meta.get_field(self.name), text)

    def cleaned(self, value: str, team: Team, standing: str) -> str:
        """The value as it is stored; NotAllowed with the reason. `standing` may stay, also when it was retired."""
        if self.form is not None:
            return self._text(value)
        offered = [code for code, _ in selectable(self.question, team=team)] if self.question else VARIANTS
        optional = "" if self.name in OPTIONAL else standing
        if value not in (*offered, standing, optional):
            raise NotAllowed([UNKNOWN])
        return value

    def _text(self, value: str) -> str:
        if not value.strip() and self.form.required:
            raise NotAllowed([EMPTY])
        try:
            return str(self.form.clean(value))
        except ValidationError as wrong:
            raise NotAllowed([str(one) for one in wrong.messages]) from wrong


OPTIONAL = ("source", "variant")


def _texts(model: type[Part], form: Any, *names: str) -> list[Field]:
    return [Field(model, name, form.base_fields[name]) for name in names]


FIELDS: dict[tuple[str, str], Field] = {
    (slug, one.name): one
    for slug, fields in {
        "kaartje": [
            *_texts(Element, CardForm, "text", "said_by"),
            Field(Element, "kind", question="element_soort"),
            Field(Element, "domain", question="domein"),
            Field(Element, "source", question="bron"),
        ],
        "verklaring": [
            *_texts(Explanation, ExplanationForm, "text", "test"),
            Field(Explanation, "certainty", question="zekerheid"),
        ],
        "advies": [
            *_texts(Advice, AdviceForm, "text", "owner_name"),
            Field(Advice, "life_area", question="leefgebied"),
            Field(Advice, "variant"),
        ],
        "kijk": _texts(Dissent, DissentForm, "text", "said_by"),
    }.items()
    for one in fields
}


CARE = ("harmful_care", "positive_pattern", "profile", "climate")
NAMES = {
    model: [f.name for f in FIELDS.values() if f.model is model]
    for model in {f.model for f in FIELDS.values()}
}


def raw(part: Part | Analysis) -> dict[str, Any]:
    """The version and the bare values of a piece (of an analysis: about care), for an open form to go on from."""
    if isinstance(part, Analysis):
        return {"version": part.care_version, **{name: getattr(part, name) for name in CARE}}
    return {"version": part.version, **{name: getattr(part, name) for name in NAMES[type(part)]}}
