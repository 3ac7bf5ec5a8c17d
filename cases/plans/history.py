"""What the history of a case tells of its plans."""

from typing import Any

from django.db import models

from cases.casefile.history_sources import Source, of_case
from cases.casefile.models import Case
from cases.choices.queries import label

from .models import (
    AdviceExplanation,
    BindingAdvice,
    Dilemma,
    DilemmaOption,
    DilemmaParty,
    FuturePlan,
    FuturePlanStep,
    SolutionFund,
    TailoredSolution,
)

READ = "plans.read"


def of_parent(parent: type[models.Model], field: str) -> Any:
    """Rows of what belongs to a plan of this case, also when that plan was taken away."""

    def match(case: Case) -> dict[str, Any]:
        past = parent.history.model.objects.filter(case_id=case.pk)  # type: ignore[attr-defined]
        return {f"{field}_id__in": past.values("id")}

    return match


def fund_titles(rows: list[Any]) -> dict[int, str]:
    """The name of the fund, per history_id."""
    return {row.history_id: label("geldbron", row.source) for row in rows}


SOURCES = (
    Source(
        TailoredSolution, of_case, "begon de maatwerkoplossing ‘{title}’", "bij de maatwerkoplossing ‘{title}’",
        "haalde de maatwerkoplossing ‘{title}’ weg", title_field="wish", rule=READ,
    ),
    Source(
        SolutionFund, of_parent(TailoredSolution, "solution"), "zette de geldbron ‘{title}’ bij het maatwerk",
        "bij de geldbron ‘{title}’", "haalde de geldbron ‘{title}’ weg", titles=fund_titles,
        untold=frozenset({"solution"}), rule=READ,
    ),
    Source(FuturePlan, of_case, "begon het toekomstplan", "bij het toekomstplan", rule=READ),
    Source(
        FuturePlanStep, of_parent(FuturePlan, "plan"), "", "bij de stap ‘{title}’ van het toekomstplan",
        title_field="text", untold=frozenset({"plan"}), rule=READ,
    ),
    Source(
        Dilemma, of_case, "legde het dilemma ‘{title}’ voor", "bij het dilemma ‘{title}’",
        "haalde het dilemma ‘{title}’ weg", title_field="question", rule=READ,
    ),
    Source(
        DilemmaParty, of_parent(Dilemma, "dilemma"), "schreef bij het dilemma op wat telt voor {title}",
        "bij wat telt voor {title}", "haalde {title} weg bij het dilemma", title_field="name",
        untold=frozenset({"dilemma"}), rule=READ,
    ),
    Source(
        DilemmaOption, of_parent(Dilemma, "dilemma"), "zette de mogelijkheid ‘{title}’ bij het dilemma",
        "bij de mogelijkheid ‘{title}’", "haalde de mogelijkheid ‘{title}’ weg", title_field="text",
        untold=frozenset({"dilemma"}), rule=READ,
    ),
    Source(
        BindingAdvice, of_case, "legde vast of het advies bindend is",
        "bij de afspraak of het advies bindend is", rule=READ,
    ),
    Source(
        AdviceExplanation, of_case, "schreef op dat {title} om uitleg vroeg", "bij de uitleg aan {title}",
        "haalde weg dat {title} om uitleg vroeg", title_field="asked_by", rule=READ,
    ),
)  # fmt: skip
