"""What the browser hears about words it sent."""

from dataclasses import dataclass
from typing import Any

from analysis.board.models import Part
from analysis.board.rebasing import as_it_was

from .models import Conflict


@dataclass(frozen=True)
class Answer:
    """`state` is saved, merged, conflict or restored; `value` is how the field stands at `version` of its piece.

    `number` is the version of the analysis in which that is so.
    """

    state: str
    version: int
    value: str
    number: int
    conflict: Conflict | None = None
    theirs: str = ""
    their_name: str = ""

    def as_json(self) -> dict[str, Any]:
        """As the browser gets it."""
        return {
            "state": self.state,
            "version": self.version,
            "value": self.value,
            "number": self.number,
            "conflict": conflict_json(self.conflict, self.theirs, self.their_name) if self.conflict else None,
        }


def conflict_json(conflict: Conflict, theirs: str, their_name: str) -> dict[str, Any]:
    """A conflict with what its author chooses between."""
    return {
        "id": conflict.pk,
        "piece": conflict.piece,
        "pk": conflict.part_id,
        "field": conflict.field,
        "mine": conflict.mine,
        "theirs": theirs,
        "their_name": their_name,
    }


def who_wrote(part: Part) -> str:
    """The name of who changed this piece last; empty when that is not known."""
    last = as_it_was(part, part.version)
    return str(last.history_user) if last is not None and last.history_user else ""
