"""What people say of the parts of a version, beside those parts."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from expertteam.ui.given import there

from .models import Endorsement, PartAnswer, Verdict
from .parts import Group, Part, groups_of

OF_A_PART: dict[str, str] = {Verdict.YES: "klopt", Verdict.PARTLY: "klopt deels", Verdict.NO: "klopt niet"}


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


def parts_in_words(answers: list[int]) -> dict[int, list[dict[str, str]]]:
    """Per answer (by key) what is said of parts, in words, for what is frozen: {"text", "verdict", "words"}.

    Two queries at most, however many answers.
    """
    found: dict[int, list[dict[str, str]]] = {pk: [] for pk in answers}
    rows = Endorsement.objects.filter(pk__in=answers, parts__isnull=False, version__isnull=False).distinct()
    for given in rows.select_related("version").prefetch_related("parts"):
        found[given.pk] = [
            {
                "text": one.part.text,
                "verdict": OF_A_PART.get(one.answer.verdict, ""),
                "words": one.answer.words,
            }
            for one in parts_said(given, there(given.version).content)
        ]
    return found


def beside(
    content: dict[str, Any], answers: list[Endorsement], *, all_parts: bool = False
) -> list[BesideGroup]:
    """Every part of which somebody says something (or every part), with who and what.

    `answers` come with participant and parts, in the order in which people should be heard.
    """
    said: dict[str, list[tuple[str, PartAnswer]]] = defaultdict(list)
    for one in answers:
        for answer in one.parts.all():
            said[answer.part].append((one.participant.name, answer))
    groups = [
        BesideGroup(
            group, [Beside(part, said[part.key]) for part in group.parts if all_parts or part.key in said]
        )
        for group in groups_of(content)
    ]
    return [one for one in groups if one.rows]
