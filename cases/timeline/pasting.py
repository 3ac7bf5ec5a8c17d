"""Many lines at once, pasted from a report or a letter: each read by itself, all of it saved in one go."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cases.casefile.models import Case

from .actions import fingerprint, stored
from .forms import read_for
from .line import EventData, LineError, tidy
from .moments import period_in_words

MOST = 200


class TooMany(ValueError):
    """More lines than fit on one page; the text says so in Dutch."""


@dataclass(frozen=True)
class Pasted:
    """A line as it stands in its field: what was understood, or why it was not."""

    line: str
    data: EventData | None = None
    period: str = ""
    kind_is_guess: bool = False
    is_known: bool = False
    error: str = ""


def lines_of(text: str) -> list[str]:
    """The lines that hold something. Raises TooMany."""
    lines = [line for raw in text.splitlines() if (line := tidy(raw))]
    if len(lines) > MOST:
        raise TooMany(f"Dit zijn {len(lines)} regels. Plak er hooguit {MOST} tegelijk.")
    return lines


def read_all(case: Case, lines: Iterable[str]) -> list[Pasted]:
    """Read every line, and say which event is there already or stands higher in the same list."""
    known = {fingerprint(row) for row in case.timeline.values()}
    read = []
    for line in lines:
        one = read_one(case, line)
        if one.data:
            mine = fingerprint(stored(one.data))
            one = replace(one, is_known=mine in known)
            known.add(mine)
        read.append(one)
    return read


def read_one(case: Case, line: str) -> Pasted:
    """One line."""
    try:
        found = read_for(case, line)
    except LineError as error:
        return Pasted(line, error=str(error))
    data = found.data
    period = period_in_words(data.start, data.end, data.ongoing, case.young_person.birth_date)
    return Pasted(line, data, period, found.kind_is_guess)
