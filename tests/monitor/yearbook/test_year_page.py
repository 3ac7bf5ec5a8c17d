"""The page of a year: figures with last year beside them, definitions, and as few questions to the database."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.choices.queries import forget
from cases.intake.models import Consultation
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from monitor.indicators import CHAPTERS, INDICATORS
from monitor.register.actions import take_over
from monitor.register.queries import read
from tests.factories import make_case
from tests.monitor.pages import text
from tests.monitor.registers import register_of

As = Callable[[Person], Client]


def test_the_year_that_was_published(both_years: Person, as_: As) -> None:
    page = text(as_(both_years).get("/monitor/2024/"))
    assert "interne editie" in page
    assert "31 casussen · 2023: 33" in page
    assert "Van de 31 jongeren van 2024 ging 42% niet naar school." in page
    assert "Antwoord 2023 2024 Geen 14 43% 13 42% Regulier 11 33% 10 32%" in page
    assert "Ja 25 76% 25 81% Nee of onbekend 8 24% 6 19%" in page
    assert "6-10 10 30,3% 6 19,4%" in page
    assert "dagen van aanmelding tot afsluiten, de middelste van 24 · 2023: 155" in page


def test_every_indicator_has_its_picture_table_and_definition(both_years: Person, as_: As) -> None:
    page = as_(both_years).get("/monitor/2024/").content.decode()
    for indicator in INDICATORS:
        part = page.split(f'aria-labelledby="titel-{indicator.key}"')[1].split("</figure>")[0]
        if "nog geen antwoord" not in part:
            assert "<svg" in part
            assert "<table" in part
            assert indicator.definition in part
    assert all(f">{chapter}</h2>" in page for chapter in CHAPTERS)


def test_no_id_stands_twice_on_the_page(both_years: Person, as_: As) -> None:
    ids = [
        part.split('"')[0]
        for part in as_(both_years).get("/monitor/2024/").content.decode().split(' id="')[1:]
    ]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("year", [2019, 2000, 2099])
def test_a_year_without_cases_is_a_page_that_says_so(carla: Person, as_: As, year: int) -> None:
    response = as_(carla).get(f"/monitor/{year}/")
    assert response.status_code == 200
    assert "Geen casussen in dit jaar" in text(response)
    assert "PDF maken" not in text(response)


def test_a_year_with_consultations_only_names_them(carla: Person, as_: As) -> None:
    Consultation.objects.create(
        team=carla.team, asked_on=date(2019, 5, 1), asker="huisarts", question="?", answer="!", minutes=10,
        recorded_by=carla.user,
    )  # fmt: skip
    assert "Wel 1 korte consultatie." in text(as_(carla).get("/monitor/2019/"))


@pytest.mark.parametrize("year", ["1999", "20245", "abcd"])
def test_what_is_no_year_is_no_page(carla: Person, as_: As, year: str) -> None:
    assert as_(carla).get(f"/monitor/{year}/").status_code == 404


def test_the_running_year_says_so_and_has_no_next(carla: Person, as_: As) -> None:
    make_case(carla, referral={"referred_on": date(2026, 1, 5)})
    client = as_(carla)
    with time_machine.travel(date(2026, 3, 1), tick=False):
        page = client.get("/monitor/2026/")
        assert "dit jaar loopt nog" in text(page)
        assert "/monitor/2027/" not in page.content.decode()
        assert "loopt nog 1 casus" in text(client.get("/monitor/"))


def test_reading_is_traced(carla: Person, as_: As) -> None:
    as_(carla).get("/monitor/2024/")
    assert AuditEvent.objects.get(event="monitor.read").details == {"year": 2024}


def test_as_many_questions_for_three_hundred_cases_as_for_one(carla: Person, as_: As) -> None:
    client = as_(carla)

    def queries() -> int:
        forget()
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/monitor/2022/").status_code == 200
        figures = [one for one in asked.captured_queries if "cases_referral" in one["sql"]]
        assert len(figures) <= 3
        return len(asked)

    take_over(by=carla, rows=read(register_of(1)).rows)
    client.get("/monitor/2022/")
    few = queries()
    take_over(by=carla, rows=read(register_of(300)).rows)
    assert queries() == few


def test_the_list_of_years(both_years: Person, as_: As) -> None:
    page = text(as_(both_years).get("/monitor/"))
    assert "Monitor 2024 31 casussen Monitor 2023 33 casussen" in page
    assert "Register overnemen" in page


def test_the_list_of_years_asks_once_however_many(carla: Person, as_: As) -> None:
    client = as_(carla)

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get("/monitor/")
        return len(asked)

    make_case(carla, referral={"referred_on": date(2010, 1, 1)})
    client.get("/monitor/")
    one = queries()
    for year in range(2011, 2026):
        make_case(carla, referral={"referred_on": date(year, 1, 1)})
    assert queries() == one


def test_a_team_without_cases_is_told_how_to_begin(carla: Person, lies: Person, as_: As) -> None:
    assert "Nog geen jaren" in text(as_(carla).get("/monitor/"))
    assert "Register overnemen" not in text(as_(lies).get("/monitor/"))


def test_another_team_sees_nothing_of_it(both_years: Person, fokke: Person, as_: As) -> None:
    client = as_(fokke)
    assert "Geen casussen in dit jaar" in text(client.get("/monitor/2024/"))
    assert "Monitor 2024" not in text(client.get("/monitor/"))


def test_a_reader_sees_figures_and_no_case(both_years: Person, lies: Person, as_: As) -> None:
    page = as_(lies).get("/monitor/2024/").content.decode()
    assert "Van de 31 jongeren" in page
    assert "Fenna" not in page
    assert "2024-001" not in page
