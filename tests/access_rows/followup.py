"""Opvolging, afsluiten, tevredenheid en de eerdere casus."""

from datetime import date

from cases.followup.moments.actions import plan_followups
from cases.followup.opinions.actions import ask_opinion, give_opinion_link
from tests.access_world import World
from tests.factories import make_case

from .row import CASE_READ, EVERYBODY, ONLY_P, Row, case


def furnish(world: World) -> None:
    """Four moments, somebody who was asked with a link, and a case before this one."""
    by, about = world.people["P"], world.case
    assert by is not None
    world.things["followup"] = plan_followups(by=by, case=about, begins_on=date(2026, 3, 1))[0]
    opinion = ask_opinion(by=by, case=about, side="gezin", name="Anja Oosterhuis")
    world.things["opinion"] = opinion
    world.things["opinion_token"] = give_opinion_link(by=by, opinion=opinion).path.rstrip("/").split("/")[-1]
    earlier = make_case(
        by, last_name="Oosterhuis", referral={"referred_on": date(2022, 5, 1)}, matching_requested=True
    )
    about.earlier_case, about.earlier_number = earlier, earlier.number
    about.save()


#              P E e Z C S B L F V
BESIDE = "+ 0 - + + + - - 0 >"

ROWS: dict[str, Row] = {
    "cases:followups": case(CASE_READ),
    "cases:followup_begin": case(ONLY_P, only_post=True),
    "cases:followup_rest": case(ONLY_P, only_post=True),
    "cases:followup": case(ONLY_P, pk=lambda w: w.things["followup"].pk),
    "cases:followup_skip": case(ONLY_P, only_post=True, pk=lambda w: w.things["followup"].pk),
    "cases:closure": case(CASE_READ),
    "cases:closure_save": case(ONLY_P, only_post=True),
    "cases:closure_adopt": case(ONLY_P, only_post=True),
    "cases:reopen": case(ONLY_P, only_post=True),
    "cases:opinions": case(CASE_READ),
    "cases:opinion_ask": case(ONLY_P, only_post=True),
    "cases:opinion_enter": case(ONLY_P, pk=lambda w: w.things["opinion"].pk),
    "cases:opinion_link": case(ONLY_P, only_post=True, pk=lambda w: w.things["opinion"].pk),
    "cases:opinion_remove": case(ONLY_P, only_post=True, pk=lambda w: w.things["opinion"].pk),
    "cases:earlier_case": case(BESIDE),
    "cases:opinion": Row(EVERYBODY, token=lambda w: w.things["opinion_token"]),
}
