"""One line to make an action of: «Gea belt school, vrijdag» → who, what, when. Pure: names and the day are given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cases.casefile.text import folded

from .line_dates import find_day

SELF = ("ik", "mij", "ikzelf")
BEFORE_A_NAME = frozenset({"de", "het", "mijn", "onze", "meneer", "mevrouw", "juf", "meester", "dokter"})
# They end as «belt» and «regelt» do, and say nothing of who does it.
NO_VERBS = frozenset(
    {
        "met",
        "het",
        "niet",
        "uit",
        "dat",
        "wat",
        "dit",
        "tot",
        "eerst",
        "kort",
        "laat",
        "best",
        "iet",
        "volgt",
        "recht",
    }
)
VERBS = frozenset({"is", "zal", "kan", "wil", "mag", "gaan", "doen", "komt", "zegt"})


class LineError(ValueError):
    """The line cannot be understood; the text says in Dutch what to do."""


@dataclass(frozen=True)
class Line:
    """What was understood. `who` is a name as it is known, or as it was typed; empty: whoever typed it."""

    who: str
    what: str
    due_on: date | None


def understand(line: str, *, today: date, names: Sequence[str]) -> Line:
    """Read a line; `names` are the full names of who is known here.

    LineError when two people could be meant or nothing is left to do; DateError for a day that does not exist.
    """
    text = " ".join(line.split())
    found = find_day(text, today)
    rest = found.rest if found else text
    who, what = split_who(rest.strip(" ,;.") or text, names)
    what = what.strip(" ,;:.")
    if not what:
        raise LineError("Wat moet er gebeuren? Schrijf bijvoorbeeld ‘Gea belt school, vrijdag’.")
    return Line(who, what[0].upper() + what[1:], found.day if found else None)


def split_who(text: str, names: Sequence[str]) -> tuple[str, str]:
    """Who, and what is left."""
    before, colon, after = text.partition(":")
    if colon and after.strip() and len(before.split()) <= 4:
        return known(before, names) or ("" if folded(before) in SELF else before.strip()), after
    words = text.split(" ")
    if folded(words[0]) in SELF:
        return "", " ".join(words[1:])
    return (
        named_first(words, names)
        or named_last(words, names)
        or verb_then_name(words, names)
        or before_a_verb(words)
        or ("", text)
    )


def known(typed: str, names: Iterable[str]) -> str:
    """The one known name this is, whole or as a first name; empty for a stranger. LineError when it may be two."""
    wanted, every = folded(typed), sorted(set(names))
    whole = [name for name in every if folded(name) == wanted]
    found = whole or [name for name in every if wanted and folded(name).split(" ")[0] == wanted]
    if len(found) > 1:
        raise LineError(f"Bedoel je {' of '.join(found)}? Schrijf de hele naam.")
    return found[0] if found else ""


def longest_name(words: Sequence[str], names: Sequence[str]) -> tuple[str, int]:
    """The known name these words begin with, and of how many words it is."""
    for size in range(min(6, len(words)), 0, -1):
        if name := known(" ".join(words[:size]).rstrip(","), names):
            return name, size
    return "", 0


def named_first(words: list[str], names: Sequence[str]) -> tuple[str, str] | None:
    """«Gea belt school»."""
    name, size = longest_name(words, names)
    return (name, " ".join(words[size:])) if name and len(words) > size else None


def named_last(words: list[str], names: Sequence[str]) -> tuple[str, str] | None:
    """«school bellen door Gea»."""
    if "door" not in words[1:-1]:
        return None
    place = len(words) - 1 - words[::-1].index("door")
    name = known(" ".join(words[place + 1 :]), names)
    return (name, " ".join(words[:place])) if name else None


def verb_then_name(words: list[str], names: Sequence[str]) -> tuple[str, str] | None:
    """«belt Gea school», what is left of «vrijdag belt Gea school»."""
    if len(words) < 3 or not is_verb(words[0]) or words[0][0].isupper():
        return None
    name, size = longest_name(words[1:], names)
    return (name, " ".join([words[0], *words[1 + size :]])) if name else None


def before_a_verb(words: list[str]) -> tuple[str, str] | None:
    """«De school regelt vervoer», «Meneer Smit belt terug»: a stranger with a verb behind it."""
    for size in (1, 2, 3):
        who = words[:size]
        if len(words) > size + 1 and is_verb(words[size]) and is_somebody(who):
            return " ".join(who), " ".join(words[size:])
    return None


def is_somebody(words: list[str]) -> bool:
    first = words[0]
    if len(words) == 1:
        return first[:1].isupper() and folded(first) not in BEFORE_A_NAME
    return folded(first) in BEFORE_A_NAME or all(word[:1].isupper() for word in words)


def is_verb(word: str) -> bool:
    """Whether a word looks like what somebody does: «belt», «regelt», «gaat»."""
    plain = word.casefold()
    return plain in VERBS or (
        plain.endswith("t") and len(plain) >= 3 and plain.isalpha() and plain not in NO_VERBS
    )
