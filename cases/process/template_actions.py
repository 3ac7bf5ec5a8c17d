"""Changing the steps a new case starts with. Cases that have their steps already keep them as they are."""

from cases.team.own_steps import OwnSteps
from expertteam.access.person import Person

from .models import TeamStep
from .template import default_steps

STEPS = OwnSteps(name="steps", start=default_steps, most=60, event="process.template_changed")


def add_team_step(*, by: Person, stage: str, text: str) -> TeamStep:
    """Put a step at the end of a part; the very same again (a double click) adds none. TooManySteps."""
    step: TeamStep = STEPS.add(by, text, part={"stage": stage})
    return step


def change_team_step(*, by: Person, stage: str, text: str, new_text: str) -> bool:
    """Give a step other words; False when nothing is new or it is gone. SameStep when those words are taken."""
    return STEPS.change(by, text, part={"stage": stage}, text=new_text)


def remove_team_step(*, by: Person, stage: str, text: str) -> bool:
    """Take a step out of the template; False when it was gone."""
    return STEPS.remove(by, text, part={"stage": stage})


def move_team_step(*, by: Person, stage: str, text: str, up: bool) -> bool:
    """Let a step change places with the one before or after it; False at the end of its part."""
    return STEPS.move(by, text, up=up, part={"stage": stage})
