"""Aanmelding and consultatie."""

from .row import CASE_READ, NEW_REFERRAL, ONLY_P, P_AND_S, Row, case

ROWS: dict[str, Row] = {
    "cases:new": Row(NEW_REFERRAL),
    "cases:earlier": Row(NEW_REFERRAL, only_post=True),
    "cases:draft": Row("+ - - - - 0 - - 0 >", token=lambda w: w.draft.pk),
    "cases:draft_discard": Row("+ 0 0 0 0 0 0 0 0 >", only_post=True, token=lambda w: w.draft.pk),
    "cases:referral": case(CASE_READ),
    "cases:referral_change": case(P_AND_S),
    "cases:referral_draft": case(P_AND_S, only_post=True),
    "cases:triage": case(ONLY_P),
    "cases:consultation_new": Row("+ - - + - + - - + >"),
    "cases:consultation_draft": Row("+ - - 0 - 0 - - 0 >", token=lambda w: w.consultation_draft.pk),
    "cases:consultations": Row("+ - - + + + - - + >"),
}
