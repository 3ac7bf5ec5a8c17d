"""Cards and the links between them: every way to change them. Texts and advice are in `advising.py`.

Every action takes the acting person first, holds the analysis while it writes, and leaves one line in the trace.
They raise what `changes.py` and `lease.py` name: NotAllowed, Stale, Gone, LeaseTaken.
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
from .changes import Change, NotAllowed, changing, fill
from .graph import ElementKind, LinkKind, validate_link
from .models import Analysis, Element, Link
from .undo import Removed, remove, restore

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

COLUMNS: tuple[tuple[str, ...], ...] = (
    (ElementKind.COMPLAINT,),
    (ElementKind.ORIGIN, ElementKind.TRIGGER),
    (ElementKind.MAINTAINING,),
    (ElementKind.PROTECTIVE,),
)


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
    return Analysis.objects.select_related("editor").get_or_create(case=case)[0]


def add_element(
    *, by: Person, analysis: Analysis, form_token: UUID | None = None, **fields: Unpack[ElementFields]
) -> Element:
    """A new card, last in its column; `kind`, `domain` and `text` are needed."""
    with changing(by, analysis, "kaartje toegevoegd") as change:
        made = change.made_by(Element, form_token)
        if made is not None:
            change.happened = False
            return made
        return change.save(Element(analysis=change.analysis, form_token=form_token, **fields))


def change_element(
    *, by: Person, element: Element, version: int | None = None, **fields: Unpack[ElementFields]
) -> Element:
    """Other words, kind, domain or source for a card; `version` is the one the person saw."""
    with changing(by, element.analysis, "kaartje gewijzigd") as change:
        current = change.current(element, version)
        change.happened = fill(current, dict(fields))
        if change.happened:
            _refuse_helped_problem(current)
            change.save(current)
        return current


def move_element(*, by: Person, element: Element, place: int, kind: str = "") -> Element:
    """Put a card on a place of its column, counted from 0; with `kind` in the column of that kind."""
    with changing(by, element.analysis, "kaartje verplaatst") as change:
        current = change.current(element)
        stood = (current.kind, _column(change, current).index(current))
        current.kind = kind or current.kind
        others = [one for one in _column(change, current) if one.pk != current.pk]
        place = min(max(place, 0), len(others))
        change.happened = stood != (current.kind, place)
        if change.happened:
            _refuse_helped_problem(current)
            change.save(current)
            _number(change, [*others[:place], current, *others[place:]])
        return current


def _column(change: Change, card: Element) -> list[Element]:
    """The cards in the column where this one belongs, in their order."""
    kinds = next(column for column in COLUMNS if card.kind in column)
    return list(Element.objects.filter(analysis=change.analysis, kind__in=kinds))


def _number(change: Change, column: list[Element]) -> None:
    """Number all cards again, those of one column in this order on the places that column has."""
    members, order = {one.pk for one in column}, iter(column)
    everything = Element.objects.filter(analysis=change.analysis)
    placed = [next(order) if one.pk in members else one for one in everything]
    for position, one in enumerate(placed):
        one.position = position
    Element.objects.bulk_update(placed, ["position"])


def remove_element(*, by: Person, element: Element, version: int | None = None) -> Removed:
    """Take a card away, with its links and its place under advice; the answer is what `restore_element` needs."""
    with changing(by, element.analysis, "kaartje verwijderd") as change:
        return remove(change, change.current(element, version))


def restore_element(*, by: Person, analysis: Analysis, removed: Removed) -> Element:
    """Bring a card back with its links and its place under advice; a second time changes nothing.

    A link whose other end is gone, or that is no longer allowed, stays away.
    """
    with changing(by, analysis, "kaartje teruggezet") as change:
        return restore(change, Element, removed)


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
        return _save_link(change, link)


def change_link(*, by: Person, link: Link, version: int | None = None, **fields: Unpack[LinkFields]) -> Link:
    """Another kind, or other ends, for a link; the same rules hold."""
    with changing(by, link.analysis, "verband gewijzigd") as change:
        current = change.current(link, version)
        change.happened = fill(current, dict(fields))
        return _save_link(change, current) if change.happened else current


def remove_link(*, by: Person, link: Link, version: int | None = None) -> Removed:
    """Take a link away; the answer is what `restore_link` needs."""
    with changing(by, link.analysis, "verband verwijderd") as change:
        return remove(change, change.current(link, version))


def restore_link(*, by: Person, analysis: Analysis, removed: Removed) -> Link:
    """Bring a link back; a second time changes nothing. NotAllowed when it can no longer lie there."""
    with changing(by, analysis, "verband teruggezet") as change:
        return restore(change, Link, removed)


def _save_link(change: Change, link: Link) -> Link:
    source, target = change.current(link.source), change.current(link.target)
    taken = Link.objects.filter(source=source, target=target).exclude(pk=link.pk).exists()
    wrong = validate_link(source.kind, target.kind, link.kind, source.pk == target.pk, taken)
    if wrong:
        raise NotAllowed(wrong)
    return change.save(link)


def _refuse_helped_problem(element: Element) -> None:
    """A card towards which something helps stays a protective one."""
    if element.kind == ElementKind.PROTECTIVE:
        return
    helper = Link.objects.filter(target=element, kind=LinkKind.HELPS).select_related("source").first()
    if helper is not None:
        raise NotAllowed(
            [
                f"Naar dit kaartje wijst het verband “helpt” vanaf “{helper.source.text}”. Dat kan alleen bij iets "
                "wat helpt of kracht geeft. Verander eerst dat verband, bijvoorbeeld in “dempt”."
            ]
        )
