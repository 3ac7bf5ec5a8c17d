"""What differs between two texts, word by word. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
_TOO_MANY = 4000


class RunKind(StrEnum):
    """What happened to a run of words."""

    SAME = "zelfde"
    GONE = "weg"
    ADDED = "erbij"


@dataclass(frozen=True)
class Run:
    """Words next to each other that stayed, went or came."""

    kind: RunKind
    text: str


def word_runs(before: str, after: str) -> tuple[Run, ...]:
    """The runs that, without what came, are `before`, and without what went, `after`.

    Very long texts are not looked into: they went and came as a whole.
    """
    if before == after:
        return (Run(RunKind.SAME, before),) if before else ()
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    if len(old) + len(new) > _TOO_MANY:
        return whole(before, after)
    runs: list[Run] = []
    for what, i, j, k, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            runs.append(Run(RunKind.SAME, "".join(old[i:j])))
        else:
            runs += whole("".join(old[i:j]), "".join(new[k:end]))
    return tuple(_calm(runs))


def whole(before: str, after: str) -> tuple[Run, ...]:
    """One text in place of another; an empty one leaves no run."""
    runs = (Run(RunKind.GONE, before), Run(RunKind.ADDED, after))
    return tuple(run for run in runs if run.text)


def list_runs(before: Iterable[str], after: Iterable[str]) -> tuple[Run, ...]:
    """The same for lists of names: what stayed, then what went and what came."""
    old, new = list(dict.fromkeys(before)), list(dict.fromkeys(after))
    return (
        *(Run(RunKind.SAME, one) for one in old if one in new),
        *(Run(RunKind.GONE, one) for one in old if one not in new),
        *(Run(RunKind.ADDED, one) for one in new if one not in old),
    )


def _calm(runs: list[Run]) -> list[Run]:
    """A space alone between two changes is part of them: «~~een~~ ~~klein~~» reads as one change."""
    pairs: list[tuple[str, str]] = []
    for place, run in enumerate(runs):
        lonely = run.kind == RunKind.SAME and run.text.isspace() and 0 < place < len(runs) - 1
        if run.kind == RunKind.SAME and not lonely:
            pairs.append((run.text, run.text))
            continue
        old = run.text if run.kind != RunKind.ADDED else ""
        new = run.text if run.kind != RunKind.GONE else ""
        if pairs and not _stayed(pairs[-1]):
            old, new = pairs[-1][0] + old, pairs.pop()[1] + new
        pairs.append((old, new))
    calm: list[Run] = []
    for old, new in pairs:
        calm += [Run(RunKind.SAME, old)] if old == new else whole(old, new)
    return calm


def _stayed(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]
