"""Where a card or an advice is put: on a place, or after another, so that two people who move at once both get it."""

from collections.abc import Sequence

from analysis.live.models import Did

from .changes import Change
from .graph import ElementKind
from .linking import refuse_helped_problem
from .models import Advice, Element, Part

COLUMNS: tuple[tuple[str, ...], ...] = (
    (ElementKind.COMPLAINT,),
    (ElementKind.ORIGIN, ElementKind.TRIGGER),
    (ElementKind.MAINTAINING,),
    (ElementKind.PROTECTIVE,),
)


def place_card(change: Change, card: Element, kind: str, place: int, after: int | None) -> None:
    """Put a card in the column of `kind`, see `place_among`; the change did not happen when it lay there."""
    column, kind_before = _column(change, card.kind), card.kind
    stood = column.index(card)
    others = [one for one in _column(change, kind) if one.pk != card.pk]
    place = place_among(others, place, after)
    change.happened = (kind_before, stood) != (kind, place)
    if change.happened:
        card.kind = kind
        refuse_helped_problem(card)
        change.save(card)
        change.note(Did.MOVE, card, {"kind": kind_before, "after": _before(column, stood)})
        _number(change, [*others[:place], card, *others[place:]])


def place_advice(change: Change, advice: Advice, place: int, after: int | None) -> None:
    """Put an advice in the order, see `place_among`; the change did not happen when it stood there."""
    everything = list(Advice.objects.filter(analysis=change.analysis))
    stood = everything.index(advice)
    others = [one for one in everything if one.pk != advice.pk]
    others.insert(place_among(others, place, after), advice)
    change.happened = [one.pk for one in others] != [one.pk for one in everything]
    if change.happened:
        change.save(advice)
        change.note(Did.MOVE, advice, {"after": _before(everything, stood)})
        for number, one in enumerate(others):
            one.position = number
        Advice.objects.bulk_update(others, ["position"])


def place_among(others: Sequence[Part], place: int, after: int | None) -> int:
    """The place among the other pieces as they lie now: after the piece with key `after` (0: first), or `place`.

    Behind all of them when the one before it went elsewhere in the meantime.
    """
    if after is None:
        return min(max(place, 0), len(others))
    keys = [one.pk for one in others]
    return 0 if not after else keys.index(after) + 1 if after in keys else len(keys)


def _before(row: Sequence[Part], place: int) -> int:
    """The key of the piece before this place; 0 when there is none."""
    return int(row[place - 1].pk) if place else 0


def _column(change: Change, kind: str) -> list[Element]:
    """The cards in the column where this kind belongs, in their order."""
    kinds = next(column for column in COLUMNS if kind in column)
    return list(Element.objects.filter(analysis=change.analysis, kind__in=kinds))


def _number(change: Change, column: list[Element]) -> None:
    """Number all cards again, those of one column in this order on the places that column has."""
    members, order = {one.pk for one in column}, iter(column)
    everything = Element.objects.filter(analysis=change.analysis)
    placed = [next(order) if one.pk in members else one for one in everything]
    for position, one in enumerate(placed):
        one.position = position
    Element.objects.bulk_update(placed, ["position"])
