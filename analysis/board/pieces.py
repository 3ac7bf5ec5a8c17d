"""What is done with every kind of piece in the same way: made once, put in other words, taken away, brought back."""

from typing import Any
from uuid import UUID

from expertteam.access.person import Person

from .changes import AnyPart, changing, fill
from .models import Analysis, Part
from .rebasing import rebased
from .undo import Removed, remove, restore


def made_once(
    by: Person, analysis: Analysis, what: str, model: type[AnyPart], form_token: UUID | None, **fields: Any
) -> AnyPart:
    """A new piece, the last of its kind; the same form sent twice gives the same piece. `what` stands in the trace."""
    with changing(by, analysis, what) as change:
        made = change.made_by(model, form_token)
        if made is not None:
            change.happened = False
            return made
        return change.save(model(analysis=change.analysis, form_token=form_token, **fields))


def reworded(by: Person, part: AnyPart, what: str, version: int | None, fields: Any) -> AnyPart:
    """The piece with these fields; `version` is the one the person saw, see `rebasing.rebased`."""
    with changing(by, part.analysis, what) as change:  # type: ignore[attr-defined]
        current = change.current(part)
        change.happened = fill(current, rebased(current, version, dict(fields)))
        return change.save(current) if change.happened else current


def taken_away(by: Person, part: Part, what: str, version: int | None) -> Removed:
    """Without this piece; the answer is what `brought_back` needs."""
    with changing(by, part.analysis, what) as change:  # type: ignore[attr-defined]
        return remove(change, change.current(part, version))


def brought_back(
    by: Person, analysis: Analysis, what: str, model: type[AnyPart], removed: Removed
) -> AnyPart:
    """The piece that was taken away; a second time changes nothing."""
    with changing(by, analysis, what) as change:
        return restore(change, model, removed)
