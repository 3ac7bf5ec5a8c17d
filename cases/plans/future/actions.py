"""Beginning a toekomstplan and going through its steps."""

from dataclasses import asdict, dataclass, field
from datetime import date

from django.db import transaction
from django.utils import timezone

from cases.casefile.models import Case
from cases.casefile.over import RUNNING, hold_open
from cases.plans.models import FuturePlan, FuturePlanStep, StepStatus
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .template import STEPS, due

WHAT = {"what": "toekomst"}


@dataclass(frozen=True)
class PlanData:
    """The plan as typed; `help_after` holds codes of question `hulp_na_18`."""

    wish: str = ""
    staying: str = ""
    help_after: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class StepData:
    """One step as typed; `area` is a code of question `toekomst_gebied`."""

    area: str
    text: str
    due_on: date
    owner_name: str = ""
    status: str = StepStatus.OPEN
    result: str = ""


@transaction.atomic
def start_plan(*, by: Person, case: Case) -> FuturePlan:
    """Begin the plan of a case with the steps every plan has; again gives the plan that is there. CaseIsOver."""
    hold_open(case, RUNNING)
    today = timezone.localdate()
    plan, created = FuturePlan.objects.get_or_create(case=case, defaults={"started_on": today})
    if created:
        for step in STEPS:
            on = due(step, case.young_person.birth_date, today)
            FuturePlanStep.objects.create(plan=plan, area=step.area, text=step.text, due_on=on)
        record(by, "plans.changed", case_number=case.number, details=WHAT)
    return plan


@transaction.atomic
def change_plan(*, by: Person, plan: FuturePlan, data: PlanData) -> bool:
    """Change what the plan says; False when nothing is new."""
    plan = FuturePlan.objects.select_for_update(of=("self",)).select_related("case").get(pk=plan.pk)
    return _changed(by, plan, plan.case.number, asdict(data))


@transaction.atomic
def add_step(*, by: Person, plan: FuturePlan, data: StepData) -> FuturePlanStep:
    """Add a step; the very same again (a double click) adds none. CaseIsOver."""
    hold_open(plan.case, RUNNING)
    FuturePlan.objects.select_for_update().get(pk=plan.pk)
    step, created = FuturePlanStep.objects.get_or_create(plan=plan, **asdict(data))
    if created:
        record(by, "plans.changed", case_number=plan.case.number, details=WHAT)
    return step


@transaction.atomic
def change_step(*, by: Person, step: FuturePlanStep, data: StepData) -> bool:
    """Change a step, or write down that it is arranged; False when nothing is new.

    CaseIsOver when it would be open again in a case that does not run.
    """
    if data.status == StepStatus.OPEN != step.status:
        hold_open(step.plan.case, RUNNING)
    locked = FuturePlanStep.objects.select_for_update(of=("self",)).select_related("plan__case")
    step = locked.get(pk=step.pk)
    return _changed(by, step, step.plan.case.number, asdict(data))


@transaction.atomic
def finish_step(*, by: Person, step: FuturePlanStep) -> bool:
    """Write down that a step is arranged; False when it was."""
    locked = FuturePlanStep.objects.select_for_update(of=("self",)).select_related("plan__case")
    step = locked.get(pk=step.pk)
    return _changed(by, step, step.plan.case.number, {"status": StepStatus.DONE.value})


@transaction.atomic
def hand_over_steps(*, by: Person, plan: FuturePlan, to: str) -> int:
    """Somebody else goes on with what is still open, at closing; returns how many steps that are."""
    plan = FuturePlan.objects.select_for_update(of=("self",)).select_related("case").get(pk=plan.pk)
    waiting = list(plan.steps.filter(status=StepStatus.OPEN))
    for step in waiting:
        step.status, step.result = StepStatus.HANDED_OVER, f"{to} gaat hiermee verder"
        step.save()
    if waiting:
        record(by, "plans.changed", case_number=plan.case.number, details=WHAT)
    return len(waiting)


def _changed(by: Person, row: FuturePlan | FuturePlanStep, number: str, values: dict[str, object]) -> bool:
    new = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in new.items():
        setattr(row, name, value)
    if new:
        row.save()
        record(by, "plans.changed", case_number=number, details=WHAT)
    return bool(new)
