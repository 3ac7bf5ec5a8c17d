"""The form for the answer of a party."""

from typing import Any

from django import forms
from django.utils import timezone

from analysis.board.fields import ManyLines
from expertteam.ui.forms import DutchDateField, PageForm, RadioPills

from .models import Endorsement, Verdict

ANSWERS = [
    (Verdict.YES.value, "Ja"),
    (Verdict.PARTLY.value, "Deels"),
    (Verdict.NO.value, "Nee"),
]


class AnswerForm(PageForm):
    """Yes, partly or no, with their words and the day."""

    why = {
        "words": "Zo letterlijk mogelijk. Ook een nee hoort in het verhaal: dan weten we wat er nog niet klopt."
    }
    verdict = forms.ChoiceField(
        label="Herkent deze persoon zich in de analyse?", choices=ANSWERS, widget=RadioPills
    )
    words = ManyLines(label="In hun eigen woorden", required=False, max_length=2000, rows=3)
    answered_on = DutchDateField(label="Wanneer", required=False, future=False)

    def __init__(self, data: Any = None, *, name: str, given: Endorsement | None = None) -> None:
        initial: dict[str, Any] = {"answered_on": timezone.localdate()}
        if given is not None:
            initial = {"verdict": given.verdict, "words": given.words, "answered_on": given.answered_on}
        super().__init__(data, initial=initial)
        self.fields["verdict"].error_messages["invalid_choice"] = "Kies ja, deels of nee."
        self.fields["verdict"].label = f"Herkent {name} zich in de analyse?"
