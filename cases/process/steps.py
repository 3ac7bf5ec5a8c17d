"""The steps of a case: given from the template, done or skipped, added and put in another order."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max

from cases.casefile.models import Case, Phase
from cases.casefile.over import RUNNING, hold_open
from cases.team.own_steps import SameStep, TooManySteps, swap
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import STAGE_ORDER, ProcessStep, Stage, StepStatus
from .template import template_of

MOST_STEPS = 100


class NotRunning(ValueError):
    """The case is not taken up, or it is closed: there is nothing to steer."""


@dataclass(frozen=True)
class StagePart:
    """One part of the work with its steps. `now` is the step that is next in the whole case, when it is here."""

    stage: str
    label: str
    steps: list[ProcessStep]
    now: ProcessStep | None = None

    @property
    def done(self) -> int:
        return sum(1 for step in self.steps if step.status != StepStatus.OPEN)

    @property
    def is_now(self) -> bool:
        return self.now is not None


def place_of(step: ProcessStep) -> tuple[int, int, int]:
    return STAGE_ORDER[step.stage], step.position, step.pk or 0


def steps_of(case: Case) -> list[ProcessStep]:
    """All steps in order. Before they were given: what the team would start with, without keys. At most two queries."""
    steps = sorted(case.steps.all(), key=place_of)
    if steps or case.phase not in RUNNING:
        return steps
    return [
        ProcessStep(case=case, stage=s.stage, text=s.text, position=s.position)
        for s in template_of(case.team)
    ]


def parts_of(steps: list[ProcessStep]) -> list[StagePart]:
    """The steps by part; every part is there, also an empty one."""
    now = turn_of(steps)
    parts = []
    for stage in Stage:
        own = [step for step in steps if step.stage == stage]
        here = now if now is not None and now.stage == stage else None
        parts.append(StagePart(stage.value, str(stage.label), own, here))
    return parts


def turn_of(steps: list[ProcessStep]) -> ProcessStep | None:
    """The first open step; in a case that is followed, the first from that part on, if any. No query.

    A case taken over from a register begins at following: its next step is not the first talk of years ago.
    """
    left = sorted((step for step in steps if step.status == StepStatus.OPEN), key=place_of)
    if left and left[0].case.phase == Phase.FOLLOWING:
        after = [step for step in left if STAGE_ORDER[step.stage] >= STAGE_ORDER[Stage.FOLLOWING.value]]
        left = after or left
    return left[0] if left else None


def next_step(case: Case) -> ProcessStep | None:
    """The first step that is still to be done, if any. One query, none for a case that does not run."""
    if case.phase not in RUNNING:
        return None
    return turn_of(list(case.steps.filter(status=StepStatus.OPEN)))


@transaction.atomic
def give_steps(*, by: Person, case: Case) -> bool:
    """Copy the template of the team to a running case that has no steps yet; False when there is nothing to do."""
    Case.objects.select_for_update().get(pk=case.pk)
    if case.phase not in RUNNING or case.steps.exists():
        return False
    for step in template_of(case.team):
        ProcessStep.objects.create(case=case, stage=step.stage, text=step.text, position=step.position)
    record(by, "process.steps_given", case_number=case.number)
    return True


@transaction.atomic
def settle_step(
    *, by: Person, step: ProcessStep, status: str, on: date | None = None, note: str = ""
) -> bool:
    """Say that a step is done, or skipped (with why in `note`) on a day, or open again; False when nothing is new.

    CaseIsOver when it would be open again in a case that does not run.
    """
    if status == StepStatus.OPEN != step.status:
        hold_open(step.case, RUNNING)
    step = ProcessStep.objects.select_for_update(of=("self",)).select_related("case").get(pk=step.pk)
    day = None if status == StepStatus.OPEN else on
    if (step.status, step.settled_on, step.note) == (status, day, note):
        return False
    step.status, step.settled_on, step.note = status, day, note
    step.save()
    record(by, "process.step_changed", case_number=step.case.number, details={"status": status})
    return True


@transaction.atomic
def skip_the_rest(*, by: Person, case: Case, on: date, note: str) -> int:
    """Skip every step that is still open, for one reason; returns how many."""
    Case.objects.select_for_update().get(pk=case.pk)
    left = list(case.steps.filter(status=StepStatus.OPEN))
    return sum(settle_step(by=by, step=step, status=StepStatus.SKIPPED, on=on, note=note) for step in left)


@transaction.atomic
def add_step(*, by: Person, case: Case, stage: str, text: str) -> ProcessStep:
    """Put a step at the end of a part of the case; the very same again adds none. TooManySteps, NotRunning."""
    if case.phase not in RUNNING:
        raise NotRunning
    give_steps(by=by, case=case)
    there = case.steps.filter(stage=stage, text=text).first()
    if there:
        return there
    if case.steps.count() >= MOST_STEPS:
        raise TooManySteps
    last = case.steps.filter(stage=stage).aggregate(last=Max("position"))["last"] or 0
    step = ProcessStep.objects.create(case=case, stage=stage, text=text, position=last + 1)
    record(by, "process.step_changed", case_number=case.number, details={"status": StepStatus.OPEN})
    return step


@transaction.atomic
def rename_step(*, by: Person, step: ProcessStep, text: str) -> bool:
    """Give a step of a case other words; False when nothing is new. SameStep when its part has those already."""
    if step.text == text:
        return False
    Case.objects.select_for_update().get(pk=step.case_id)
    if step.case.steps.filter(stage=step.stage, text=text).exclude(pk=step.pk).exists():
        raise SameStep
    step.text = text
    step.save(update_fields=["text"])
    record(by, "process.step_changed", case_number=step.case.number, details={"status": step.status})
    return True


@transaction.atomic
def move_step(*, by: Person, step: ProcessStep, up: bool) -> bool:
    """Let a step change places with the one before or after it; False at the end of its part."""
    Case.objects.select_for_update().get(pk=step.case_id)
    steps = list(step.case.steps.filter(stage=step.stage).order_by("position", "pk"))
    if not swap(steps, next((n for n, one in enumerate(steps) if one.pk == step.pk), None), up):
        return False
    record(by, "process.step_changed", case_number=step.case.number, details={"status": step.status})
    return True
