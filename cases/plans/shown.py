"""The plans in words: on the overview of the case, and in reports."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from cases.casefile.models import Case
from cases.choices.queries import label, labels
from expertteam.access.person import Person
from expertteam.ui.dates import long_date

from .models import SolutionFund, TailoredSolution
from .queries import Plans, lacks_future_plan, plans_of


def euros(amount: Decimal | None) -> str:
    """`€ 12.500` or `€ 12.500,50`; empty for an amount nobody knows."""
    if amount is None:
        return ""
    whole, _, cents = f"{amount:,.2f}".partition(".")
    grouped = whole.replace(",", ".")
    return f"€ {grouped}" if cents == "00" else f"€ {grouped},{cents}"


def fund_in_words(fund: SolutionFund) -> str:
    """`Jeugdwet (€ 12.500, twee dagdelen)`."""
    more = ", ".join(part for part in (euros(fund.amount), fund.note) if part)
    name = label("geldbron", fund.source)
    return f"{name} ({more})" if more else name


def funds_in_words(solution: TailoredSolution) -> str:
    """All funds on one line; with the sum when every amount is known."""
    funds = list(solution.funds.all())
    told = "; ".join(fund_in_words(one) for one in funds)
    amounts = [one.amount for one in funds if one.amount is not None]
    whole = len(funds) > 1 and len(amounts) == len(funds)
    return f"{told}. Samen {euros(sum(amounts, Decimal(0)))}" if whole else told


def help_in_words(codes: list[str]) -> str:
    """Which help comes after 18, in the order of the list."""
    return ", ".join(text for code, text in labels("hulp_na_18").items() if code in codes)


def section_of(person: Person, case: Case) -> dict[str, Any] | None:
    """What the overview shows; None when there are no plans and none is missed."""
    plans = plans_of(case)
    missed = plans.future is None and lacks_future_plan(case, timezone.localdate())
    if plans.is_empty and not missed:
        return None
    return {**shown(plans), "missed": missed}


def shown(plans: Plans) -> dict[str, Any]:
    """What the cards and the overview need."""
    return {
        "plans": plans,
        "solutions": [{"one": one, "funds": funds_in_words(one)} for one in plans.solutions],
        "help_after": help_in_words(plans.future.help_after) if plans.future else "",
    }


def in_short(case: Case) -> str:
    """A line per plan, for who takes the case over; empty without plans."""
    plans = plans_of(case)
    lines = [f"Maatwerk: {one.wish}{until(one.ends_on)}" for one in plans.solutions]
    if plans.future:
        left = plans.open_steps
        lines.insert(
            0, f"Toekomstplan: {left[0].text}{until(left[0].due_on)}" if left else "Toekomstplan: rond"
        )
    lines += [f"Dilemma: {one.question} {one.choice or 'Nog geen keuze.'}" for one in plans.dilemmas]
    if plans.binding:
        binds = "bindend" if plans.binding.is_binding else "niet bindend"
        lines.append(f"Het advies is {binds}, afgesproken met {plans.binding.agreed_with}")
    lines += [f"{one.asked_by} wacht op uitleg" for one in plans.explanations if not one.explained_on]
    return "\n".join(f"- {' '.join(line.split())}" for line in lines)


def until(day: date | None) -> str:
    return f" (tot {long_date(day)})" if day else ""
