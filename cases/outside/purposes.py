"""What links for people without an account can be for; rooms add theirs when they start."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import OutsideLink


@dataclass(frozen=True)
class Speaks:
    """A page of which one may choose the language: `of(link)` is its code, `choose(link, code)` keeps another."""

    of: "Callable[[OutsideLink], str]"
    choose: "Callable[[OutsideLink, str], None]"


@dataclass(frozen=True)
class Purpose:
    """`title` is Dutch and stands in the trace; `url_name` is a page with one argument, `token`.

    `again`: the page may be opened after an answer was given (to answer once more). `speaks`: in which language.
    """

    code: str
    url_name: str
    title: str
    again: bool = False
    speaks: Speaks | None = None


_purposes: dict[str, Purpose] = {}


def add_purpose(
    code: str, url_name: str, title: str, *, again: bool = False, speaks: Speaks | None = None
) -> None:
    """Add a purpose; the view of its address must be behind `outside_page(code)`."""
    _purposes[code] = Purpose(code, url_name, title, again, speaks)


def purpose_called(code: str) -> Purpose:
    """KeyError for a purpose that no room added."""
    return _purposes[code]
