"""Forms for looking for a place: asking, and what came of it."""

from typing import Any

from django import forms
from django.utils import timezone

from cases.choices.offering import offer
from expertteam.ui.forms import Columns, DutchDateField, PageForm, RadioPills
from expertteam.ui.versioned import VersionedForm

from .actions import Asking, CameOf
from .models import EXCLUDED, Attempt, Outcome

BY_NAME, WITHOUT_NAME = "ja", "nee"


def lines(label: str, **more: Any) -> forms.CharField:
    """A few lines of somebody's words."""
    more.setdefault("max_length", 1000)
    return forms.CharField(
        label=label, required=False, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}), **more
    )


def line(label: str, max_length: int) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=max_length, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )


class WhyForm(PageForm):
    """Why a place is on the list."""

    words = line("Waarom deze plek?", 500)


class AskForm(PageForm):
    """When, whom and what was asked; by name only when consent allows it."""

    why = {
        "by_name": "Zonder naam mag je altijd vragen of een plek zou kunnen passen: leeftijd, wat iemand nodig heeft "
        "en wat helpt. Een naam, een adres of een verhaal dat iemand herkent, hoort daar niet bij."
    }
    asked_on = DutchDateField(label="Wanneer vroeg je het?", future=False)
    by_name = forms.ChoiceField(
        label="Hoe vroeg je het?",
        choices=[(WITHOUT_NAME, "Zonder naam"), (BY_NAME, "Bij naam")],
        widget=RadioPills(blank_label=None),
    )
    contact = line("Wie sprak je?", 200)
    question = lines("Wat vroeg je?")

    def __init__(self, *args: Any, named: bool, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"asked_on": timezone.localdate(), "by_name": WITHOUT_NAME})
        super().__init__(*args, **kwargs)
        asked: Any = self.fields["by_name"]
        if not named:
            asked.choices = asked.choices[:1]
            asked.error_messages["invalid_choice"] = (
                "Bij naam vragen kan nog niet: de toestemming is er niet."
            )

    def blocks(self) -> list[Any]:
        return ["by_name", Columns("asked_on", "contact"), "question"]

    def data_given(self) -> Asking:
        """What was typed, for the action."""
        return Asking(**{**self.cleaned_data, "by_name": self.cleaned_data["by_name"] == BY_NAME})


class AnswerForm(VersionedForm):
    """What came of a question; every outcome has its own form."""

    outcome: Outcome
    title = ""
    button = "Bewaren"

    def __init__(self, *args: Any, attempt: Attempt, **kwargs: Any) -> None:
        self.attempt = attempt
        kwargs.setdefault("initial", self.known())
        super().__init__(*args, **kwargs)

    def known(self) -> dict[str, Any]:
        """What is known of this outcome already, and today for the day of the answer."""
        found = {
            name: getattr(self.attempt, name) for name in self.base_fields if hasattr(self.attempt, name)
        }
        return {**found, "on": self.attempt.outcome_on or timezone.localdate()}

    def came_of(self) -> CameOf:
        """What was typed, for the action; a day of the answer that was not asked is the day it was first written."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        same = self.attempt.outcome == self.outcome and self.attempt.outcome_on
        given.setdefault("on", same or timezone.localdate())
        return CameOf(outcome=self.outcome, **given)


class VisitForm(AnswerForm):
    """They come and see each other."""

    outcome = Outcome.VISIT
    title = "Bezoek afgesproken"
    visit_on = DutchDateField(label="Wanneer is het bezoek?")
    words = lines("Wat is er afgesproken?")

    def blocks(self) -> list[Any]:
        return ["visit_on", "words", "version"]


class PlacedForm(AnswerForm):
    """Somebody lives there, or is going to."""

    outcome = Outcome.PLACED
    title = "Geplaatst"
    placed_from = DutchDateField(label="Vanaf wanneer?")
    placed_to = DutchDateField(label="Tot wanneer?", required=False)
    words = lines("Wat is er afgesproken?")
    how = lines("Hoe gaat het daar?", max_length=2000)

    def blocks(self) -> list[Any]:
        return [Columns("placed_from", "placed_to"), "words", "how", "version"]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        begin, end = found.get("placed_from"), found.get("placed_to")
        if begin and end and end < begin:
            self.add_error("placed_to", "Deze dag ligt voor het begin. Kijk beide dagen nog eens na.")
        return found


class RefusedForm(AnswerForm):
    """They said no, and why."""

    outcome = Outcome.REFUSED
    title = "Nee gezegd"
    why = {
        "reason": "Wat plekken zeggen als ze nee zeggen, tellen we per plek en reden, zonder naam. Zo kun je laten "
        "zien waar jongeren vastlopen. De telling blijft, ook als de casus later wordt vernietigd."
    }
    on = DutchDateField(label="Wanneer zeiden ze nee?", future=False)
    reason = forms.ChoiceField(label="Wat is hun reden?", widget=RadioPills(blank_label=None))
    exclusion = forms.ChoiceField(
        label="Op welke uitsluiting beroepen ze zich?", required=False,
        help_text="Hun woorden over wie zij niet opnemen. Dit zegt niets over wie iemand is.",
    )  # fmt: skip
    words = lines("Wat zeiden ze precies?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "reason", "weigerreden")
        offer(self, "exclusion", "uitsluiting", "Niet van toepassing")

    def blocks(self) -> list[Any]:
        return ["on", "reason", "exclusion", "words", "version"]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if found.get("reason") == EXCLUDED and not found.get("exclusion") and "exclusion" not in self.errors:
            self.add_error("exclusion", "Kies waarop zij zich beroepen.")
        return found


class WithdrawnForm(AnswerForm):
    """The question was taken back."""

    outcome = Outcome.WITHDRAWN
    title = "Vraag ingetrokken"
    on = DutchDateField(label="Wanneer?", future=False)
    words = lines("Waarom?")

    def blocks(self) -> list[Any]:
        return ["on", "words", "version"]


ANSWERS: dict[str, type[AnswerForm]] = {
    one.outcome.value: one for one in (VisitForm, PlacedForm, RefusedForm, WithdrawnForm)
}
