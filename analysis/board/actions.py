"""Cards and the links between them: every way to change them. Texts and advice are in `advising.py`.

Every action takes the acting person first, holds the analysis while it writes, and leaves one line in the trace.
They raise what `changes.py` names: NotAllowed, Stale, Gone.
"""

from typing import TypedDict, Unpack
from uuid import UUID

from cases.casefile.models import Case
from expertteam.access.person import Person

from .advising import (
    add_advice,
    add_explanation,
    change_advice,
    change_explanation,
    move_advice,
    remove_advice,
    remove_explanation,
    restore_advice,
    restore_explanation,
    set_picture_of_care,
)
from .changes import changing, fill
from .linking import refuse_helped_problem, save_link
from .models import Analysis, Element, Link
from .pieces import brought_back, made_once, taken_away
from .places import place_card
from .rebasing import rebased
from .undo import Removed

__all__ = [
    "add_advice",
    "add_element",
    "add_explanation",
    "add_link",
    "analysis_of",
    "change_advice",
    "change_element",
    "change_explanation",
    "change_link",
    "move_advice",
    "move_element",
    "remove_advice",
    "remove_element",
    "remove_explanation",
    "remove_link",
    "restore_advice",
    "restore_element",
    "restore_explanation",
    "restore_link",
    "set_picture_of_care",
]


class ElementFields(TypedDict, total=False):
    """What one can say of a card; kind, domain and source are codes."""

    kind: str
    domain: str
    source: str
    said_by: str
    text: str


class LinkFields(TypedDict, total=False):
    """What one can say of a link; kind is a code."""

    source: Element
    target: Element
    kind: str


def analysis_of(case: Case) -> Analysis:
    """The analysis of this case; an empty one is made when there was none."""
    return Analysis.objects.get_or_create(case=case)[0]


def add_element(
    *, by: Person, analysis: Analysis, form_token: UUID | None = None, **fields: Unpack[ElementFields]
) -> Element:
    """A new card, last in its column; `kind`, `domain` and `text` are needed."""
    return made_once(by, analysis, "kaartje toegevoegd", Element, form_token, **fields)


def change_element(
    *, by: Person, element: Element, version: int | None = None, **fields: Unpack[ElementFields]
) -> Element:
    """Other words, kind, domain or source for a card; `version` is the one the person saw, see `rebasing.rebased`."""
    with changing(by, element.analysis, "kaartje gewijzigd") as change:
        current = change.current(element)
        change.happened = fill(current, rebased(current, version, dict(fields)))
        if change.happened:
            refuse_helped_problem(current)
            change.save(current)
        return current


def move_element(
    *, by: Person, element: Element, place: int = 0, kind: str = "", after: int | None = None
) -> Element:
    """Put a card on a place of its column, see `places.place_among`; with `kind` in the column of that kind."""
    with changing(by, element.analysis, "kaartje verplaatst") as change:
        current = change.current(element)
        place_card(change, current, kind or current.kind, place, after)
        return current


def remove_element(*, by: Person, element: Element, version: int | None = None) -> Removed:
    """Take a card away, with its links and its place under advice; the answer is what `restore_element` needs."""
    return taken_away(by, element, "kaartje verwijderd", version)


def restore_element(*, by: Person, analysis: Analysis, removed: Removed) -> Element:
    """Bring a card back with its links and its place under advice; a second time changes nothing.

    A link whose other end is gone, or that is no longer allowed, stays away.
    """
    return brought_back(by, analysis, "kaartje teruggezet", Element, removed)


def add_link(
    *,
    by: Person,
    analysis: Analysis,
    source: Element,
    target: Element,
    kind: str,
    form_token: UUID | None = None,
) -> Link:
    """A new link; NotAllowed says which rule of domain.md («Link rules») forbids it."""
    with changing(by, analysis, "verband toegevoegd") as change:
        made = change.made_by(Link, form_token)
        if made is not None:
            change.happened = False
            return made
        link = Link(analysis=change.analysis, source=source, target=target, kind=kind, form_token=form_token)
        return save_link(change, link)


def change_link(*, by: Person, link: Link, version: int | None = None, **fields: Unpack[LinkFields]) -> Link:
    """Another kind, or other ends, for a link; the same rules hold."""
    with changing(by, link.analysis, "verband gewijzigd") as change:
        current = change.current(link)
        change.happened = fill(current, rebased(current, version, dict(fields)))
        return save_link(change, current) if change.happened else current


def remove_link(*, by: Person, link: Link, version: int | None = None) -> Removed:
    """Take a link away; the answer is what `restore_link` needs."""
    return taken_away(by, link, "verband verwijderd", version)


def restore_link(*, by: Person, analysis: Analysis, removed: Removed) -> Link:
    """Bring a link back; a second time changes nothing. NotAllowed when it can no longer lie there."""
    return brought_back(by, analysis, "verband teruggezet", Link, removed)
