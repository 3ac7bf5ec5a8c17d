"""Where the words of a strength come back in the words of a place: pure, a hint to read on and never a reason."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cases.casefile.text import folded

SHORTEST, SHORTEST_BEGINNING = 4, 5
_WORD = re.compile(r"[a-z]+")
_ENDINGS = ("jes", "je", "en", "t", "s", "e")
# Words that say nothing about what somebody likes or what works.
_EMPTY = (
    "alles altijd ander andere anders avond avonden begeleider begeleiders begeleiding beide beter bijna blijft "
    "blijven brengt daar daarna dagen deel denkt derde deze dicht ding dingen doen doet door doordat echt eerst "
    "eerste eigen elkaar elke enkele even extra familie gaan gaat geeft geen gesprek gesprekken geven gewoon "
    "gezin goed goede graag groep haalt haar hebben heeft heel hele helemaal helpt hier hoeft hoeven huis huizen "
    "hulp ieder iedere iedereen iemand iets invalt jaar jaren jong jongen jongens jongere jongeren kamer kennen "
    "kent kind kinderen klein kleine komen komt kort krijgt kunnen laat lang langs last laten leert leren leven "
    "maakt maand maanden maken meer meest mens mensen middag minder moet moeten naar naast nacht nachts neemt "
    "nemen niemand niet niets nieuw nieuwe nodig ochtend omdat onder onze ouder ouders over paar plaats plek "
    "plekken praat praten recht rond samen school soms soort spreekt staan staat steeds sterk terug thuis tijd "
    "toch tussen twee vanaf vast vaste veel vinden vindt voelt volgende voor vooral vraag vraagt vragen waar "
    "waarin wanneer week weekend weer weet wekelijks weken werk werken werkt weten willen wilt wonen woont woord "
    "woorden worden wordt zeggen zegt zelf zelfs zichzelf zien ziet zijn zitten zoals zodra zoeken zoekt zonder "
    "zorg zorgen"
)


@dataclass(frozen=True)
class Touch:
    """A strength, and the words of the place in which it seems to come back."""

    strength: str
    words: str


def touches(strengths: Iterable[str], said: Iterable[str]) -> tuple[Touch, ...]:
    """For every strength the first thing the place says that shares a word with it, if any."""
    spoken = [(text, stems(text)) for text in said if text]
    found = []
    for strength in strengths:
        own = stems(strength)
        text = next((text for text, others in spoken if any(alike(a, b) for a in own for b in others)), None)
        if text is not None:
            found.append(Touch(strength, text))
    return tuple(found)


def alike(one: str, other: str) -> bool:
    """The same word, or one that begins with the other: `fiets` and `fietsenwerkplaats`."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= SHORTEST_BEGINNING and long.startswith(short))


def stems(text: str) -> frozenset[str]:
    """The words that can mean something, without their ending: `bouwt` and `bouwen` are both `bouw`."""
    words = {stem(word) for word in _WORD.findall(folded(text))}
    return frozenset(word for word in words if len(word) >= SHORTEST and word not in EMPTY)


def stem(word: str) -> str:
    """A Dutch word without its last ending, and without a double letter there."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST - 1:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiou" else word


EMPTY = frozenset(stem(word) for word in _EMPTY.split())
