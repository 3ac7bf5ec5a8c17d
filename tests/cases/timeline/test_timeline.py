"""The timeline: vague dates stay vague."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.casefile.models import Case
from cases.timeline.actions import EndsBeforeStart, moments
from cases.timeline.models import TimelineEvent
from expertteam.access.person import Person
from expertteam.ui.dates import parse_period
from tests.factories import make_case

As = Callable[[Person], Client]
SCHOOL = {"start": "sep 2013", "end": "jul 2020", "kind": "school", "text": "Speciaal basisonderwijs"}


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/tijdlijn/{rest}"


def test_one_line_adds_an_event_and_a_double_click_no_second(petra: Person, as_: As) -> None:
    case, client = make_case(petra, birth_date=date(2008, 9, 14)), as_(petra)
    for _ in range(2):
        page = client.post(
            address(case, "nieuw/"), {**SCHOOL, "mark": "succesmoment"}, follow=True
        ).content.decode()
    event = case.timeline.get()
    assert (event.starts_on, event.starts_precision) == (date(2013, 9, 1), "month")
    assert "september 2013 tot juli 2020" in page and "4 jaar" in page and "succesmoment" in page


@pytest.mark.parametrize(
    ("start", "end", "period", "age"),
    [
        ("2012", "", "2012", "rond 4 jaar"),
        ("voorjaar 2019", "2020", "voorjaar 2019 tot 2020", "rond 11 jaar"),
        ("12-3-2024", "", "12 maart 2024", "15 jaar"),
        ("mei 2012", "2012", "mei 2012 tot 2012", "3 jaar"),
        ("12 mei 2012", "mei 2012", "12 mei 2012 tot mei 2012", "3 jaar"),
        ("2012", "2012", "2012", "rond 4 jaar"),
        ("14-9-2008", "", "14 september 2008", ""),
    ],
)  # fmt: skip
def test_periods(start: str, end: str, period: str, age: str, petra: Person, as_: As) -> None:
    case = make_case(petra, birth_date=date(2008, 9, 14))
    as_(petra).post(address(case, "nieuw/"), {**SCHOOL, "start": start, "end": end})
    event = case.timeline.get()
    assert (event.period, event.age) == (period, age)


@pytest.mark.parametrize(
    ("start", "end"), [("2012", "2011"), ("mei 2012", "april 2012"), ("2-5-2012", "1-5-2012")]
)
def test_end_before_the_beginning(start: str, end: str, petra: Person, as_: As) -> None:
    with pytest.raises(EndsBeforeStart):
        moments(parse_period(start), parse_period(end))
    case = make_case(petra)
    answer = as_(petra).post(address(case, "nieuw/"), {**SCHOOL, "start": start, "end": end})
    assert answer.status_code == 422 and "Het einde ligt voor het begin" in answer.content.decode()
    assert "Speciaal basisonderwijs" in answer.content.decode(), "what was typed is still there"


def test_in_order_of_time(petra: Person, as_: As) -> None:
    case = make_case(petra)
    for start in ("2020", "2012", "sep 2013"):
        as_(petra).post(address(case, "nieuw/"), {**SCHOOL, "start": start, "end": "", "text": start})
    events = as_(petra).get(address(case)).context["events"]
    assert [event.text for event in events] == ["2012", "sep 2013", "2020"]


def test_taking_away_keeps_the_history(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    client.post(address(case, "nieuw/"), SCHOOL)
    event = case.timeline.get()
    for _ in range(2):
        assert client.post(address(case, f"{event.pk}/weg/")).status_code == 302
    history = client.get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    assert not case.timeline.exists() and "haalde ‘Speciaal basisonderwijs’ van de tijdlijn" in history


def test_who_may_only_read_sees_no_form(petra: Person, carla: Person, as_: As) -> None:
    case = make_case(petra)
    page = as_(carla).get(address(case)).content.decode()
    assert "Nog niets opgeschreven" in page and "Gebeurtenis toevoegen" not in page


def test_as_many_queries_for_one_as_for_thirty(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    TimelineEvent.objects.create(case=case, text="Eén", starts_on=date(2012, 1, 1), kind="hulp")
    client.get(address(case))
    with CaptureQueriesContext(connection) as one:
        client.get(address(case))
    for year in range(29):
        TimelineEvent.objects.create(case=case, text="Meer", starts_on=date(1990 + year, 1, 1), kind="hulp")
    with CaptureQueriesContext(connection) as thirty:
        client.get(address(case))
    assert len(one) == len(thirty)
