"""What other apps can tell of an earlier case; they say so when they start."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from cases.casefile.models import Case
from expertteam.access.person import Person


@dataclass(frozen=True)
class Told:
    """A part of the story: a heading and texts under it, as people wrote them."""

    title: str
    texts: list[str] = field(default_factory=list)


Tell = Callable[[Person, Case], Iterable[Told]]
_tells: list[Tell] = []


def add_telling(tell: Tell) -> None:
    """Add what an app knows of an earlier case: `tell(person, case)` looks at `case.rights` and asks few queries."""
    _tells.append(tell)


def told_of(person: Person, case: Case) -> list[Told]:
    """Everything other apps tell that has something in it."""
    return [one for tell in _tells for one in tell(person, case) if one.texts]
