"""The list, the case itself, its history."""

from .row import CASE_READ, ONLY_P, P_AND_C, Row, case

ROWS: dict[str, Row] = {
    "cases:list": Row("+ + + + + + - - + >"),
    "cases:search": Row("+ + + + + + - - + >", only_post=True, data=lambda w: {"q": "Ruben"}),
    "cases:case": case(CASE_READ),
    "cases:grant": case(ONLY_P, only_post=True, data=lambda w: {"user": w.noor.user.pk}),
    "cases:grant_end": case(ONLY_P, only_post=True, data=lambda w: {"user": w.emre.user.pk}),
    "cases:matching": case(ONLY_P, only_post=True),
    "cases:phase": case(ONLY_P, only_post=True, data=lambda w: {"phase": "volgen"}),
    "cases:history": case(CASE_READ),
    "cases:log": case(P_AND_C),
}
