"""Form fields for dates as people type them."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from .dates import DateError, VagueDate, parse_dutch_date, parse_period
from .widgets import DutchDateInput, PeriodInput


class DutchDateField(forms.Field):
    """A full date, cleaned to `datetime.date` or None.

    `future=False` refuses days after today, for a birth date or something that happened. `show_age` makes the
    page say the age beside the date.
    """

    widget: Any = DutchDateInput

    def __init__(self, *, future: bool = True, show_age: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("widget", DutchDateInput(show_age=show_age))
        super().__init__(**kwargs)
        self.future = future

    def to_python(self, value: Any) -> date | None:
        """The date, or None for nothing typed; ValidationError says in Dutch what is wrong."""
        if value in self.empty_values or not str(value).strip():
            return None
        today = timezone.localdate()
        day = value if isinstance(value, date) else _read(str(value), today)
        if not self.future and day > today:
            raise ValidationError("Deze datum ligt in de toekomst. Kijk het jaar nog eens na.", code="future")
        return day

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Another notation of the same day is no change."""
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


class PeriodField(forms.Field):
    """A date that may be vague (2012, voorjaar 2019), cleaned to `VagueDate` or None."""

    widget: Any = PeriodInput

    def to_python(self, value: Any) -> VagueDate | None:
        """The vague date, or None for nothing typed; ValidationError says in Dutch what is wrong."""
        if isinstance(value, VagueDate):
            return value
        if value in self.empty_values or not str(value).strip():
            return None
        try:
            return parse_period(str(value))
        except DateError as error:
            raise ValidationError(str(error), code="invalid") from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Another notation of the same period is no change."""
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True


def _read(text: str, today: date) -> date:
    try:
        return parse_dutch_date(text, today=today)
    except DateError as error:
        raise ValidationError(str(error), code="invalid") from error
