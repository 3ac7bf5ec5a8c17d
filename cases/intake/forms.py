"""The form of the aanmelding: five short blocks, for a new one and for a change."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from django import forms
from django.http import QueryDict

from cases.casefile.models import Case
from cases.choices.queries import label, labels, selectable
from expertteam.access.person import Person
from expertteam.ui.forms import PageFormMixin

from .answers import CASE, QUESTIONS, REFERRAL
from .form_checks import ReferralChecks
from .form_fields import (
    WHY,
    AskerFields,
    FurtherFields,
    QuestionFields,
    TriedFields,
    YoungPersonFields,
)
from .form_layout import five_blocks
from .queries import Notices, notices

NOT_A_CASE = {"consultatie"}
BLOCKS = (AskerFields, YoungPersonFields, QuestionFields, TriedFields, FurtherFields)


def with_choice(data: QueryDict) -> QueryDict:
    """What was sent, with the answer of a pressed button («Maak er een heraanmelding van») filled in its fields."""
    choice = data.get("earlier_choice", "")
    if not choice:
        return data
    filled = data.copy()
    filled["re_referral"] = "nee" if choice == "nee" else "ja"
    filled["earlier_number"] = "" if choice == "nee" else choice
    return filled


class ReferralForm(
    PageFormMixin, ReferralChecks, FurtherFields, TriedFields, QuestionFields, YoungPersonFields, AskerFields
):
    """Everything the aanmelding asks; `case` is the one being changed, None for a new one.

    Asks only what is needed to open a case: who asks, name, birth date, municipality, kind of question and at least
    one voice. `notices` is what can be said beside the form.
    """

    why = WHY
    field_order = [name for block in BLOCKS for name in block.base_fields]

    def __init__(self, *args: Any, person: Person, case: Case | None = None, **kwargs: Any) -> None:
        self.person, self.case = person, case
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("maxlength", None)  # a browser would cut off what is pasted without a word
            if name in QUESTIONS:
                field.choices = self.choices_for(name)  # type: ignore[attr-defined]
            if "{}" in str(field.label):
                self.name_label(field)

    def blocks(self) -> list[Any]:
        """The five blocks of the page."""
        return [*five_blocks()]

    def value_of(self, name: str) -> Any:
        """What stands in a field now: what was typed, or else what it began with."""
        return self[name].value()

    @cached_property
    def notices(self) -> Notices:
        """What can be said beside the form, about what stands in it now."""
        names = ("first_name", "last_name", "birth_date", "earlier_number", "re_referral", "legal_frame")
        return notices(self.person, {name: self.value_of(name) for name in names}, case=self.case)

    def name_label(self, field: forms.Field) -> None:
        """Put the name that is known already into the question; while one types the page does this itself."""
        attrs = field.widget.attrs
        name = str(self.value_of(attrs["data-label-from"]) or "").strip() or attrs["data-label-else"]
        field.label = str(field.label).format(name)

    def choices_for(self, name: str) -> list[Any]:
        """The answers to choose from; one that was retired stays for who has it."""
        if name == "municipality":
            return list(self.municipalities())
        offered = [
            (code, text)
            for code, text in selectable(QUESTIONS[name])
            if name != "kind" or code not in NOT_A_CASE
        ]
        return offered + self.retired(name, {code for code, _ in offered})

    def retired(self, name: str, offered: set[str]) -> list[tuple[str, str]]:
        """The stored answers that are not offered any more."""
        if self.case is None or name not in (*CASE, *REFERRAL):
            return []
        held = getattr(self.case if name in CASE else self.case.referral, name)
        codes = held if isinstance(held, list) else [held]
        return [(code, label(QUESTIONS[name], code)) for code in codes if code and code not in offered]

    def municipalities(self) -> Iterator[Any]:
        """The municipalities of the team first, then all others."""
        own = self.person.team.municipalities
        everywhere = [*selectable("gemeente"), *self.retired("municipality", set(labels("gemeente")))]
        yield ("", "Kies een gemeente")
        yield (self.person.team.region, [(code, text) for code, text in everywhere if code in own])
        yield ("Andere gemeente", [(code, text) for code, text in everywhere if code not in own])
