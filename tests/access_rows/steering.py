"""Acties."""

from .row import CASE_READ, ONLY_P, Row, case

ROWS: dict[str, Row] = {
    "cases:actions": case(CASE_READ),
    "cases:action_add": case(ONLY_P, only_post=True),
    "cases:action": case(ONLY_P, pk=lambda w: w.action.pk),
}
