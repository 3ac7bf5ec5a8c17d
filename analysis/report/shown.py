"""A report as the templates show it: the frozen content with its dates read and its parts named."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.safestring import mark_safe

from .models import AdviceReport, Edition
from .plans import shown_plans

RING_LOOKS = {"negatief": "stuck", "positief": "helps", "gemengd": "attention", "dempend": "plain"}
VERDICT_LOOKS = {"ja": "helps", "deels": "attention", "nee": "stuck"}
FITS_TOGETHER = 1500
STATE_LOOKS = {"gedeeld": "helps", "deels_gedeeld": "attention", "niet_gedeeld": "stuck"}


def shown(report: AdviceReport) -> dict[str, Any]:
    """Context of the templates for an issued report."""
    day = timezone.localdate(report.requested_at)
    context = shown_content(report.content)
    name = context["young_person"]["name"]
    return {
        **context,
        "report": report,
        "day": day,
        "title": f"Adviesrapport {report.case.number}-{report.number}: {name}",
    }


def shown_content(content: dict[str, Any]) -> dict[str, Any]:
    """The content with dates as dates, the drawing as markup, and what colours go with answers."""
    person, analysis, picture = content["young_person"], content["analysis"], content["picture"]
    changed = analysis["changed_at"]
    return {
        **content,
        "is_family": content["edition"] == Edition.FAMILY,
        "young_person": {**person, "birth_date": date.fromisoformat(person["birth_date"])},
        "case": {**content["case"], "referred_on": date.fromisoformat(content["case"]["referred_on"])},
        "analysis": {**analysis, "changed_at": datetime.fromisoformat(changed) if changed else None},
        # Our own template drew it, with every text escaped; it was kept as it was drawn.
        "picture": {**picture, "svg": mark_safe(picture["svg"])} if picture else None,  # noqa: S308  # nosec B308 B703
        "rings": {**content["rings"], "texts": [_ring(text) for text in content["rings"]["texts"]]},
        "actions": [_action(one) for one in content["actions"]],
        "shared": _shared(content["shared"]),
        "plans": shown_plans(content.get("plans")),
        "missing": missing(content),
        "short_explanations": sum(len(one["text"]) for one in content["explanations"]) < FITS_TOGETHER,
    }


def _ring(text: dict[str, str]) -> dict[str, str]:
    return {**text, "look": RING_LOOKS[text["kind"]]}


def _action(one: dict[str, str]) -> dict[str, Any]:
    return {**one, "due_on": date.fromisoformat(one["due_on"]) if one["due_on"] else None}


def _shared(shared: dict[str, Any]) -> dict[str, Any]:
    answers = [{**one, "look": VERDICT_LOOKS.get(one["verdict"], "plain")} for one in shared["answers"]]
    return {**shared, "look": STATE_LOOKS.get(shared["state"], "plain"), "answers": answers}


def missing(content: dict[str, Any]) -> list[str]:
    """What is not in this report yet, as kind sentences for who is going to ask for it."""
    sentences = {
        "voices": "Er staat nog geen vraag in, van niemand: vul de aanmelding aan.",
        "explanations": "De verklaring is nog niet opgeschreven. Zonder verklaring mist het rapport zijn hart.",
        "picture": "Er liggen nog geen kaartjes op het bord, dus er is geen tekening.",
        "rings": "Er zijn nog geen kringen: leg verbanden tussen de kaartjes.",
        "advices": "Er is nog geen advies.",
        "actions": "Er zijn nog geen afspraken over wie wat doet.",
        "answers": "Nog niemand zei of het klopt: leg de analyse voor aan de jongere en de ouders.",
    }
    there = {
        "voices": content["question"]["voices"],
        "explanations": content["explanations"],
        "picture": content["picture"],
        "rings": content["rings"]["texts"],
        "advices": content["advices"],
        "actions": content["actions"],
        "answers": content["shared"]["sentences"],
    }
    return [sentence for part, sentence in sentences.items() if not there[part]]
