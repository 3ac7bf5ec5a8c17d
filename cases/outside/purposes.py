"""What links for people without an account can be for; rooms add theirs when they start."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Purpose:
    """`title` is Dutch and stands in the trace; `url_name` is a page with one argument, `token`.

    `again`: the page may be opened after an answer was given (to answer once more).
    """

    code: str
    url_name: str
    title: str
    again: bool = False


_purposes: dict[str, Purpose] = {}


def add_purpose(code: str, url_name: str, title: str, *, again: bool = False) -> None:
    """Add a purpose; the view of its address must be behind `outside_page(code)`."""
    _purposes[code] = Purpose(code, url_name, title, again)


def purpose_called(code: str) -> Purpose:
    """KeyError for a purpose that no room added."""
    return _purposes[code]
