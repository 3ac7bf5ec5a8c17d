"""The list of Vandaag and the warnings in the header."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.casefile.header import warnings_of
from cases.casefile.models import Case, LegalBasis, Phase
from cases.consent.today import asking
from cases.people.models import Participant
from expertteam.access.person import Person
from tests.factories import make_case

from .conftest import TODAY, parent
from .saying import DISCUSS, MONITOR, SHARE, everybody, party, say

As = Callable[[Person], Client]


def asked(person: Person, day: date = TODAY) -> list[str]:
    return [case.young_person.first_name for case in asking(person, day)]


def texts(case: Case, day: date = TODAY) -> list[str]:
    return [one.text for one in warnings_of(Case.objects.get(pk=case.pk), day)]


def grown(petra: Person, name: str, born: date, **more: object) -> Case:
    return make_case(petra, first_name=name, birth_date=born, **{"consent": False, **more})


def test_missing_then_complete(case: Case, anja: Participant, henk: Participant, petra: Person) -> None:
    assert asked(petra) == ["Ruben"] and texts(case) == ["toestemming ontbreekt"]
    everybody(petra, case, "gegeven", DISCUSS)
    assert asked(petra) == ["Ruben"] and texts(case) == ["toestemming niet compleet"]
    everybody(petra, case, "gegeven", MONITOR)
    assert asked(petra) == [] and texts(case) == []


def test_a_no_to_counting_is_an_answer_and_a_no_to_discussing_stops(
    case: Case, anja: Participant, henk: Participant, petra: Person
) -> None:
    everybody(petra, case, "gegeven", DISCUSS, MONITOR)
    say(petra, case, henk, "geweigerd", MONITOR, on=TODAY)
    assert asked(petra) == [] and texts(case) == []
    say(petra, case, henk, "ingetrokken", DISCUSS, on=TODAY)
    assert asked(petra) == ["Ruben"] and texts(case) == ["geen toestemming om te bespreken"]


def test_a_party_that_was_named_is_asked(
    case: Case, anja: Participant, henk: Participant, petra: Person
) -> None:
    everybody(petra, case, "gegeven", DISCUSS, MONITOR)
    party(petra, case)
    assert asked(petra) == ["Ruben"] and texts(case) == ["toestemming niet compleet"]
    everybody(petra, case, "gegeven", SHARE)
    assert asked(petra) == []


@pytest.mark.parametrize(
    ("day", "listed", "warning"),
    [
        (date(2028, 1, 31), False, []),
        (date(2028, 2, 1), True, ["wordt 16 op 14 maart 2028: vraag het dan opnieuw"]),
        (date(2028, 3, 13), True, ["wordt 16 op 14 maart 2028: vraag het dan opnieuw"]),
        (date(2028, 3, 14), True, ["16 geworden: vraag toestemming opnieuw"]),
    ],
)
def test_a_birthday_is_seen_six_weeks_ahead(
    day: date,
    listed: bool,
    warning: list[str],
    case: Case,
    anja: Participant,
    henk: Participant,
    petra: Person,
) -> None:
    everybody(petra, case, "gegeven", DISCUSS, MONITOR)
    assert bool(asked(petra, day)) is listed
    assert texts(case, day) == warning


def test_what_stops_the_work_comes_first(petra: Person) -> None:
    soon = grown(petra, "Straks", date(2010, 12, 20))
    parent(soon, "Anja", "ja")
    everybody(petra, soon, "gegeven", DISCUSS, MONITOR)
    half = grown(petra, "Half", date(2008, 6, 1))
    say(petra, half, None, "gegeven", DISCUSS)
    grown(petra, "Niets", date(2008, 6, 1))
    grown(petra, "Alles", date(2008, 6, 1), consent=True)
    assert asked(petra) == ["Niets", "Half", "Straks"]


@pytest.mark.parametrize(
    "more",
    [
        {"phase": Phase.TRIAGE},
        {"phase": Phase.CLOSED},
        {"phase": Phase.DECLINED},
        {"legal_basis": LegalBasis.REGISTER},
        {"consent": True},
    ],
)
def test_not_asked(more: dict, petra: Person) -> None:
    case = grown(petra, "Ruben", date(2008, 6, 1), **more)
    assert asked(petra) == []
    assert not any("toestemming" in text for text in texts(case))


def test_other_teams_see_nothing(case: Case, fokke: Person) -> None:
    assert asked(fokke) == []


def test_a_row_says_what_and_of_whom_with_the_form_in_one_click(
    case: Case, anja: Participant, petra: Person, as_: As
) -> None:
    page = as_(petra).get("/vandaag/toestemming/").content.decode()
    assert "Anja Oosterhuis gaf nog geen toestemming voor" in page
    assert f"/casussen/{case.number}/toestemming/formulier/" in page


def test_before_a_birthday_the_form_of_that_day(petra: Person, as_: As) -> None:
    case = grown(petra, "Ruben", date(2010, 12, 20))
    parent(case, "Anja", "ja")
    everybody(petra, case, "gegeven", DISCUSS, MONITOR)
    page = as_(petra).get("/vandaag/toestemming/").content.decode()
    assert "Wordt op 20 december 2026 16." in page and f"{case.number}/toestemming/formulier/straks/" in page


def test_the_warning_leads_to_the_page(case: Case, petra: Person, as_: As) -> None:
    page = as_(petra).get(f"/casussen/{case.number}/mensen/").content.decode()
    assert f'case-head__warning" href="/casussen/{case.number}/toestemming/"' in page


def test_as_many_queries_for_one_as_for_thirty(petra: Person, as_: As) -> None:
    client = as_(petra)

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            client.get("/vandaag/toestemming/")
        return len(found)

    for number in range(30):
        case = grown(petra, f"Kind {number}", date(2012, 1, 1))
        parent(case, "Anja", "ja")
        party(petra, case)
        say(petra, case, None, "gegeven", DISCUSS, SHARE)
        if number == 0:
            client.get("/vandaag/toestemming/")
            first = queries()
    assert queries() == first


def test_the_day_of_the_list_is_today(case: Case, petra: Person, as_: As) -> None:
    Participant.objects.filter(case=case).delete()
    with time_machine.travel("2031-01-01 11:00 +0100"):
        assert "Ruben gaf nog geen toestemming" in as_(petra).get("/vandaag/toestemming/").content.decode()
