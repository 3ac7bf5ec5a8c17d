"""Form of what a team chose about reminders."""

import re
from typing import Any

from django import forms

from expertteam.ui.forms import Columns, PageForm

from .models import ReminderSettings
from .series import MOST_DAYS

DAYS_HELP = "Aantallen dagen, met komma's. Leeg: geen."


def numbers_in(text: str) -> list[int]:
    """The whole numbers of «2, 7 en 14», each once, in order. ValueError for anything that is no such list."""
    found = [part for part in re.split(r"[\s,;]+|en", text.strip()) if part]
    numbers = sorted({int(part) for part in found})
    if any(not 1 <= number <= MOST_DAYS for number in numbers):
        raise ValueError
    return numbers


class DaysField(forms.CharField):
    """Numbers of days, typed with commas."""

    def clean(self, value: Any) -> list[int]:
        typed = super().clean(value)
        try:
            return numbers_in(typed)
        except ValueError as wrong:
            said = f"Schrijf getallen van 1 tot en met {MOST_DAYS}, bijvoorbeeld 2, 7, 14."
            raise forms.ValidationError(said, code="days") from wrong


class ReminderSettingsForm(PageForm):
    """When mails go around the agreed day, and when a manager hears of it."""

    why = {
        "escalate_after": "Alleen bij een actie van een organisatie, en als er een leidinggevende bij staat. Eén keer."
    }

    before = DaysField(label="Dagen vooraf", required=False, help_text=DAYS_HELP)
    on_the_day = forms.BooleanField(label="Ook op de dag zelf", required=False)
    after = DaysField(label="Dagen erna, als het nog open staat", required=False, help_text=DAYS_HELP)
    escalate_after = forms.IntegerField(
        label="Na hoeveel dagen te laat hoort de leidinggevende het?", min_value=1, max_value=365,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": "4"}),
        error_messages={"invalid": "Schrijf een getal, bijvoorbeeld 14.",
                        "min_value": "Kies 1 dag of meer.", "max_value": "Kies hooguit 365 dagen."},
    )  # fmt: skip

    def __init__(self, *args: Any, chosen: ReminderSettings, **kwargs: Any) -> None:
        shown = {
            "before": ", ".join(str(-day) for day in sorted(chosen.days, reverse=True) if day < 0),
            "on_the_day": 0 in chosen.days,
            "after": ", ".join(str(day) for day in sorted(chosen.days) if day > 0),
            "escalate_after": chosen.escalate_after,
        }
        super().__init__(*args, initial=shown, **kwargs)

    def blocks(self) -> list[Any]:
        return [Columns("before", "after"), "on_the_day", "escalate_after"]

    def days(self) -> list[int]:
        """The days around the agreed day, the first one first."""
        given = self.cleaned_data
        return [-day for day in reversed(given["before"])] + [0] * given["on_the_day"] + given["after"]
