"""The conversation pattern of a team: its own steps, or the ones everybody starts with."""

from dataclasses import dataclass

from cases.team.own_steps import OwnSteps
from expertteam.access.person import Person
from expertteam.accounts.models import Team

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


def default_steps(team: Team) -> list[TalkStep]:
    """What everybody starts with; not stored."""
    return [
        TalkStep(team=team, text=text, minutes=minutes, position=place)
        for place, (text, minutes) in enumerate(DEFAULT_STEPS, start=1)
    ]


def pattern_of(team: Team) -> list[TalkStep]:
    """The steps in order; rows without a key when the team never changed anything. One query."""
    return list(team.talk_steps.all()) or default_steps(team)


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


STEPS = OwnSteps(name="talk_steps", start=default_steps, most=12, least=1, event="meeting.pattern_changed")


def add_talk_step(*, by: Person, text: str, minutes: int) -> TalkStep:
    """Put a step at the end; the very same again (a double click) adds none. TooManySteps."""
    step: TalkStep = STEPS.add(by, text, minutes=minutes)
    return step


def change_talk_step(*, by: Person, was: str, text: str, minutes: int) -> bool:
    """Give a step other words or minutes; False when nothing is new or it is gone. SameStep."""
    return STEPS.change(by, was, text=text, minutes=minutes)


def remove_talk_step(*, by: Person, was: str) -> bool:
    """Take a step out; the last one stays. False when it was gone or is the last."""
    return STEPS.remove(by, was)


def move_talk_step(*, by: Person, was: str, up: bool) -> bool:
    """Let a step change places with the one before or after it; False at the end."""
    return STEPS.move(by, was, up=up)
