"""What this room adds to the site."""

from typing import Any

from cases.casefile.header import add_warnings
from cases.casefile.history_sources import Source, add_source, of_case
from cases.casefile.tabs import add_tab
from cases.people.models import Participant
from cases.people.reached import when_people_change
from cases.today.lists import add_list

from .actions import show_the_door
from .models import Consent, ConsentParty, OtherBasis
from .purposes import short
from .today import asking
from .warnings import consent_warnings

OURS = frozenset({"recorded_by", "recorded_at"})


def setup() -> None:
    """Called once, when the app starts."""
    add_tab("Toestemming", "cases:consent", "case.read", place=40)
    add_warnings(consent_warnings)
    when_people_change(show_the_door)
    add_histories()
    add_list(
        "toestemming", "Toestemming mist of verloopt", "consent.change", asking, "cases/consent/today_row.html",
        place=30, about="Zonder toestemming stopt het bespreken, delen en meetellen. Wie binnen zes weken 12, 16 of 18 "
        "wordt, staat hier ook.",
    )  # fmt: skip


def add_histories() -> None:
    """What the history of a case tells."""
    add_source(
        Source(
            ConsentParty, of_case, "noemde ‘{title}’ voor toestemming", "bij ‘{title}’",
            "haalde ‘{title}’ weg bij toestemming", title_field="name", untold=frozenset({"purpose"}),
        )
    )  # fmt: skip
    add_source(
        Source(
            Consent, of_case, "schreef bij toestemming op: {title}", "bij toestemming: {title}",
            "haalde bij toestemming weg: {title}", titles=consent_titles, untold=OURS,
        )
    )  # fmt: skip
    add_source(
        Source(
            OtherBasis, of_case, "legde een andere grondslag vast: {title}", "bij de andere grondslag voor {title}",
            "haalde de andere grondslag weg: {title}", titles=basis_titles, untold=OURS,
        )
    )  # fmt: skip


def consent_titles(rows: list[Any]) -> dict[int, str]:
    """«Anja, nee: delen met De Toren» for historical rows; two queries."""
    people = names(Participant, {row.participant_id for row in rows})
    parties = names(ConsentParty, {row.party_id for row in rows})
    return {
        row.history_id: f"{people.get(row.participant_id, 'de jongere')}, {row.get_answer_display()}: "
        + thing(row, parties)
        for row in rows
    }


def basis_titles(rows: list[Any]) -> dict[int, str]:
    """«delen met De Toren» for historical rows; one query."""
    parties = names(ConsentParty, {row.party_id for row in rows})
    return {row.history_id: thing(row, parties) for row in rows}


def names(model: Any, keys: set[int | None]) -> dict[int, str]:
    """Names by key, as they were last written; also of rows that were taken away."""
    rows = model.history.model.objects.filter(id__in=keys - {None}).order_by("history_id")
    return dict(rows.values_list("id", "name"))


def thing(row: Any, parties: dict[int, str]) -> str:
    """«delen met De Toren»."""
    text = short(row.purpose, parties.get(row.party_id, ""))
    return text[:1].lower() + text[1:]
