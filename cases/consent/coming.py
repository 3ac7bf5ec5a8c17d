"""Birthdays at which it is asked again: pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from expertteam.ui.dates import birthday

from .rules import ADULT, ASKED_TOO, BIRTHDAYS, DECIDES

SOON = timedelta(weeks=6)
MEANS = {
    ASKED_TOO: "Dan vragen we het ook aan {name} zelf.",
    DECIDES: "Dan beslist {name} zelf, en vragen we het {name} opnieuw.",
    ADULT: "Dan is {name} volwassen, en vragen we het {name} opnieuw.",
}


@dataclass(frozen=True)
class Coming:
    """The next birthday at which somebody (else) has to agree."""

    age: int
    on: date
    soon: bool
    name: str

    @property
    def means(self) -> str:
        """What changes then, as a sentence."""
        return MEANS[self.age].format(name=self.name)


def next_change(birth: date, today: date, name: str = "") -> Coming | None:
    """The next birthday of 12, 16 or 18; None for who is grown up. `soon`: within six weeks."""
    for age in BIRTHDAYS:
        day = birthday(birth, age)
        if day > today:
            return Coming(age, day, day - today <= SOON, name)
    return None
