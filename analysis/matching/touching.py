"""Where the words of a strength come back in the words of a place: pure, a hint to read on and never a reason."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cases.casefile.text import folded

STEM = 5
_WORD = re.compile(r"[a-z]+")
# Words that say nothing about what somebody likes or who matters to them.
_EMPTY = (
    "altijd ander andere anders begeleider begeleiders beide blijft bijna daarna dagen derde dezelfde doordat eigen "
    "elkaar elke enkele ergens geeft gewoon goede graag groep haalt heeft helpt hierna hebben iedere iedereen iemand "
    "jaren jongere jongeren kinderen komen kunnen laten maakt mensen minder moeten naast nieuwe nodig omdat onder "
    "ouders plaats plek praat samen soms steeds terug totdat tussen twee vaste vindt volgende voelt vooral waarin "
    "waarom wanneer wekelijks werken willen wordt worden zelfs zichzelf zitten zonder zoals zodra"
)
EMPTY = frozenset(_EMPTY.split())


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
        text = next((text for text, others in spoken if own & others), None)
        if text is not None:
            found.append(Touch(strength, text))
    return tuple(found)


def stems(text: str) -> frozenset[str]:
    """The first five letters of every word that can mean something."""
    words = _WORD.findall(folded(text))
    return frozenset(word[:STEM] for word in words if len(word) >= STEM and word not in EMPTY)
