"""Bewaren en vernietigen."""

from .row import CASE_READ, P_AND_C, Row, case

ONLY_C = "- - - - + - - - - >"

ROWS: dict[str, Row] = {
    "cases:keeping": Row("+ - - - + - - - + >"),
    "cases:keeping_policy": Row(ONLY_C, only_post=True),
    "cases:keeping_release": Row(ONLY_C, only_post=True),
    "cases:retention": case(CASE_READ),
    "cases:retention_hold": case(P_AND_C, only_post=True),
    "cases:retention_go_on": case(P_AND_C, only_post=True),
}
