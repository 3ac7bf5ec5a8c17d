"""Who may come where: one row for every named address of the site. A new address needs a row here.

The columns are, in this order:

    P  Petra, procesregisseur of the team of the case
    E  Emre, expert, to whom the case was given
    e  Noor, expert, to whom it was not
    Z  Zora, zorgadviseur; matching was asked for
    C  Carla, coördinator
    S  Sietske, secretaris
    B  Bas, functioneel beheerder
    L  Lies, lezer van de monitor
    F  Fokke, procesregisseur of another team
    V  a visitor who is not logged in

and the signs:

    +  may come in: a page, a redirect, or a form that says what is missing
    -  is told that they may not (403)
    0  cannot tell that it exists (404)
    >  is sent to the login page

Every address is asked with GET, and with POST by everybody who may not come in; `only_post=True` is an address without
a page, which everybody asks with POST.
Arguments of the address are functions of the `World` of the test; `data` is what POST sends.
"""

from collections.abc import Callable
from typing import Any

from tests.access_world import World

COLUMNS = ["P", "E", "e", "Z", "C", "S", "B", "L", "F", "V"]
Given = Callable[[World], Any]


class Row:
    """What each column may expect, how the address is filled in, and what POST sends."""

    def __init__(
        self, signs: str, *, only_post: bool = False, data: Given | None = None, **args: Given
    ) -> None:
        self.signs = dict(zip(COLUMNS, signs.split(), strict=True))
        self.only_post, self.data, self.args = only_post, data, args


def number(world: World) -> str:
    return world.case.number


def case(signs: str, **more: Any) -> Row:
    """A row of an address with a case number."""
    return Row(signs, number=number, **more)


#          P E e Z C S B L F V
EVERYBODY = "+ + + + + + + + + +"
MEMBERS = "+ + + + + + + + + >"
CASE_READ = "+ + - + + + - - 0 >"
ANALYSIS_READ = "+ + - + + - - - 0 >"
ANALYSIS_CHANGE = "+ + - - - - - - 0 >"
ONLY_P = "+ - - - - - - - 0 >"
P_AND_S = "+ - - - - + - - 0 >"
P_AND_C = "+ - - - + - - - 0 >"
NEW_REFERRAL = "+ - - - - + - - + >"
MONITOR = "+ - - - + - - + + >"
OWN_MONITOR = "+ - - - + - - + 0 >"
REGISTER = "- - - - + - - - - >"

ROWS: dict[str, Row] = {
    # The site
    "today": Row(MEMBERS),
    "management": Row("- - - - + - + - - >"),
    "account_login": Row(EVERYBODY),
    "account_logout": Row(EVERYBODY),
    "account_change_password": Row(MEMBERS),
    "account_reset_password": Row(EVERYBODY),
    "account_reset_password_done": Row(EVERYBODY),
    "account_reset_password_from_key": Row(EVERYBODY, uidb36=lambda w: "1", key=lambda w: "a-b"),
    "account_reset_password_from_key_done": Row(EVERYBODY),
    "choose_team": Row("+ + + + + + + + 0 >", only_post=True, data=lambda w: {"team": "groningen"}),
    # Aanmelding
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
    # Casussen
    "cases:list": Row("+ + + + + + - - + >"),
    "cases:search": Row("+ + + + + + - - + >", only_post=True, data=lambda w: {"q": "Ruben"}),
    "cases:case": case(CASE_READ),
    "cases:grant": case(ONLY_P, only_post=True, data=lambda w: {"user": w.noor.user.pk}),
    "cases:grant_end": case(ONLY_P, only_post=True, data=lambda w: {"user": w.emre.user.pk}),
    "cases:matching": case(ONLY_P, only_post=True),
    "cases:phase": case(ONLY_P, only_post=True, data=lambda w: {"phase": "volgen"}),
    "cases:take": case(ONLY_P, only_post=True),
    "cases:history": case(CASE_READ),
    "cases:log": case(P_AND_C),
    "cases:people": case(CASE_READ),
    "cases:participant_add": case(P_AND_S),
    "cases:participant": case(P_AND_S, pk=lambda w: w.mother.pk),
    "cases:participant_remove": case(P_AND_S, only_post=True, pk=lambda w: w.mother.pk),
    "cases:timeline": case(CASE_READ),
    "cases:event_add": case("+ + - - - + - - 0 >", only_post=True),
    "cases:event": case("+ + - - - + - - 0 >", pk=lambda w: w.event.pk),
    "cases:event_remove": case("+ + - - - + - - 0 >", only_post=True, pk=lambda w: w.event.pk),
    "cases:actions": case(CASE_READ),
    "cases:action_add": case(ONLY_P, only_post=True),
    "cases:action": case(ONLY_P, pk=lambda w: w.action.pk),
    "cases:closure": case(CASE_READ),
    "cases:closure_save": case(ONLY_P, only_post=True),
    "cases:reopen": case(ONLY_P, only_post=True),
    # Analyse
    "analysis:board": case(ANALYSIS_READ),
    "analysis:board_list": case(ANALYSIS_READ),
    "analysis:board_state": case(ANALYSIS_READ),
    "analysis:board_write": case(ANALYSIS_CHANGE, only_post=True),
    "analysis:board_undo": case(ANALYSIS_CHANGE, only_post=True),
    "analysis:care": case(ANALYSIS_CHANGE),
    "analysis:new": case(ANALYSIS_CHANGE, piece=lambda w: w.kind),
    "analysis:edit": case(ANALYSIS_CHANGE, piece=lambda w: w.kind, pk=lambda w: w.element.pk),
    "analysis:move": case(ANALYSIS_CHANGE, only_post=True, piece=lambda w: w.kind, pk=lambda w: w.element.pk),
    "analysis:remove": case(
        ANALYSIS_CHANGE, only_post=True, piece=lambda w: w.kind, pk=lambda w: w.element.pk
    ),
    "analysis:shared": case(ANALYSIS_READ),
    "analysis:answer": case(ANALYSIS_CHANGE, who=lambda w: "jeugdige"),
    "analysis:answer_withdraw": case(ANALYSIS_CHANGE, only_post=True, who=lambda w: "jeugdige"),
    # Adviesrapport
    "analysis:reports": case(ANALYSIS_READ),
    "analysis:report_ask": case(ONLY_P, only_post=True, data=lambda w: {"voor": "gezin"}),
    "analysis:report_preview": case(ANALYSIS_READ, edition=lambda w: "gezin"),
    "analysis:report": case(ANALYSIS_READ, report=lambda w: w.report.number),
    "analysis:report_again": case(ONLY_P, only_post=True, report=lambda w: w.report.number),
    "analysis:report_pdf": case(ANALYSIS_READ, report=lambda w: w.report.number),
    # Monitor
    "monitor:registers": Row(REGISTER),
    "monitor:register": Row(REGISTER, token=lambda w: w.register.token),
    "monitor:register_progress": Row(REGISTER, token=lambda w: w.register.token),
    "monitor:register_accept": Row(REGISTER, only_post=True, token=lambda w: w.register.token),
    "monitor:register_retry": Row(REGISTER, only_post=True, token=lambda w: w.register.token),
    "monitor:register_discard": Row(REGISTER, only_post=True, token=lambda w: w.register.token),
    "monitor:years": Row(MONITOR),
    "monitor:year": Row(MONITOR, year=lambda w: 2024),
    "monitor:year_make": Row(MONITOR, only_post=True, year=lambda w: 2024, data=lambda w: {"soort": "pdf"}),
    "monitor:year_file": Row(OWN_MONITOR, token=lambda w: w.year_file.token),
    "monitor:year_download": Row(OWN_MONITOR, token=lambda w: w.year_file.token),
}
