"""Reading the plans: all of a case at once, and what asks for attention today; a fixed number of queries."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from cases.casefile.models import Case
from cases.casefile.over import RUNNING, TAKEN_UP
from expertteam.access.person import Person

from .future.template import window
from .models import (
    AdviceExplanation,
    BindingAdvice,
    Dilemma,
    FuturePlan,
    FuturePlanStep,
    StepStatus,
    TailoredSolution,
)

SOON = timedelta(days=14)
ENDS_SOON = timedelta(weeks=6)


@dataclass(frozen=True)
class Plans:
    """Everything of one case."""

    solutions: list[TailoredSolution]
    future: FuturePlan | None
    steps: list[FuturePlanStep]
    dilemmas: list[Dilemma]
    binding: BindingAdvice | None
    explanations: list[AdviceExplanation]

    @property
    def is_empty(self) -> bool:
        return not (self.solutions or self.future or self.dilemmas or self.binding or self.explanations)

    @property
    def open_steps(self) -> list[FuturePlanStep]:
        return [one for one in self.steps if one.status == StepStatus.OPEN]


def plans_of(case: Case) -> Plans:
    """The plans of a case: one query for a case without any, eight at most."""
    kinds: dict[str, Any] = {
        "solutions": TailoredSolution, "dilemmas": Dilemma, "explanations": AdviceExplanation,
    }  # fmt: skip
    there = {
        f"has_{name}": Exists(model.objects.filter(case=OuterRef("pk"))) for name, model in kinds.items()
    }
    row: Any = Case.objects.select_related("future_plan", "binding_advice").annotate(**there).get(pk=case.pk)
    future: FuturePlan | None = getattr(row, "future_plan", None)
    solutions = case.tailored_solutions.prefetch_related("funds") if row.has_solutions else ()
    dilemmas = case.dilemmas.prefetch_related("parties", "options") if row.has_dilemmas else ()
    explanations = case.advice_explanations.select_related("explained_by") if row.has_explanations else ()
    return Plans(
        solutions=list(solutions),
        future=future,
        steps=list(future.steps.all()) if future else [],
        dilemmas=list(dilemmas),
        binding=getattr(row, "binding_advice", None),
        explanations=list(explanations),
    )


def lacks_future_plan(case: Case, today: date) -> bool:
    """Whether somebody of 16½ or older has no toekomstplan yet; a query only for who is of that age."""
    if case.phase not in RUNNING or not window(today).holds(case.young_person.birth_date):
        return False
    return not FuturePlan.objects.filter(case=case).exists()


def running(person: Person) -> QuerySet[Case]:
    """Cases at work in which this person may change the plans, with what a row shows."""
    cases = Case.objects.visible_to(person, "plans.change").filter(phase__in=RUNNING)
    return cases.select_related("young_person", "owner", "referral")


def future_to_do(person: Person, day: date) -> QuerySet[Case]:
    """Who is 16½ and has no plan, and whose plan has a step that has to be ready within two weeks; oldest first.

    Each case has `step_pk`, `step_text` and `step_due` of its first open step; they are None without a plan.
    """
    who = window(day)
    steps = FuturePlanStep.objects.filter(
        plan__case=OuterRef("pk"), status=StepStatus.OPEN, due_on__lte=day + SOON
    ).order_by("due_on", "pk")
    first = {name: Subquery(steps.values(field)[:1]) for name, field in STEP_FIELDS.items()}
    of_age = Q(young_person__birth_date__gt=who.grown_up, young_person__birth_date__lte=who.old_enough)
    without = of_age & ~Exists(FuturePlan.objects.filter(case=OuterRef("pk")))
    cases = running(person).annotate(**first).filter(without | Q(step_pk__isnull=False))
    return cases.order_by(F("step_due").asc(nulls_first=True), "young_person__birth_date", "pk")


STEP_FIELDS = {"step_pk": "pk", "step_text": "text", "step_due": "due_on"}


def to_look_back(person: Person, day: date) -> QuerySet[Dilemma]:
    """Choices in a dilemma that were going to be looked at again by now."""
    due = Dilemma.objects.filter(
        looked_back_on=None, look_again_on__lte=day, case__in=running(person).order_by()
    )
    return due.select_related("case__young_person", "case__referral").order_by("look_again_on", "pk")


def ending_soon(person: Person, day: date) -> QuerySet[TailoredSolution]:
    """Tailored solutions that end within six weeks, or ended already while the case goes on."""
    ending = TailoredSolution.objects.filter(
        ends_on__lte=day + ENDS_SOON, case__in=running(person).order_by()
    )
    return ending.select_related("case__young_person", "case__referral").order_by("ends_on", "pk")


def to_explain(person: Person, day: date) -> QuerySet[AdviceExplanation]:
    """Who asked for an explanation and got none yet, the longest first; also of cases that were closed meanwhile."""
    cases = Case.objects.visible_to(person, "plans.change").filter(phase__in=TAKEN_UP)
    waiting = AdviceExplanation.objects.filter(explained_on=None, case__in=cases.order_by())
    return waiting.select_related("case__young_person", "case__referral").order_by("asked_on", "pk")
