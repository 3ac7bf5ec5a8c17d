"""The conversation pattern of a team: its own steps, or the ones everybody starts with."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from expertteam.access.person import Person
from expertteam.accounts.models import Team
from expertteam.audit.actions import record

from .models import AgendaItem
from .talk_models import TalkStep

# Source: shared/domain.md, «Bijeenkomst»; together an hour.
DEFAULT_STEPS = (
    ("Inchecken: hoe zit je erbij?", 5),
    ("Wat wil de jongere zelf? Dat eerst", 10),
    ("Beeldvorming: wat zien we?", 15),
    ("Oordeelsvorming: hoe hangt het samen?", 15),
    ("Besluitvorming: wat gaan we doen?", 10),
    ("Uitchecken: wie doet wat, voor wanneer?", 5),
)
MOST_STEPS = 12


class SameStep(ValueError):
    """The pattern has a step with these words already."""


class TooManySteps(ValueError):
    """More steps than a conversation has room for."""


def pattern_of(team: Team) -> list[TalkStep]:
    """The steps in order; rows without a key when the team never changed anything. One query."""
    return list(team.talk_steps.all()) or [
        TalkStep(team=team, text=text, minutes=minutes, position=place)
        for place, (text, minutes) in enumerate(DEFAULT_STEPS, start=1)
    ]


@dataclass(frozen=True)
class RailStep:
    """A step beside the conversation: its place from 1, its words, its minutes of this case, and done, now or later."""

    place: int
    text: str
    minutes: int
    state: str


def rail_of(item: AgendaItem, steps: list[TalkStep]) -> list[RailStep]:
    """The pattern for this case: the minutes of the steps as shares of what this case gets."""
    whole = sum(step.minutes for step in steps) or 1
    states = {True: "done", False: "later"}
    return [
        RailStep(
            place, step.text, max(1, round(item.minutes * step.minutes / whole)),
            "now" if place == item.step else states[place < item.step],
        )
        for place, step in enumerate(steps, start=1)
    ]  # fmt: skip


def own_steps(team: Team) -> None:
    """From the first change on the steps are the team's own. Holds the team until the transaction ends."""
    Team.objects.select_for_update().get(pk=team.pk)
    if not team.talk_steps.exists():
        for step in pattern_of(team):
            step.save()


@transaction.atomic
def add_talk_step(*, by: Person, text: str, minutes: int) -> TalkStep:
    """Put a step at the end; the very same again (a double click) adds none. TooManySteps."""
    own_steps(by.team)
    there = by.team.talk_steps.filter(text=text).first()
    if there:
        return there
    if by.team.talk_steps.count() >= MOST_STEPS:
        raise TooManySteps
    last = by.team.talk_steps.aggregate(last=Max("position"))["last"] or 0
    step = TalkStep.objects.create(team=by.team, text=text, minutes=minutes, position=last + 1)
    record(by, "meeting.pattern_changed")
    return step


@transaction.atomic
def change_talk_step(*, by: Person, was: str, text: str, minutes: int) -> bool:
    """Give a step other words or minutes; False when nothing is new or it is gone. SameStep."""
    own_steps(by.team)
    step = by.team.talk_steps.filter(text=was).first()
    if step is None or (step.text, step.minutes) == (text, minutes):
        return False
    if text != was and by.team.talk_steps.filter(text=text).exists():
        raise SameStep
    step.text, step.minutes = text, minutes
    step.save()
    record(by, "meeting.pattern_changed")
    return True


@transaction.atomic
def remove_talk_step(*, by: Person, was: str) -> bool:
    """Take a step out; the last one stays. False when it was gone or is the last."""
    own_steps(by.team)
    step = by.team.talk_steps.filter(text=was).first()
    if step is None or by.team.talk_steps.count() == 1:
        return False
    step.delete()
    record(by, "meeting.pattern_changed")
    return True


@transaction.atomic
def move_talk_step(*, by: Person, was: str, up: bool) -> bool:
    """Let a step change places with the one before or after it; False at the end."""
    own_steps(by.team)
    steps = list(by.team.talk_steps.all())
    at = next((place for place, step in enumerate(steps) if step.text == was), None)
    other = None if at is None else at - 1 if up else at + 1
    if at is None or other is None or not 0 <= other < len(steps):
        return False
    steps[at], steps[other] = steps[other], steps[at]
    for place, step in enumerate(steps, start=1):
        if step.position != place:
            step.position = place
            step.save()
    record(by, "meeting.pattern_changed")
    return True
