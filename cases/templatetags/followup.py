"""Tags about what came before: `{% load followup %}`."""

from typing import Any

from django import template

from cases.casefile.models import Case
from cases.followup.earlier.section import section_of
from expertteam.access.person import Person

register = template.Library()


@register.inclusion_tag("cases/followup/earlier_card.html")
def earlier_card(case: Case, person: Person) -> dict[str, Any]:
    """The case before this one beside a new aanmelding; nothing when there is none this person may see."""
    return {"case": case, "section": section_of(person, case)}
