"""One line of the timeline, as somebody types it while listening, read into an event. Pure.

    sep 2013 – jul 2020 speciaal basisonderwijs, succes
    2016-2018 ambulante hulp bij Molendrift: contact herstellen, gestopt door wachtlijst
    toen hij 6 was verhuisd naar oma, volgens moeder
    sinds mei 2024 thuis

The date may be vague and may stand anywhere. A kind in front says it outright («hulp: …»), and so do «doel …»,
«resultaat …», «bron …» and «erbij …» between commas.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from expertteam.ui.dates import DateError, VagueDate

from .guesses import Guessed, guess
from .moment_words import Life
from .moments import EndsBeforeStart, moments, out_of_life
from .when import Found, find_when

LONGEST, LONGEST_NAME = 500, 200
NO_KIND = "levensgebeurtenis"


class LineError(ValueError):
    """A line that cannot be read; the text says in Dutch what to do."""


@dataclass(frozen=True)
class EventData:
    """One event; `kind` is a code of question `gebeurtenis_soort`, `mark` of `markering`, `source` of `bron`."""

    kind: str
    start: VagueDate
    text: str
    end: VagueDate | None = None
    ongoing: bool = False
    mark: str = ""
    provider: str = ""
    goal: str = ""
    result: str = ""
    present: str = ""
    source: str = ""


@dataclass(frozen=True)
class ReadLine:
    """What was understood; `kind_is_guess` when no word told the kind."""

    data: EventData
    kind_is_guess: bool = False


def read_line(text: str, *, birth: date, today: date, name: str = "") -> ReadLine:
    """Read one line about somebody born on `birth`, called `name`. Raises LineError."""
    line = tidy(text)
    if not line:
        raise LineError("Schrijf wanneer het was en wat er gebeurde.")
    if len(line) > LONGEST:
        raise LineError(
            f"Deze regel is te lang ({len(line)} tekens). Houd het bij {LONGEST}, of maak er twee van."
        )
    found, rest = _when(line, Life(birth, today))
    _check(found, birth, today)
    guessed = guess(rest, name)
    if not guessed.text:
        raise LineError("Wat gebeurde er toen? Schrijf het achter de datum.")
    return _event(found, guessed)


def tidy(text: str) -> str:
    """One line without the bullet and the spaces of where it was copied from."""
    line = " ".join(text.replace("\u2212", "–").replace("\u2011", "-").split())
    return re.sub(r"^(?:[-•*–·▪◦‣]\s+|[•▪◦‣·]\s*)", "", line)


def _when(line: str, life: Life) -> tuple[Found, str]:
    """The period and what is left of the line; somebody who is born needs no date."""
    try:
        found = find_when(line, life)
    except DateError as error:
        if not re.match(r"geboren\b|geboorte\b", line, re.I):
            raise LineError(str(error)) from None
        return Found(VagueDate(life.birth, "day"), None, False, 0, 0), line
    before, after = line[: found.begins].rstrip(" ,;(–-"), line[found.ends :].lstrip(" ,;:)–—-.|\t")
    return found, f"{before} {after}".strip()


def _check(found: Found, birth: date, today: date) -> None:
    for moment in (found.start, found.end):
        if moment and (wrong := out_of_life(moment, birth, today)):
            raise LineError(wrong)
    try:
        moments(found.start, found.end)
    except EndsBeforeStart:
        raise LineError("Het einde ligt voor het begin. Kijk beide nog eens na.") from None


def _event(found: Found, guessed: Guessed) -> ReadLine:
    start, end = found.start, found.end
    text = guessed.text[0].upper() + guessed.text[1:]
    data = EventData(
        guessed.kind or NO_KIND, start, text, None if end == start else end,
        (found.ongoing or guessed.ongoing) and end is None,
        guessed.mark, guessed.provider, guessed.goal, guessed.result, guessed.present, guessed.source,
    )  # fmt: skip
    return ReadLine(without_long_names(data), not guessed.kind)


def without_long_names(data: EventData) -> EventData:
    """What is longer than a name can be is no name: it goes back to the text."""
    long = [words for words in (data.provider, data.present) if len(words) > LONGEST_NAME]
    return replace(
        data, text=", ".join([data.text, *long]),
        provider="" if data.provider in long else data.provider,
        present="" if data.present in long else data.present,
    )  # fmt: skip
