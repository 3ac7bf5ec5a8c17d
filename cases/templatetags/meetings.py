"""Tags for meetings: `{% load meetings %}`."""

from django import template

from cases.meetings.models import AgendaItem
from cases.meetings.readiness import Lack, lacks_of
from expertteam.access.person import Person

register = template.Library()


@register.filter
def lacks(person: Person, item: AgendaItem) -> list[Lack]:
    """What is missing of an item that was fetched with its checks, for who may do something about it."""
    return lacks_of(person, item)
