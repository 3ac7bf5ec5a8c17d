"""What this room adds to the site."""

from cases.casefile.header import add_warnings
from cases.casefile.history_sources import add_source
from cases.casefile.tabs import add_tab
from cases.outside.purposes import Speaks, add_purpose
from cases.people.reached import when_reached_otherwise
from cases.today.lists import add_list
from expertteam.jobs.daily import register_daily
from expertteam.mail.kinds import register_kind

from . import answering, mails, today
from .asking import PURPOSE, close_pages_of
from .header import shared_warnings
from .history import SOURCES


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Gedeeld", "analysis:shared", "analysis.read", place=10, under="analysis:board")
    speaks = Speaks(answering.language_of, answering.choose_language)
    add_purpose(PURPOSE, "analysis:party", "de analyse", again=True, speaks=speaks)
    register_kind(PURPOSE, mails.fill)
    when_reached_otherwise(close_pages_of)
    add_warnings(shared_warnings)
    register_daily(
        "sharing.drafts", "Vergeten wat mensen typten en niet verstuurden", answering.forget_drafts, hour=3
    )
    for source in SOURCES:
        add_source(source)
    add_lists()


def add_lists() -> None:
    """The lists of Vandaag."""
    add_list(
        "oordelen", "Antwoorden op de analyse", "sharing.change", today.new_answers,
        "analysis/sharing/answer_row.html", place=43,
        about="Zij lazen de analyse op hun eigen pagina. Wie nee zegt, staat vooraan: ga in gesprek.",
    )  # fmt: skip
    add_list(
        "wacht-op-oordeel", "Nog geen antwoord op de analyse", "sharing.change", today.without_answer,
        "analysis/sharing/waiting_row.html", place=44,
        about="Hun link werkt niet meer, of ze zijn al twee weken stil. Bel even.",
    )  # fmt: skip
