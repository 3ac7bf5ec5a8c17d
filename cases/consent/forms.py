"""Forms for consent: what people said, with whom, who cannot be reached, and on what else the team goes on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from cases.choices.queries import selectable
from expertteam.access.person import Person
from expertteam.ui.forms import CheckChips, Columns, DutchDateField, PageForm, RadioPills

from .actions import About, Ground, Word
from .models import How
from .page import Column, Page, Row
from .purposes import Answer, Purpose

HOW = [(How.VERBAL.value, "Gezegd"), (How.PAPER.value, "Op papier"), (How.MAIL.value, "Per mail")]
PARTY_PURPOSES = [(Purpose.SHARE.value, "Delen"), (Purpose.REQUEST.value, "Informatie opvragen")]
SHORT = 200


class WordsForm(PageForm):
    """When, how, and what was said; the answers themselves are the boxes of the page.

    `alles` (the key of a column) means: this person says yes to everything that is still open; `alles_in`: they take
    back everything.
    """

    said_on = DutchDateField(label="Wanneer", future=False)
    how = forms.ChoiceField(label="Hoe", choices=HOW, widget=RadioPills)
    note = forms.CharField(
        label="Tegen wie, en wat is er gezegd?", max_length=1000, required=False,
        help_text="Bij ‘Gezegd’ hoort een korte notitie. Op papier en per mail hoeft het niet.",
    )  # fmt: skip

    def __init__(self, data: Mapping[str, str] | None = None, *, by: Person) -> None:
        initial = {
            "said_on": timezone.localdate(),
            "how": How.VERBAL.value,
            "note": f"Tegen {by} gezegd.",
        }
        self.own_note = initial["note"]
        super().__init__(data, initial=initial)
        self.fields["how"].error_messages["required"] = "Kies hoe: gezegd, op papier of per mail."

    def blocks(self) -> list[Any]:
        return [Columns("said_on", "how", css_class="et-columns consent-when"), "note"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("how") == How.VERBAL and not cleaned.get("note"):
            self.add_error("note", "Schrijf kort op wat er is gezegd, en tegen wie.")
        if cleaned.get("how") != How.VERBAL and cleaned.get("note") == self.own_note:
            cleaned["note"] = ""
        return cleaned

    def words(self, page: Page) -> list[Word]:
        """What was chosen in the boxes, or everything that is open for one person."""
        for button, answer in (("alles", Answer.GIVEN), ("alles_in", Answer.WITHDRAWN)):
            column = page.column(str(self.data.get(button, "")))
            if column:
                return to_all(page, column, answer)
        return [
            Word(row.about, choice.value, box.column.participant)
            for row in page.rows
            for box in row.boxes
            for choice in box.choices
            if choice.chosen
        ]


def to_all(page: Page, column: Column, answer: Answer) -> list[Word]:
    """This answer of one person to everything they can still give it to."""
    return [
        Word(row.about, answer.value, column.participant)
        for row in page.rows
        for box in row.boxes
        if box.column == column and any(one.value == answer for one in box.choices)
    ]


class PartyForm(PageForm):
    """With whom to share, or from whom to request: those known from Mensen, or another name."""

    known = forms.MultipleChoiceField(label="Wie?", widget=CheckChips, required=False)
    other = forms.CharField(
        label="Of een andere naam", max_length=SHORT, required=False,
        help_text="Zo precies als het gezin het kent: ‘PRO De Toren’, niet ‘school’.",
    )  # fmt: skip
    purposes = forms.MultipleChoiceField(
        label="Waarvoor?",
        choices=PARTY_PURPOSES,
        widget=CheckChips,
        initial=[one for one, _ in PARTY_PURPOSES],
    )

    def __init__(self, data: Mapping[str, str] | None = None, *, suggestions: Sequence[str]) -> None:
        super().__init__(data)
        self.fields["known"].choices = [(name, name) for name in suggestions]  # type: ignore[attr-defined]
        if not suggestions:
            del self.fields["known"]
            self.fields["other"].label = "Wie?"
        self.helper.layout = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not self.names():
            self.add_error("other", "Kies of typ met wie we delen of bij wie we opvragen.")
        return cleaned

    def names(self) -> list[str]:
        typed = " ".join(self.cleaned_data.get("other", "").split())
        return [*self.cleaned_data.get("known", []), *([typed] if typed else [])]


class UnreachableForm(PageForm):
    """Somebody cannot be reached: what was tried, and whether somebody decided to go on."""

    why = {
        "go_on": "Zwijgen is geen ja. Alleen een besluit van iemand die daarvoor staat maakt dat je verder kunt, "
        "en het blijft te zien."
    }
    tried = forms.CharField(
        label="Wat is er geprobeerd?", max_length=600, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Bijvoorbeeld: drie keer gebeld, op 2, 5 en 9 maart; een brief op 10 maart.",
    )  # fmt: skip
    tried_on = DutchDateField(label="Laatste keer geprobeerd", future=False)
    go_on = forms.ChoiceField(
        label="Gaan we verder zonder antwoord?", widget=RadioPills,
        choices=[("nee", "Nog niet: we blijven proberen"), ("ja", "Ja, dat is besloten")],
    )  # fmt: skip
    decided_by = forms.CharField(label="Wie besloot dat?", max_length=SHORT, required=False)
    reason = forms.CharField(label="Waarom, en op welke grond?", max_length=350, required=False)

    def __init__(self, data: Mapping[str, str] | None = None, *, by: Person, may_decide: bool) -> None:
        initial = {"tried_on": timezone.localdate(), "go_on": "nee", "decided_by": str(by)}
        super().__init__(data, initial=initial)
        if not may_decide:
            for name in ("go_on", "decided_by", "reason"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("go_on") == "ja":
            for name, text in (
                ("decided_by", "Schrijf op wie dat besloot."),
                ("reason", "Schrijf op waarom."),
            ):
                if not cleaned.get(name):
                    self.add_error(name, text)
        return cleaned

    def given(self) -> dict[str, Any]:
        """For the action: what was tried with why, the day, and who decided."""
        typed = self.cleaned_data
        goes_on = typed.get("go_on") == "ja"
        note = f"{typed['tried']} Waarom verder: {typed['reason']}" if goes_on else typed["tried"]
        return {
            "tried": note,
            "tried_on": typed["tried_on"],
            "decided_by": typed["decided_by"] if goes_on else "",
        }


class BasisForm(PageForm):
    """Going on with some things on another ground than consent."""

    why = {
        "reason": "Wie dit later leest, moet begrijpen waarom het niet anders kon. Noem ook wie er bezwaar had.",
    }
    about = forms.MultipleChoiceField(label="Waarvoor?", widget=CheckChips)
    kind = forms.ChoiceField(label="Op welke grond?", widget=RadioPills)
    reason = forms.CharField(label="Waarom?", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    decided_by = forms.CharField(label="Wie besloot dat?", max_length=SHORT)
    decided_on = DutchDateField(label="Wanneer", future=False)

    def __init__(
        self,
        data: Mapping[str, str] | None = None,
        *,
        by: Person,
        rows: Sequence[Row],
        missing: Sequence[str],
    ) -> None:
        initial = {"decided_on": timezone.localdate(), "decided_by": str(by), "about": list(missing)}
        super().__init__(data, initial=initial)
        self.rows = {row.key: row for row in rows}
        self.fields["about"].choices = [(row.key, row.title) for row in rows]  # type: ignore[attr-defined]
        self.fields["kind"].choices = selectable("andere_grondslag", team=by.team)  # type: ignore[attr-defined]

    def blocks(self) -> list[Any]:
        return ["about", "kind", "reason", Columns("decided_by", "decided_on")]

    def things(self) -> list[About]:
        return [self.rows[key].about for key in self.cleaned_data["about"]]

    def ground(self) -> Ground:
        typed = self.cleaned_data
        day: date = typed["decided_on"]
        return Ground(typed["kind"], typed["reason"], typed["decided_by"], day)
