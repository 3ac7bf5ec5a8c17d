"""Changing the steps a new case starts with. Cases that have their steps already keep them as they are."""

from django.db import transaction
from django.db.models import Max

from expertteam.access.person import Person
from expertteam.accounts.models import Team
from expertteam.audit.actions import record

from .models import TeamStep
from .template import default_steps

MOST_STEPS = 60


class SameStep(ValueError):
    """This part has a step with the same words already."""


class TooManySteps(ValueError):
    """More steps than anybody oversees."""


def own_steps(team: Team) -> None:
    """From the first change on the steps are the team's own. Holds the team until the transaction ends."""
    Team.objects.select_for_update().get(pk=team.pk)
    if not team.steps.exists():
        for step in default_steps(team):
            step.save()


def found(by: Person, stage: str, text: str) -> TeamStep | None:
    """The step with these words, which the page names: before the first change steps have no number."""
    return by.team.steps.filter(stage=stage, text=text).first()


@transaction.atomic
def add_team_step(*, by: Person, stage: str, text: str) -> TeamStep:
    """Put a step at the end of a part; the very same again (a double click) adds none. TooManySteps."""
    own_steps(by.team)
    there = found(by, stage, text)
    if there:
        return there
    if by.team.steps.count() >= MOST_STEPS:
        raise TooManySteps
    last = by.team.steps.filter(stage=stage).aggregate(last=Max("position"))["last"] or 0
    step = TeamStep.objects.create(team=by.team, stage=stage, text=text, position=last + 1)
    record(by, "process.template_changed")
    return step


@transaction.atomic
def change_team_step(*, by: Person, stage: str, text: str, new_text: str) -> bool:
    """Give a step other words; False when nothing is new or it is gone. SameStep when those words are taken."""
    own_steps(by.team)
    step = found(by, stage, text)
    if step is None or new_text == text:
        return False
    if found(by, stage, new_text):
        raise SameStep
    step.text = new_text
    step.save()
    record(by, "process.template_changed")
    return True


@transaction.atomic
def remove_team_step(*, by: Person, stage: str, text: str) -> bool:
    """Take a step out of the template; False when it was gone."""
    own_steps(by.team)
    step = found(by, stage, text)
    if step is None:
        return False
    step.delete()
    record(by, "process.template_changed")
    return True


@transaction.atomic
def move_team_step(*, by: Person, stage: str, text: str, up: bool) -> bool:
    """Let a step change places with the one before or after it; False at the end of its part."""
    own_steps(by.team)
    steps = list(by.team.steps.filter(stage=stage).order_by("position", "pk"))
    at = next((place for place, step in enumerate(steps) if step.text == text), None)
    if not swap(steps, at, up):
        return False
    record(by, "process.template_changed")
    return True


def swap(steps: list, at: int | None, up: bool) -> bool:
    """Let the step at this place change places with its neighbour and number all of them again."""
    other = None if at is None else at - 1 if up else at + 1
    if at is None or other is None or not 0 <= other < len(steps):
        return False
    steps[at], steps[other] = steps[other], steps[at]
    for place, step in enumerate(steps, start=1):
        if step.position != place:
            step.position = place
            step.save()
    return True
