"""Tijdlijn."""

from .row import CASE_READ, Row, case

ROWS: dict[str, Row] = {
    "cases:timeline": case(CASE_READ),
    "cases:event_add": case("+ + - - - + - - 0 >", only_post=True),
    "cases:event": case("+ + - - - + - - 0 >", pk=lambda w: w.event.pk),
    "cases:event_remove": case("+ + - - - + - - 0 >", only_post=True, pk=lambda w: w.event.pk),
}
