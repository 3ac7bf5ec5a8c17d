"""Tags for pages of a case: `{% load casefile %}`."""

from typing import Any

from django import template
from django.utils import timezone

from cases.casefile.header import next_action, warnings_of
from cases.casefile.models import Case, Phase
from cases.choices.queries import label, labels
from cases.people.directing import director_of, is_running
from cases.process.steps import next_step
from expertteam.access.person import Person

register = template.Library()


@register.inclusion_tag("cases/casefile/header_line.html")
def case_line(case: Case) -> dict[str, Any]:
    """The second line of the header: phase, who is casusregisseur, next step, warnings."""
    today = timezone.localdate()
    runs = is_running(case)
    director = director_of(case) if runs else None
    return {
        "case": case,
        "director": director,
        "no_director": runs and director is None,
        "today": today,
        "undecided": case.phase in (Phase.TRIAGE, Phase.WAITING)
        and "referral.triage" in getattr(case, "rights", ()),
        "next_step": next_step(case),
        "next_action": next_action(case),
        "warnings": warnings_of(case, today),
    }


@register.filter
def answer(code: str, question: str) -> str:
    """The label of an answer: `{{ referral.education|answer:"type_onderwijs" }}`; nothing for no answer."""
    return label(question, code)


@register.filter
def in_sentence(text: str) -> str:
    """A label as it stands within a sentence: «huisarts», «jeugd-ggz», but «Veilig Thuis» keeps its capitals."""
    return text if text[1:] != text[1:].lower() else text.lower()


@register.filter
def answers(codes: list[str] | None, question: str) -> list[str]:
    """The labels of several answers, in the order of the list of choices."""
    chosen = set(codes or [])
    return [text for code, text in labels(question).items() if code in chosen]


@register.filter
def may(person: Person, rule_name: str) -> bool:
    """Whether this person has a right in the team: `{% if person|may:"referral.triage" %}`."""
    return person.may(rule_name)
