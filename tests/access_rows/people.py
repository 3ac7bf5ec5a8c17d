"""Mensen."""

from .row import CASE_READ, P_AND_S, Row, case

ROWS: dict[str, Row] = {
    "cases:people": case(CASE_READ),
    "cases:participant_add": case(P_AND_S),
    "cases:participant": case(P_AND_S, pk=lambda w: w.mother.pk),
    "cases:participant_remove": case(P_AND_S, only_post=True, pk=lambda w: w.mother.pk),
}
