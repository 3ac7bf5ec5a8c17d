"""Many lines at once."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.casefile.models import Case
from cases.timeline.models import TimelineEvent
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

As = Callable[[Person], Client]
GOOD = [
    "2012 onderzoek autisme",
    "sep 2013 – jul 2020 speciaal basisonderwijs, succes",
    "sinds mei 2024 thuis",
]


@pytest.fixture
def case(petra: Person) -> Case:
    return make_case(petra, birth_date=date(2008, 9, 14))


def address(case: Case, rest: str = "plakken/") -> str:
    return f"/casussen/{case.number}/tijdlijn/{rest}"


def test_every_line_is_read_before_anything_is_kept(case: Case, petra: Person, as_: As) -> None:
    text = "\n".join(["- " + GOOD[0], "", GOOD[1], "verhuisd naar oma"])
    answer = as_(petra).post(address(case), {"text": text})
    page = answer.content.decode()
    assert answer.status_code == 200 and not case.timeline.exists()
    assert page.count("Zo begrepen:") == 2 and "Wanneer was dit?" in page
    assert 'value="verhuisd naar oma"' in page, "what was not understood can be changed in place"


def test_one_save_adds_all_and_twice_adds_nothing(case: Case, petra: Person, as_: As) -> None:
    client = as_(petra)
    for _ in range(2):
        page = client.post(address(case), {"line": GOOD, "save": "1"}, follow=True).content.decode()
    assert case.timeline.count() == 3
    assert "stonden al op de tijdlijn" in page
    assert [event.history.get().history_user for event in case.timeline.all()] == [petra.user] * 3
    assert AuditEvent.objects.get(event="timeline.imported").details == {"count": 3}


def test_a_line_that_cannot_be_read_keeps_all_of_them_waiting(case: Case, petra: Person, as_: As) -> None:
    lines = [*GOOD, "verhuisd naar oma", ""]
    answer = as_(petra).post(address(case), {"line": lines, "save": "1"})
    page = answer.content.decode()
    assert answer.status_code == 422 and not case.timeline.exists()
    assert "Er is nog niets bewaard" in page and all(line in page for line in GOOD)
    lines[3] = ""
    as_(petra).post(address(case), {"line": lines, "save": "1"})
    assert case.timeline.count() == 3, "an emptied line is left out"


def test_what_stands_there_already_is_said(case: Case, petra: Person, as_: As) -> None:
    client = as_(petra)
    client.post(address(case), {"line": GOOD[:1], "save": "1"})
    page = client.post(address(case), {"text": "\n".join([*GOOD, GOOD[1]])}).content.decode()
    assert page.count("Staat al op de tijdlijn:") == 2
    client.post(address(case), {"line": [*GOOD, GOOD[1]], "save": "1"})
    assert case.timeline.count() == 3


def test_all_of_it_can_be_taken_back(case: Case, petra: Person, as_: As) -> None:
    client = as_(petra)
    page = client.post(address(case), {"line": GOOD, "save": "1"}, follow=True)
    assert "3 gebeurtenissen staan op de tijdlijn" in page.content.decode()
    pks = [event.pk for event in page.context["added"]]
    client.post(address(case, "ongedaan/"), {"event": pks})
    assert not case.timeline.exists() and TimelineEvent.history.filter(history_type="-").count() == 3


@pytest.mark.parametrize("text", ["", "  \n \n"])
def test_nothing_pasted(text: str, case: Case, petra: Person, as_: As) -> None:
    answer = as_(petra).post(address(case), {"text": text})
    assert answer.status_code == 422 and "Plak hier eerst" in answer.content.decode()


def test_more_than_two_hundred_lines_stay_where_they_were(case: Case, petra: Person, as_: As) -> None:
    text = "\n".join(f"{2009 + n % 15} gebeurtenis {n}" for n in range(201))
    answer = as_(petra).post(address(case), {"text": text})
    assert answer.status_code == 422 and "201 regels" in answer.content.decode()
    assert "gebeurtenis 200" in answer.content.decode()


def test_two_hundred_lines_take_as_many_queries_as_two(case: Case, petra: Person, as_: As) -> None:
    client = as_(petra)

    def queries(start: int, count: int) -> int:
        lines = [f"{2009 + n % 15} gebeurtenis {n}" for n in range(start, start + count)]
        with CaptureQueriesContext(connection) as asked:
            client.post(address(case), {"line": lines, "save": "1"})
        return len(asked)

    queries(900, 1)
    assert queries(0, 2) == queries(10, 200)
    assert case.timeline.count() == 203
