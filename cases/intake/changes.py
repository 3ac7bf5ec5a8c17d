"""Two people change one aanmelding at once: what did each of them change, and what is left to decide. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .answers import Answers, same


@dataclass(frozen=True)
class Merged:
    """`answers` to go on with; `taken`: changed by the other only; `clashing`: changed by both, to something else."""

    answers: dict[str, Any]
    taken: list[str] = field(default_factory=list)
    clashing: list[str] = field(default_factory=list)


def merge(base: Answers | None, theirs: Answers, mine: Answers) -> Merged:
    """Three answers to everything: as I began, as it is now, as I want it. Mine stays wherever I changed something.

    When it is not known how I began (None), whatever is different is a clash.
    """
    merged = Merged({**theirs, **mine})
    if base is None:
        merged.clashing.extend(changed(theirs, mine))
        return merged
    for name, value in mine.items():
        if same(value, theirs[name]) or same(theirs[name], base[name]):
            continue
        if same(value, base[name]):
            merged.answers[name] = theirs[name]
            merged.taken.append(name)
        else:
            merged.clashing.append(name)
    return merged


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """The names whose answer is another one than before."""
    return [name for name, value in after.items() if not same(before[name], value)]
