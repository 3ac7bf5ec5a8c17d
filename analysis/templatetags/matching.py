"""Filters for looking for a place: `{% load matching %}`."""

from datetime import date

from django import template

from analysis.matching.models import Attempt
from analysis.matching.queries import status_line
from analysis.matching.today import ask_again

register = template.Library()


@register.filter
def status(attempt: Attempt, day: date) -> str:
    """How a question stands on a day, in one sentence without a full stop."""
    return status_line(attempt, day)


@register.filter
def long_ago(asked_on: date, day: date) -> bool:
    """Whether a question waits so long that one should ask after it."""
    return ask_again(asked_on, day)
