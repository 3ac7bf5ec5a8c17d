"""The plans of a case in a report: in words when it is frozen, with dates read when it is shown."""

from datetime import date
from typing import Any

from cases.casefile.models import Case
from cases.choices.queries import label
from cases.plans.models import Dilemma, FuturePlanStep, StepStatus, TailoredSolution
from cases.plans.queries import Plans, plans_of
from cases.plans.shown import fund_in_words, help_in_words

from .models import Edition


def plans_content(case: Case, edition: Edition) -> dict[str, Any]:
    """What a report says of the plans; empty without plans, so that reports of before stay what they are.

    The family reads what is going to happen; professionals also the amounts, the rule that has to give way, every
    possibility of a dilemma, and what was explained to whom.
    """
    plans = plans_of(case)
    full = edition == Edition.PROFESSIONALS
    parts = {
        "binding": binding_of(plans),
        "solutions": [solution_of(one, full) for one in plans.solutions],
        "future": future_of(plans),
        "dilemmas": [dilemma_of(one, full) for one in plans.dilemmas if full or one.choice],
        "explanations": explanations_of(plans) if full else [],
    }
    there = {name: part for name, part in parts.items() if part}
    return {"plans": there} if there else {}


def iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def binding_of(plans: Plans) -> dict[str, Any] | None:
    agreed = plans.binding
    if agreed is None:
        return None
    return {
        "is_binding": agreed.is_binding,
        "agreed_with": agreed.agreed_with,
        "agreed_on": iso(agreed.agreed_on),
        "note": agreed.note,
    }


def solution_of(one: TailoredSolution, full: bool) -> dict[str, Any]:
    """A tailored solution; which funds pay it stands in both editions, how much only for professionals."""
    funds = list(one.funds.all())
    told = {
        "wish": one.wish,
        "worked_before": one.worked_before,
        "maker": one.maker,
        "funds": [fund_in_words(fund) if full else label("geldbron", fund.source) for fund in funds],
        "ends_on": iso(one.ends_on),
        "way_back": one.way_back,
    }
    return {**told, "rule": one.rule, "rule_lifter": one.rule_lifter} if full else told


def future_of(plans: Plans) -> dict[str, Any] | None:
    """The toekomstplan with the steps that count."""
    if plans.future is None:
        return None
    return {
        "wish": plans.future.wish,
        "staying": plans.future.staying,
        "help_after": help_in_words(plans.future.help_after),
        "steps": [step_of(one) for one in plans.steps if one.status != StepStatus.DROPPED],
    }


def step_of(one: FuturePlanStep) -> dict[str, str]:
    return {
        "area": label("toekomst_gebied", one.area),
        "text": one.text,
        "who": one.owner_name,
        "due_on": iso(one.due_on),
        "status": StepStatus(one.status).label,
        "result": one.result,
    }


def dilemma_of(one: Dilemma, full: bool) -> dict[str, Any]:
    """A dilemma: the choice and why; for professionals also who it touches and what was weighed."""
    told = {
        "question": one.question,
        "choice": one.choice,
        "why": one.why,
        "look_again_on": "" if one.looked_back_on else iso(one.look_again_on),
        "looked_back": one.looked_back,
    }
    if not full:
        return told
    parties = [{"name": party.name, "values": party.values} for party in one.parties.all()]
    options = [
        {"text": option.text, "for": option.speaks_for, "against": option.speaks_against}
        for option in one.options.all()
    ]
    return {**told, "parties": parties, "options": options}


def explanations_of(plans: Plans) -> list[dict[str, str]]:
    """What was explained, to whom and when; questions still open do not belong in a report."""
    return [
        {"asked_by": one.asked_by, "explained_on": iso(one.explained_on), "text": one.text}
        for one in plans.explanations
        if one.explained_on
    ]


def shown_plans(plans: dict[str, Any] | None) -> dict[str, Any] | None:
    """The frozen plans with their dates as dates; None for a report without them."""
    return with_dates(plans) if plans else None


def with_dates(part: Any) -> Any:
    """The same with every value of a key that ends in `_on` read as a date; empty stays empty."""
    if isinstance(part, list):
        return [with_dates(one) for one in part]
    if isinstance(part, dict):
        return {
            key: (date.fromisoformat(value) if value else None) if key.endswith("_on") else with_dates(value)
            for key, value in part.items()
        }
    return part
