"""An action in a few words, as it was understood."""

from datetime import date

from expertteam.ui.dates import MONTHS

from .actions import ActionData
from .line_dates import WEEKDAYS


def day_in_words(day: date) -> str:
    """vrijdag 27 november 2026."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def in_words(data: ActionData) -> str:
    """Gea Bos · Belt school · vrijdag 27 november 2026."""
    when = day_in_words(data.due_on) if data.due_on else "geen dag afgesproken"
    return f"{data.owner_name} · {data.text} · {when}"
