"""Zoeken."""

from .row import Row

ROWS: dict[str, Row] = {
    "cases:find": Row("+ + + + + + - - + >", data=lambda w: {"q": "Ruben"}),
    "cases:suggest": Row("+ + + + + + - - + >", only_post=True, data=lambda w: {"q": "Ruben"}),
}
