"""From whom the law asks consent (Jeugdwet 7.3.4, 7.3.5; WGBO, BW 7:447, 7:450): pure, a table to test against."""

from dataclasses import dataclass, field
from datetime import date

PARENTAL = frozenset({"ja", "gedeeld"})
GUARDIAN = "voogd"
YOUNG_PERSON = "jeugdige"
ASKED_TOO, DECIDES, ADULT = 12, 16, 18
BIRTHDAYS = (ASKED_TOO, DECIDES, ADULT)
"""The ages at which it is asked again."""


@dataclass(frozen=True)
class Around:
    """Somebody around the young person: name, role code (question `rol`), authority code (question `gezag`).

    `key` says who it is: two roles of one person have the same key. Who left (`left_on`) is not asked from that day.
    """

    name: str
    role: str
    authority: str = ""
    key: str = field(default="", compare=False)
    left_on: date | None = field(default=None, compare=False)


@dataclass(frozen=True)
class ConsentNeeded:
    """One person whose consent is needed; `name` is empty when nobody with authority is known yet."""

    who: str
    name: str
    key: str = field(default="", compare=False)


def consent_needed(age: int, young_person: str, around: list[Around]) -> list[ConsentNeeded]:
    """Under 12 those with authority; 12 to 15 the young person and those; from 16 the young person alone.

    `age` in whole years. `who` is «Jeugdige», «Ouder met gezag» or «Voogd».
    """
    own = [ConsentNeeded("Jeugdige", young_person, YOUNG_PERSON)]
    if age >= DECIDES:
        return own
    found = [
        ConsentNeeded(who, person.name, person.key) for person in around if (who := authority_of(person))
    ]
    elders = found or [ConsentNeeded("Ouder met gezag", "")]
    return elders if age < ASKED_TOO else own + elders


def authority_of(person: Around) -> str:
    """«Voogd», «Ouder met gezag» or an empty text.

    What decides is who holds authority, whatever else they are: a foster parent or an institution can be guardian
    (BW 1:302), and somebody who is no parent can share authority with one (BW 1:253t). Who is written down as
    guardian is one, unless it says they hold no authority.
    """
    if person.role == YOUNG_PERSON:
        return ""
    if person.authority == GUARDIAN or (person.role == GUARDIAN and person.authority != "nee"):
        return "Voogd"
    return "Ouder met gezag" if person.authority in PARENTAL else ""
