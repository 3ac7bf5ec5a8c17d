"""Putting cards and advice back in the order of a fixed version."""

from typing import Any

from analysis.board.actions import move_advice, move_element
from analysis.board.models import Advice, Analysis, Element
from analysis.board.queries import COLUMNS
from expertteam.access.person import Person

from .state import State


def put_in_order(by: Person, row: Analysis, then: State) -> None:
    """Move what lies elsewhere; what lies right is not touched. Call it when the pieces are those of `then`."""
    cards = Element.objects.filter(analysis=row)
    for column in COLUMNS:
        wanted = [one.pk for one in then.cards if one.kind in column.kinds]
        for place, pk in _moves([one.pk for one in cards.filter(kind__in=column.kinds)], wanted):
            move_element(by=by, element=cards.get(pk=pk), place=place)
    advices: Any = Advice.objects.filter(analysis=row)
    for place, pk in _moves([one.pk for one in advices], [one.pk for one in then.advices]):
        move_advice(by=by, advice=advices.get(pk=pk), place=place)


def _moves(order: list[int], wanted: list[int]) -> list[tuple[int, int]]:
    """(place, number) of every move that makes this order the wanted one."""
    moves = []
    for place, pk in enumerate(wanted):
        if pk in order and order.index(pk) != place:
            order.remove(pk)
            order.insert(place, pk)
            moves.append((place, pk))
    return moves
