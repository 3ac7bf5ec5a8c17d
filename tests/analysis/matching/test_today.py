"""Vandaag of the zorgadviseur: for whom a place is looked for, and what to do now."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from analysis.matching.actions import Asking, CameOf, ask, write_answer
from analysis.matching.models import Attempt, Outcome
from analysis.matching.today import looking
from cases.casefile.models import Case, Phase
from cases.providers.models import Place
from expertteam.access.person import Person
from tests.cases.providers.places import make_place
from tests.factories import make_case

As = Callable[[Person], Client]


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def farm(petra: Person) -> Place:
    return make_place(petra, "De Boerderij")


def wanted(by: Person, name: str, **given: object) -> Case:
    return make_case(by, first_name=name, matching_requested=True, **given)


def asked(by: Person, case: Case, place: Place, days_ago: int = 3) -> Attempt:
    day = timezone.localdate() - timedelta(days=days_ago)
    return ask(by=by, case=case, place=place, data=Asking(day, by_name=True))


def names(person: Person) -> list[str]:
    return [case.young_person.first_name for case in looking(person, timezone.localdate())]


def test_what_asks_first_stands_first(petra: Person, zora: Person, farm: Place, today: date) -> None:
    waits, long_waits, visit = (wanted(petra, name) for name in ("Wacht", "Lang", "Bezoek"))
    refused, new, urgent = (
        wanted(petra, "Nee"),
        wanted(petra, "Nieuw"),
        wanted(petra, "Spoed", urgency="spoed"),
    )
    asked(petra, waits, farm)
    asked(petra, long_waits, farm, days_ago=15)
    said = CameOf(Outcome.VISIT, today, visit_on=today + timedelta(days=4))
    write_answer(by=petra, attempt=asked(petra, visit, farm), data=said, version=1)
    no = CameOf(Outcome.REFUSED, today, reason="vol")
    write_answer(by=petra, attempt=asked(petra, refused, farm), data=no, version=1)
    assert names(zora) == ["Spoed", "Nee", "Nieuw", "Lang", "Wacht", "Bezoek"]
    assert new.number and urgent.number


def test_who_is_not_there(petra: Person, zora: Person, fokke: Person, farm: Place, today: date) -> None:
    make_case(petra)
    wanted(petra, "Dicht", phase=Phase.CLOSED)
    wanted(fokke, "Elders")
    home, left = wanted(petra, "Woont"), wanted(petra, "Weg")
    for case, until in ((home, None), (left, today - timedelta(days=1))):
        lives = CameOf(Outcome.PLACED, today, placed_from=today - timedelta(days=2), placed_to=until)
        write_answer(by=petra, attempt=asked(petra, case, farm), data=lives, version=1)
    assert names(zora) == ["Weg"]


def test_the_page(petra: Person, zora: Person, farm: Place, today: date, as_: As) -> None:
    new, refused = wanted(petra, "Nieuw"), wanted(petra, "Nee")
    no = CameOf(Outcome.REFUSED, today, reason="vol")
    write_answer(by=petra, attempt=asked(petra, refused, farm), data=no, version=1)
    asked(petra, wanted(petra, "Lang"), farm, days_ago=20)
    page = as_(zora).get("/").content.decode()
    assert "Nog niets gevraagd" in page and f"/casussen/{new.number}/plek-zoeken/" in page
    assert "<bdi>De Boerderij</bdi> zei nee: volgende plek" in page and "vraag het na" in page
    assert "Volgende plek" in as_(zora).get("/vandaag/plek-zoeken/").content.decode()
    assert "Nog niets gevraagd" not in as_(petra).get("/").content.decode(), "the list is of the zorgadviseur"


def test_nothing_to_look_for(zora: Person, as_: As) -> None:
    assert "Voor niemand wordt nu een plek gezocht" in as_(zora).get("/").content.decode()


def test_one_query_for_thirty(petra: Person, zora: Person, farm: Place, today: date) -> None:
    for number in range(30):
        asked(petra, wanted(petra, f"Kind {number}"), farm)
    with CaptureQueriesContext(connection) as queries:
        rows = list(looking(zora, today))
        assert {(row.running, row.running_at, str(row.young_person)[:4]) for row in rows} == {
            ("wacht", farm.name, "Kind")
        }
    assert len(queries) == 1 and len(rows) == 30
