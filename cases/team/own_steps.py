"""An ordered list of steps a team may change: everybody begins with the same ones, until the first change."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max

from expertteam.access.person import Person
from expertteam.accounts.models import Team
from expertteam.audit.actions import record


class SameStep(ValueError):
    """There is a step with these words already."""


class TooManySteps(ValueError):
    """More steps than anybody oversees."""


@dataclass(frozen=True)
class OwnSteps:
    """One such list.

    `name` is how a team calls its rows, which have `text` and `position`; `start` gives those to begin with, not stored
    yet; `most` is how many there may be, `least` how many must stay; `event` stands in the trace.

    A page names a step by its words: before the first change steps have no number. With `part` (field → value) only
    the steps of that part are meant. Every change holds the team until the transaction ends.
    """

    name: str
    start: Callable[[Team], list[Any]]
    most: int
    event: str
    least: int = 0

    def add(self, by: Person, text: str, *, part: dict[str, Any] | None = None, **more: Any) -> Any:
        """A step at the end; the very same again (a double click) adds none. TooManySteps."""
        with transaction.atomic():
            every = self._own(by.team)
            rows = every.filter(**(part or {}))
            if there := rows.filter(text=text).first():
                return there
            if every.count() >= self.most:
                raise TooManySteps
            last = rows.aggregate(last=Max("position"))["last"] or 0
            step = every.create(text=text, position=last + 1, **(part or {}), **more)
            record(by, self.event)
            return step

    def change(
        self, by: Person, was: str, *, part: dict[str, Any] | None = None, text: str, **more: Any
    ) -> bool:
        """Other words and the like; False when nothing is new or it is gone. SameStep when the words are taken."""
        with transaction.atomic():
            rows, values = self._own(by.team).filter(**(part or {})), {"text": text, **more}
            step = rows.filter(text=was).first()
            if step is None or all(getattr(step, name) == value for name, value in values.items()):
                return False
            if text != was and rows.filter(text=text).exists():
                raise SameStep
            for name, value in values.items():
                setattr(step, name, value)
            step.save()
            record(by, self.event)
            return True

    def remove(self, by: Person, was: str, *, part: dict[str, Any] | None = None) -> bool:
        """Take a step out; False when it was gone or has to stay."""
        with transaction.atomic():
            every = self._own(by.team)
            step = every.filter(text=was, **(part or {})).first()
            if step is None or every.count() <= self.least:
                return False
            step.delete()
            record(by, self.event)
            return True

    def move(self, by: Person, was: str, *, up: bool, part: dict[str, Any] | None = None) -> bool:
        """Let a step change places with the one before or after it; False at the end."""
        with transaction.atomic():
            steps = list(self._own(by.team).filter(**(part or {})).order_by("position", "pk"))
            at = next((place for place, step in enumerate(steps) if step.text == was), None)
            if not swap(steps, at, up):
                return False
            record(by, self.event)
            return True

    def _own(self, team: Team) -> Any:
        """The rows of the team; from now on they are its own."""
        Team.objects.select_for_update().get(pk=team.pk)
        rows = getattr(team, self.name)
        if not rows.exists():
            for step in self.start(team):
                step.save()
        return rows


def swap(steps: list[Any], at: int | None, up: bool) -> bool:
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
