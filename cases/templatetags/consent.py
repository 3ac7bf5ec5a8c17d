"""Tags about consent: `{% load consent %}`."""

from datetime import date

from django import template

from cases.casefile.models import Case
from cases.consent.asking import Asks, asks_of

register = template.Library()


@register.filter
def asks(case: Case, day: date) -> Asks:
    """What must be asked in this case: `{% with case|asks:day as asks %}`; no query when it was prefetched."""
    return asks_of(case, day)
