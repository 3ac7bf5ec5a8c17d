"""What people say of the parts of a version, beside those parts."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from .models import Endorsement, PartAnswer
from .parts import Group, Part, groups_of


@dataclass(frozen=True)
class SaidOfPart:
    """One answer about one part."""

    part: Part
    answer: PartAnswer


@dataclass(frozen=True)
class Beside:
    """A part with what everybody says of it; `answers` are (name, answer)."""

    part: Part
    answers: list[tuple[str, PartAnswer]]


@dataclass(frozen=True)
class BesideGroup:
    """The parts of one kind of which something is said."""

    group: Group
    rows: list[Beside]


def parts_said(given: Endorsement, content: dict[str, Any]) -> list[SaidOfPart]:
    """What one party says of parts, in the order of the version."""
    known = {one.part: one for one in given.parts.all()}
    parts = [part for group in groups_of(content) for part in group.parts]
    return [SaidOfPart(part, known[part.key]) for part in parts if part.key in known]


def beside(content: dict[str, Any], answers: list[Endorsement], *, all_parts: bool = False) -> list[BesideGroup]:
    """Every part of which somebody says something (or every part), with who and what.

    `answers` come with participant and parts, in the order in which people should be heard.
    """
    said: dict[str, list[tuple[str, PartAnswer]]] = defaultdict(list)
    for one in answers:
        for answer in one.parts.all():
            said[answer.part].append((one.participant.name, answer))
    groups = [
        BesideGroup(group, [Beside(part, said[part.key]) for part in group.parts if all_parts or part.key in said])
        for group in groups_of(content)
    ]
    return [one for one in groups if one.rows]
