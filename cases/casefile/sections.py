"""What other apps show on the overview of a case; they add theirs when they start."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from expertteam.access.person import Person

from .models import Case

Fill = Callable[[Person, Case], dict[str, Any] | None]


@dataclass(frozen=True)
class Section:
    """A part of the overview: shown to who has the right on this case, in the order of `place`."""

    template: str
    fill: Fill
    rule: str
    place: int


QUESTION = 10  # the place of the question itself
_sections: list[Section] = []


def add_section(template: str, fill: Fill, rule: str, *, place: int) -> None:
    """Add a part between the question (10) and the agreements (80); a place under 10 is above the question.

    `fill(person, case)` gives what the template finds in `section`, or None when there is nothing to show; it may ask
    a fixed number of queries. The template also has `case`.
    """
    _sections.append(Section(template, fill, rule, place))
    _sections.sort(key=lambda section: section.place)


def sections_for(person: Person, case: Case) -> list[dict[str, Any]]:
    """The parts this person may see, each with template, content and whether it stands above the question."""
    filled = [(one, one.fill(person, case)) for one in _sections if one.rule in case.rights]
    return [
        {"template": one.template, "content": content, "on_top": one.place < QUESTION}
        for one, content in filled
        if content is not None
    ]
