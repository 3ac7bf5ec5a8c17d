"""The timeline: vague dates stay vague."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.casefile.models import Case
from cases.timeline.models import TimelineEvent
from cases.timeline.moments import EndsBeforeStart, moments
from expertteam.access.person import Person
from expertteam.ui.dates import parse_period
from tests.factories import make_case

As = Callable[[Person], Client]
SCHOOL = {"start": "sep 2013", "end": "jul 2020", "kind": "school", "text": "Speciaal basisonderwijs"}


@pytest.fixture
def monday() -> Iterator[None]:
    with time_machine.travel("2026-11-23 10:42+01:00"):
        yield


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


@pytest.mark.parametrize("end", ["heden", "Heden", "nu", " tot  nu ", "nog steeds", ""])
def test_what_still_goes_on_has_no_end(end: str, petra: Person, as_: As) -> None:
    case = make_case(petra)
    as_(petra).post(address(case, "nieuw/"), {**SCHOOL, "end": end})
    period = "sinds september 2013" if end else "september 2013"
    assert (case.timeline.get().ends_on, case.timeline.get().period) == (None, period)


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        ("2006", "", "voor de geboorte (14 september 2008)"),
        ("13-9-2007", "", "voor de geboorte"),
        ("2012", "2031", "in de toekomst"),
        ("dec 2028", "", "in de toekomst"),
    ],
)
def test_what_cannot_have_happened_is_refused(
    start: str, end: str, says: str, petra: Person, as_: As, monday: None
) -> None:
    case = make_case(petra, birth_date=date(2008, 9, 14))
    answer = as_(petra).post(address(case, "nieuw/"), {**SCHOOL, "start": start, "end": end})
    assert answer.status_code == 422 and says in answer.content.decode() and not case.timeline.exists()


@pytest.mark.parametrize(
    ("start", "end"), [("2007", ""), ("14-9-2007", ""), ("2020", "nov 2028"), ("2028", "")]
)
def test_just_before_birth_and_plans_ahead_are_fine(
    start: str, end: str, petra: Person, as_: As, monday: None
) -> None:
    case = make_case(petra, birth_date=date(2008, 9, 14))
    assert as_(petra).post(address(case, "nieuw/"), {**SCHOOL, "start": start, "end": end}).status_code == 302


def test_an_event_can_be_changed_and_stays_one(petra: Person, as_: As) -> None:
    case, client = make_case(petra, birth_date=date(2008, 9, 14)), as_(petra)
    client.post(address(case, "nieuw/"), SCHOOL)
    event = case.timeline.get()
    assert f'href="{address(case, f"{event.pk}/")}"' in client.get(address(case)).content.decode()
    form = client.get(address(case, f"{event.pk}/")).context["form"]
    assert [form[name].value() for name in ("kind", "text")] == ["school", "Speciaal basisonderwijs"]
    page = client.get(address(case, f"{event.pk}/")).content.decode()
    assert 'value="september 2013"' in page and 'value="juli 2020"' in page
    for _ in range(2):
        changed = client.post(address(case, f"{event.pk}/"), {**SCHOOL, "start": "2014", "text": "Cluster 4"})
        assert changed.status_code == 302
    event = case.timeline.get()
    assert (event.text, event.period) == ("Cluster 4", "2014 tot juli 2020")
    assert event.history.count() == 2, "the second click changed nothing"
    history = client.get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    assert "Cluster 4" in history and "Speciaal basisonderwijs" in history


def test_a_wrong_change_keeps_what_was_typed(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    client.post(address(case, "nieuw/"), SCHOOL)
    answer = client.post(
        address(case, f"{case.timeline.get().pk}/"), {**SCHOOL, "start": "1804", "text": "Anders"}
    )
    assert answer.status_code == 422 and "Anders" in answer.content.decode()
    assert case.timeline.get().text == "Speciaal basisonderwijs"


def test_an_event_of_another_case_cannot_be_changed_here(petra: Person, carla: Person, as_: As) -> None:
    case, other = make_case(petra), make_case(petra)
    event = TimelineEvent.objects.create(case=other, text="Elders", starts_on=date(2012, 1, 1), kind="hulp")
    assert as_(petra).post(address(case, f"{event.pk}/"), SCHOOL).status_code == 404
    assert as_(carla).post(address(other, f"{event.pk}/"), SCHOOL).status_code == 403
    event.refresh_from_db()
    assert event.text == "Elders"


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


@pytest.mark.parametrize("page", ["", "terugblik/"])
def test_as_many_queries_for_one_as_for_three_hundred(page: str, petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    one_more = {"case": case, "text": "Gezinshulp", "kind": "hulp", "mark": "knooppunt"}
    TimelineEvent.objects.create(starts_on=date(2012, 1, 1), **one_more)
    client.get(address(case, page))
    with CaptureQueriesContext(connection) as one:
        client.get(address(case, page))
    TimelineEvent.objects.bulk_create(
        TimelineEvent(starts_on=date(2011 + n % 15, 1 + n % 12, 1), **one_more) for n in range(299)
    )
    with CaptureQueriesContext(connection) as many:
        client.get(address(case, page))
    assert len(one) == len(many)
