"""Opvolging and afsluiten."""

from .row import CASE_READ, ONLY_P, Row, case

ROWS: dict[str, Row] = {
    "cases:closure": case(CASE_READ),
    "cases:closure_save": case(ONLY_P, only_post=True),
    "cases:reopen": case(ONLY_P, only_post=True),
}
