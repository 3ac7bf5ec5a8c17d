"""The figures of both registers are the published ones, in at most three queries."""

import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.casefile.models import Phase
from cases.choices.queries import forget
from expertteam.access.person import Person
from monitor.figures import as_published, figures_of
from monitor.register.actions import take_over
from tests.factories import make_case
from tests.monitor.register.test_take_over import rows_of

DATA = Path(__file__).parent.parent / "data"


def expected(year: int) -> dict[str, object]:
    return json.loads((DATA / f"register-{year}.expected.json").read_text())


@pytest.mark.parametrize("year", [2023, 2024])
def test_a_register_gives_exactly_its_figures(carla: Person, year: int) -> None:
    for register in (2023, 2024):
        take_over(by=carla, rows=rows_of(register))
    assert as_published(figures_of(carla.team, year)[0]) == expected(year)


def test_the_command_prints_the_same(carla: Person) -> None:
    take_over(by=carla, rows=rows_of(2024))
    out = StringIO()
    call_command("monitor_figures", "2024", "--team", "groningen", "--json", stdout=out)
    assert json.loads(out.getvalue()) == expected(2024)


def test_an_unknown_team_is_said(db: None) -> None:
    with pytest.raises(CommandError, match="geen team"):
        call_command("monitor_figures", "2024", "--team", "nergens")


def test_at_most_three_queries_for_two_years(carla: Person) -> None:
    take_over(by=carla, rows=rows_of(2024))
    forget()
    with CaptureQueriesContext(connection) as queries:
        as_published(figures_of(carla.team, 2024)[0])
    assert len(queries) <= 3


def test_last_year_stands_beside_it(carla: Person) -> None:
    for register in (2023, 2024):
        take_over(by=carla, rows=rows_of(register))
    this, last = figures_of(carla.team, 2024)
    assert (this.total, last.total) == (31, 33)


def test_counts_by_the_year_of_referral_and_not_what_was_declined(carla: Person) -> None:
    make_case(carla, referral={"referred_on": date(2026, 1, 1)})
    make_case(carla, referral={"referred_on": date(2025, 12, 31)})
    make_case(carla, phase=Phase.DECLINED, referral={"decision": "afgewezen", "decision_reason": "verhuisd"})
    make_case(
        carla, phase=Phase.REFERRED_ON, referral={"decision": "doorverwezen", "decision_reason": "loket"}
    )
    this, last = figures_of(carla.team, 2026)
    assert (this.total, last.total) == (1, 1)


def test_no_answer_is_not_counted_as_one(carla: Person) -> None:
    make_case(carla, referral={"education": ""})
    figures = figures_of(carla.team, 2026)[0]
    assert figures.counts["type_onderwijs"] == {}
    assert figures.counts["profiel"] == {}
    assert figures.counts["uren"] == {"onbekend / open": 1}


def test_another_teams_cases_are_not_counted(carla: Person, fokke: Person) -> None:
    make_case(fokke)
    assert figures_of(carla.team, 2026)[0].total == 0
