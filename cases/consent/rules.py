"""From whom the law asks consent (Jeugdwet 7.3.4 and 7.3.5; WGBO, BW 7:447 and 7:450): pure, a table to test against."""

from dataclasses import dataclass

WITH_AUTHORITY = {"ja", "gedeeld", "voogd"}


@dataclass(frozen=True)
class Around:
    """Somebody around the young person: name, role code (question `rol`), authority code (question `gezag`)."""

    name: str
    role: str
    authority: str = ""


@dataclass(frozen=True)
class ConsentNeeded:
    """One person whose consent is needed; `name` is empty when nobody with authority is known yet."""

    who: str
    name: str


def consent_needed(age: int, young_person: str, around: list[Around]) -> list[ConsentNeeded]:
    """Under 12 those with authority; 12 to 15 the young person and those; from 16 the young person alone.

    `age` in whole years. `who` is «Jeugdige», «Ouder met gezag» or «Voogd».
    """
    own = [ConsentNeeded("Jeugdige", young_person)]
    if age >= 16:
        return own
    elders = [
        ConsentNeeded("Voogd" if person.role == "voogd" or person.authority == "voogd" else "Ouder met gezag", person.name)
        for person in around
        if person.role == "voogd" or (person.role == "ouder" and person.authority in WITH_AUTHORITY)
    ] or [ConsentNeeded("Ouder met gezag", "")]
    return elders if age < 12 else own + elders
