"""Who sees an explanation differently: every way to write it down, change it and take it away.

A dissent stands under one explanation of the same analysis and goes and comes back with it. It hurts nobody's
explanation: the certainty of that is changed by people, never by this.
"""

from typing import TypedDict, Unpack
from uuid import UUID

from expertteam.access.person import Person

from .changes import changing
from .models import Analysis, Dissent, Explanation
from .pieces import brought_back, reworded, taken_away
from .undo import Removed


class DissentFields(TypedDict, total=False):
    """What one can say of a dissent: whose it is, and how they see it."""

    said_by: str
    text: str


def add_dissent(
    *,
    by: Person,
    analysis: Analysis,
    explanation: Explanation,
    form_token: UUID | None = None,
    **fields: Unpack[DissentFields],
) -> Dissent:
    """Write down that somebody sees this explanation differently; both fields are needed. Gone when it is not there."""
    with changing(by, analysis, "andere kijk opgeschreven") as change:
        made = change.made_by(Dissent, form_token)
        if made is not None:
            change.happened = False
            return made
        about = change.current(explanation)
        return change.save(
            Dissent(analysis=change.analysis, explanation=about, form_token=form_token, **fields)
        )


def change_dissent(
    *, by: Person, dissent: Dissent, version: int | None = None, **fields: Unpack[DissentFields]
) -> Dissent:
    """Other words, or another name; `version` is the one the person saw, see `rebasing.rebased`."""
    return reworded(by, dissent, "andere kijk gewijzigd", version, fields)


def remove_dissent(*, by: Person, dissent: Dissent, version: int | None = None) -> Removed:
    """Take a dissent away; the answer is what `restore_dissent` needs."""
    return taken_away(by, dissent, "andere kijk verwijderd", version)


def restore_dissent(*, by: Person, analysis: Analysis, removed: Removed) -> Dissent:
    """Bring a dissent back under its explanation; a second time changes nothing. Gone when that is not there."""
    return brought_back(by, analysis, "andere kijk teruggezet", Dissent, removed)
