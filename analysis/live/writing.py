"""Putting a value in one field of a piece."""

from analysis.board.changes import Change
from analysis.board.linking import refuse_helped_problem
from analysis.board.models import Element, Part

from .answers import Answer
from .models import Did


def write_field(
    change: Change, part: Part, name: str, new: str, *, as_sent: bool = True, restored: bool = False
) -> Answer:
    """Put a value in a field of a piece, in a change that is being made."""
    if getattr(part, name) != new:
        setattr(part, name, new)
        if name == "kind" and isinstance(part, Element):
            refuse_helped_problem(part)
        change.save(part, only=name)
        change.happened = True
    if restored:
        change.note(Did.RESTORE, part)
    change.step.field = name
    state = "restored" if restored else "saved" if as_sent else "merged"
    return Answer(state, part.version, new, change.analysis.version + change.happened)
