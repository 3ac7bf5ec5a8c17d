"""What this room adds to the site."""

from typing import Any

from cases.casefile.header import add_warnings
from cases.casefile.history_sources import Source, add_source, of_case
from cases.casefile.models import ConflictOfInterest
from cases.casefile.sections import add_section
from cases.casefile.stakes import keep_stakes
from cases.casefile.tabs import add_tab
from cases.hours.proposals import add_proposals
from cases.outside.mails import with_link
from cases.outside.purposes import add_purpose
from cases.people.models import Participant
from cases.people.reached import when_reached_otherwise
from cases.process.closing import add_open_ends
from cases.retention.hooks import before_destroying
from cases.search.sources import SearchSource, add_search_source
from cases.today.lists import add_list
from expertteam.accounts.models import User
from expertteam.jobs.daily import register_daily
from expertteam.mail.kinds import register_kind
from expertteam.ui.dates import long_date

from .checkout import close_links_of
from .daily import open_what_waited
from .forgetting import forget_places
from .mailing import CANCELLATION, INVITATION, fill
from .models import AgendaItem, Guest
from .overview import open_agenda, section_of, stakes
from .readiness import add_checks
from .sources import hours_of_meetings
from .talk import CHECK_OUT
from .today import LISTS


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Bijeenkomsten", "cases:case_meetings", "case.read", place=15, under="cases:process")
    add_section("cases/meetings/section.html", section_of, "case.read", place=4)
    add_warnings(stakes)
    add_open_ends(open_agenda, place=45)
    add_checks()
    add_proposals("bijeenkomst", hours_of_meetings)
    add_purpose(CHECK_OUT, "cases:talk_outside", "terugblik op een gesprek")
    register_kind(CHECK_OUT, with_link)
    for kind in (INVITATION, CANCELLATION):
        register_kind(kind, fill)
    when_reached_otherwise(close_links_of)
    before_destroying(forget_places)
    before_destroying(keep_stakes)
    register_daily(
        "bijeenkomsten", "Casussen openen voor wie naar een bijeenkomst komt", open_what_waited, hour=5
    )
    for one in LISTS:
        add_list(**one)
    add_found()
    add_sources()


def add_found() -> None:
    """What can be found of this room."""
    add_search_source(
        SearchSource(
            kind="gesprek", label="Bijeenkomst", model=AgendaItem, texts=("notes", "table_reason"),
            rule="meeting.talk", url_name="cases:case_meetings",
        )
    )  # fmt: skip


def add_sources() -> None:
    """What the history of a case tells of this room."""
    untold = frozenset({"meeting", "moved_to", "discussed_at"})
    add_source(
        Source(AgendaItem, of_case, "zette de casus op de agenda van {title}", "bij de bijeenkomst van {title}",
               titles=days, untold=untold)
    )  # fmt: skip
    add_source(
        Source(Guest, of_case, "nodigde {title} uit voor een bijeenkomst", "bij {title}, voor een bijeenkomst",
               "haalde {title} van de uitnodigingen", titles=guests, untold=frozenset({"item", "participant"}))
    )  # fmt: skip
    add_source(
        Source(ConflictOfInterest, of_case, "meldde een belang van {title}", "bij het belang van {title}",
               titles=users, untold=frozenset({"user", "declared_by", "ended_by"}))
    )  # fmt: skip


def days(rows: list[Any]) -> dict[int, str]:
    """Title: the day."""
    return {row.history_id: long_date(row.starts_at.date()) for row in rows}


def guests(rows: list[Any]) -> dict[int, str]:
    """Title: who, as they were last called. One query."""
    past = Participant.history.model.objects.filter(id__in={row.participant_id for row in rows})
    names = dict(past.order_by("history_id").values_list("id", "name"))
    return {row.history_id: name_in(names, row.participant_id) for row in rows}


def name_in(names: dict[int, str], key: int | None) -> str:
    """A guest without a row among the people is the young person."""
    return names.get(key, "iemand") if key else "de jongere"


def users(rows: list[Any]) -> dict[int, str]:
    """Title: who of the team. One query."""
    names = dict(User.objects.filter(pk__in={row.user_id for row in rows}).values_list("pk", "name"))
    return {row.history_id: names.get(row.user_id, "iemand") for row in rows}
