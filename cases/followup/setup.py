"""What this room adds to the site."""

from cases.casefile.history_sources import Source, add_source, of_case
from cases.casefile.sections import add_section
from cases.casefile.tabs import add_tab
from cases.outside.mails import with_link
from cases.outside.purposes import add_purpose
from cases.people.reached import when_reached_otherwise
from cases.process.closing import add_open_ends
from cases.process.summary import add_part
from cases.today.lists import add_list
from expertteam.jobs.daily import register_daily
from expertteam.mail.kinds import register_kind

from .earlier.section import section_of
from .models import Closure, EarlierCaseUse, FollowUp, Opinion, Reopening
from .moments.daily import plan_due
from .moments.queries import due_followups
from .moments.shown import heard_in_short
from .moments.shown import section_of as how_it_is
from .open_ends import open_moments
from .opinions.actions import PURPOSE, close_page_of

SOURCES = (
    Source(Closure, of_case, changed="bij de afsluiting"),
    Source(
        FollowUp, of_case, changed="bij de opvolging na {title} maanden", title_field="months",
        untold=frozenset({"begins_on"}),
    ),
    Source(
        Opinion, of_case, "vroeg {title} naar tevredenheid", "bij wat {title} van de hulp vond",
        "vroeg {title} niet meer naar tevredenheid", title_field="name", untold=frozenset({"participant"}),
    ),
    Source(Reopening, of_case, "heropende de casus: {title}", title_field="reason"),
    Source(EarlierCaseUse, of_case, "legde vast of de eerdere casus gebruikt mag worden",
           changed="bij het gebruik van de eerdere casus"),
)  # fmt: skip


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Opvolging", "cases:followups", "case.read", place=85, first="Opvolging")
    add_tab("Afsluiten", "cases:closure", "case.read", place=10, under="cases:followups")
    add_section("cases/followup/earlier_section.html", section_of, "case.read", place=15)
    add_section("cases/followup/section.html", how_it_is, "case.read", place=50)
    add_part("Hoe het nu gaat", heard_in_short, "case.read", place=48)
    add_open_ends(open_moments, place=50)
    add_list(
        "opvolging", "Opvolging", "followup.change", due_followups, "cases/followup/due_row.html", place=50,
        about="Vraag hoe het nu gaat, en wat er van het advies kwam.",
    )  # fmt: skip
    register_daily("opvolging", "Opvolging plannen na een advies", plan_due, hour=4)
    add_purpose(PURPOSE, "cases:opinion", "tevredenheid")
    register_kind(PURPOSE, with_link)
    when_reached_otherwise(close_page_of)
    for source in SOURCES:
        add_source(source)
