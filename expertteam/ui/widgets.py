"""Form controls with our look: real radios and checkboxes drawn as chips, dates as people type them."""

from datetime import date
from typing import Any

from django import forms

from .dates import VagueDate

EMPTY_LABELS = {"", "---------"}


class Chips:
    """Shared by both kinds of chips: which option begins the part behind `Meer…`.

    `visible` is the number of options shown at once; the rest opens with `Meer…` and stands open when a
    chosen option is in it. None shows all of them.
    """

    is_chips = True

    def __init__(self, *args: Any, visible: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.visible = visible


class RadioPills(Chips, forms.RadioSelect):
    """One answer out of a few. An optional question gets a last pill that takes the answer back.

    `blank_label` is the text of that pill; None leaves it out.
    """

    def __init__(self, *args: Any, blank_label: str | None = "Nog niet bekend", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.blank_label = blank_label

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        """Django's groups; the empty option is last and carries our own words."""
        groups = [group for group in super().optgroups(name, value, attrs) if not _is_empty(group)]
        if self.is_required or self.blank_label is None:
            return groups
        index = len(groups)
        chosen = not any(option["selected"] for _, options, _ in groups for option in options)
        option = self.create_option(name, "", self.blank_label, chosen, index, attrs=attrs)
        return [*groups, (None, [option], index)]


class CheckChips(Chips, forms.CheckboxSelectMultiple):
    """Several answers: checkboxes drawn as chips."""


class DutchDateInput(forms.TextInput):
    """One text field for a date; `static/js/date-field.js` adds a picker and reads the date back in words.

    `show_age` also says how old somebody born on that day is.
    """

    is_date = True

    def __init__(self, attrs: dict[str, Any] | None = None, show_age: bool = False) -> None:
        base = {"autocomplete": "off", "data-date-field": "age" if show_age else "day", "size": "14"}
        super().__init__({**base, **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        """A date as 12-3-2024; what was typed stays as it was typed."""
        if isinstance(value, date):
            return f"{value.day}-{value.month}-{value.year}"
        return super().format_value(value)


class PeriodInput(forms.TextInput):
    """One text field for a date that may be vague."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", "size": "20", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        """A vague date as it is said; what was typed stays as it was typed."""
        return value.label() if isinstance(value, VagueDate) else super().format_value(value)


def _is_empty(group: tuple[Any, list[dict[str, Any]], Any]) -> bool:
    _, options, _ = group
    return all(str(option["value"]) == "" and str(option["label"]) in EMPTY_LABELS for option in options)
