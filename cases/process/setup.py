"""What this room adds to the site."""

from cases.casefile.header import add_warnings
from cases.casefile.history_sources import Source, add_source, of_case
from cases.casefile.sections import add_section
from cases.casefile.tabs import add_tab
from cases.hours.proposals import add_proposals
from cases.meetings.hooks import when_discussed
from cases.search.sources import SearchSource, add_search_source

from .closing import add_own_ends
from .journal_models import JournalEntry
from .models import CoreMember, Course, ProcessStep
from .overview import being_handed_over, course_section, gone_up, threads_section
from .sources import journal_minutes
from .summary import add_own_parts
from .talked import tick_meeting
from .thread_models import GoingUp, HandOver
from .titles import first_words, names_of_members
from .today import add_lists


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Procesregie", "cases:process", "case.read", place=80, first="Koers en stappen")
    add_tab("Journaal", "cases:journal", "journal.read", place=20, under="cases:process")
    add_section("cases/process/course_section.html", course_section, "case.read", place=5)
    add_section("cases/process/threads_section.html", threads_section, "going_up.read", place=70)
    add_warnings(gone_up)
    add_warnings(being_handed_over)
    add_proposals("journaal", journal_minutes)
    when_discussed(tick_meeting)
    add_own_ends()
    add_own_parts()
    add_lists()
    add_sources()
    add_found()


def add_found() -> None:
    """What can be found of this room."""
    add_search_source(
        SearchSource(
            kind="journaal", label="Journaal", model=JournalEntry, texts=("text",), rule="journal.read",
            url_name="cases:journal", anchor="regel-{id}",
        )
    )  # fmt: skip
    add_search_source(
        SearchSource(
            kind="koers", label="Koers", model=Course, texts=("towards", "way", "hold_on"), rule="case.read",
            url_name="cases:process",
        )
    )  # fmt: skip


def add_sources() -> None:
    """What the history of a case tells of this room."""
    add_source(
        Source(ProcessStep, of_case, changed="bij de stap ‘{title}’", deleted="haalde de stap ‘{title}’ weg",
               title_field="text")
    )  # fmt: skip
    add_source(Source(Course, of_case, "legde de koers vast: ‘{title}’", title_field="towards"))
    add_source(
        Source(CoreMember, of_case, "zette {title} in het kernteam", "bij {title} in het kernteam",
               "haalde {title} uit het kernteam", titles=names_of_members)
    )  # fmt: skip
    add_source(Source(HandOver, of_case, "begon een overdracht", "bij de overdracht"))
    add_source(
        Source(GoingUp, of_case, "vroeg hogerop: ‘{title}’", "bij de vraag hogerop ‘{title}’",
               "haalde de vraag hogerop ‘{title}’ weg", titles=first_words("question"), rule="going_up.read")
    )  # fmt: skip
    add_source(
        Source(JournalEntry, of_case, "schreef in het journaal: ‘{title}’", "bij ‘{title}’ in het journaal",
               "haalde ‘{title}’ uit het journaal", titles=first_words("text"), rule="journal.read")
    )  # fmt: skip
