"""Filters for hours: `{% load hours %}`."""

from django import template

from cases.hours.queries import in_words

register = template.Library()


@register.filter
def minutes_in_words(minutes: int) -> str:
    """`45 min`, `1,5 uur`."""
    return in_words(minutes)
