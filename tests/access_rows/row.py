"""A row of the access matrix and the signs that come back often; see tests/access_matrix.py."""

from collections.abc import Callable
from typing import Any

from tests.access_world import World

COLUMNS = ["P", "E", "e", "Z", "C", "S", "B", "L", "F", "V"]
Given = Callable[[World], Any]


class Row:
    """What each column may expect, how the address is filled in, and what POST sends."""

    def __init__(
        self, signs: str, *, only_post: bool = False, data: Given | None = None, **args: Given
    ) -> None:
        self.signs = dict(zip(COLUMNS, signs.split(), strict=True))
        self.only_post, self.data, self.args = only_post, data, args


def number(world: World) -> str:
    return world.case.number


def case(signs: str, **more: Any) -> Row:
    """A row of an address with a case number."""
    return Row(signs, number=number, **more)


#          P E e Z C S B L F V
EVERYBODY = "+ + + + + + + + + +"
MEMBERS = "+ + + + + + + + + >"
CASE_READ = "+ + - + + + - - 0 >"
ANALYSIS_READ = "+ + - + + - - - 0 >"
ANALYSIS_CHANGE = "+ + - - - - - - 0 >"
ONLY_P = "+ - - - - - - - 0 >"
P_AND_S = "+ - - - - + - - 0 >"
P_AND_C = "+ - - - + - - - 0 >"
NEW_REFERRAL = "+ - - - - + - - + >"
MONITOR = "+ - - - + - - + + >"
OWN_MONITOR = "+ - - - + - - + 0 >"
REGISTER = "- - - - + - - - - >"
