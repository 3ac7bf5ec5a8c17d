"""Who has to agree, in the words of the page: pure."""

from expertteam.ui.words import listed

from .rules import ASKED_TOO, DECIDES, Around, ConsentNeeded, consent_needed

ADULT = 18
PARENTS = "de ouders met gezag"


def consent_in_words(age: int, first_name: str, around: list[Around]) -> list[str]:
    """Sentences for the people at the desk: who has to agree and what good work asks besides.

    `around` are the people known so far; without a name they are named by what they are.
    """
    name = first_name or "de jongere"
    needed = consent_needed(age, name, around)
    elders = [who_in_words(one) for one in needed if one.who != "Jeugdige"]
    start = f"{capital(name)} is {age}"
    if age < ASKED_TOO:
        gives = "geven" if len(elders) > 1 or elders == [PARENTS] else "geeft"
        return [f"{start}: {listed(elders)} {gives} toestemming.", f"Praat er ook met {name} over."]
    if age < DECIDES:
        return [f"{start}: {name} én {listed(elders)} beslissen samen."]
    if age < ADULT:
        return [f"{start}: {name} beslist zelf.", "Praten met de ouders blijft wel goed werk."]
    return [f"{start} en volwassen: {name} beslist zelf.", f"De ouders praten mee als {name} dat wil."]


def who_in_words(needed: ConsentNeeded) -> str:
    """The name, or else what they are."""
    return needed.name or ("de voogd" if needed.who == "Voogd" else PARENTS)


def capital(text: str) -> str:
    """The first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]
