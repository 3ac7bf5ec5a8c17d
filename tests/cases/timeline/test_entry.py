"""Adding by the line: what was understood, and the way back."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client

from cases.casefile.models import Case
from cases.timeline.actions import add_event
from cases.timeline.forms import read_for
from cases.timeline.models import TimelineEvent
from cases.timeline.shown import as_line
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

As = Callable[[Person], Client]
HELP = "2016-2018 ambulante hulp bij Molendrift: contact herstellen, gestopt door wachtlijst"


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with time_machine.travel("2026-11-23 10:42+01:00", tick=False):
        yield


@pytest.fixture
def case(petra: Person) -> Case:
    return make_case(petra, birth_date=date(2008, 9, 14))


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/tijdlijn/{rest}"


def post(client: Client, case: Case, line: str) -> str:
    return client.post(address(case, "regel/"), {"line": line}, follow=True).content.decode()


def test_one_line_is_one_event_and_the_page_says_what_was_understood(
    case: Case, petra: Person, as_: As
) -> None:
    client = as_(petra)
    page = post(client, case, HELP)
    event = case.timeline.get()
    assert (event.provider, event.goal) == ("Molendrift", "contact herstellen")
    assert "autofocus" in page, "the next line can be typed at once"
    assert "Staat op de tijdlijn:" in page and "wat ervan kwam:" in page and "Ongedaan maken" in page
    assert "stond al" not in page
    later = client.get(address(case)).content.decode()
    assert "Staat op de tijdlijn:" not in later and "autofocus" not in later, "said once"
    assert "Dit stond al op de tijdlijn." in post(client, case, HELP)
    assert case.timeline.count() == 1 and event.history.count() == 1, "a double click adds nothing"


def test_a_double_click_says_it_once(case: Case, petra: Person, as_: As) -> None:
    client = as_(petra)
    client.post(address(case, "regel/"), {"line": HELP})
    page = post(client, case, HELP)
    assert "Staat op de tijdlijn:" in page and "stond al" not in page


def test_taking_it_back_gives_the_line_back(case: Case, petra: Person, as_: As) -> None:
    client = as_(petra)
    post(client, case, HELP)
    pk = case.timeline.get().pk
    page = client.post(address(case, "ongedaan/"), {"event": pk})
    assert page.context["line"]["line"].value().startswith("2016 tot 2018 hulp: Ambulante hulp")
    assert not case.timeline.exists()
    again = client.post(address(case, "ongedaan/"), {"event": pk})
    assert again.status_code == 200, "twice is harmless"
    assert client.post(address(case, "ongedaan/"), {"event": ["x", "9" * 30]}).status_code == 200


def test_nobody_takes_back_what_stands_in_another_case(case: Case, petra: Person, as_: As) -> None:
    other = make_case(petra)
    event = TimelineEvent.objects.create(case=other, text="Elders", starts_on=date(2012, 1, 1), kind="hulp")
    as_(petra).post(address(case, "ongedaan/"), {"event": event.pk})
    assert other.timeline.get() == event


def test_what_cannot_be_read_stays_in_its_field_with_why(case: Case, petra: Person, as_: As) -> None:
    answer = as_(petra).post(address(case, "regel/"), {"line": "tot 2018 bij Anja <3"})
    page = answer.content.decode()
    assert answer.status_code == 422 and "Het begin ontbreekt." in page
    assert 'value="tot 2018 bij Anja &lt;3"' in page and not case.timeline.exists()
    assert as_(petra).post(address(case, "regel/"), {"line": ""}).status_code == 422


def test_while_typing_one_sees_what_would_be_understood(case: Case, petra: Person, as_: As) -> None:
    client = as_(petra)
    seen = client.post(address(case, "begrepen/"), {"line": "toen hij 6 was <b>ziek</b>"}).content.decode()
    assert "op 6-jarige leeftijd" in seen and "&lt;b&gt;ziek" in seen and "<b>" not in seen
    assert (
        "Nog niet te lezen" in client.post(address(case, "begrepen/"), {"line": "vroeger"}).content.decode()
    )
    assert client.post(address(case, "begrepen/"), {"line": " "}).content.decode().strip() == ""
    assert not case.timeline.exists()


def test_an_age_can_be_changed_in_the_form_and_stays_what_it_was(case: Case, petra: Person, as_: As) -> None:
    client = as_(petra)
    post(client, case, "van zijn 4e tot zijn 8e bij oma, volgens moeder")
    event = case.timeline.get()
    form = client.get(address(case, f"{event.pk}/")).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}
    assert (typed["start"], typed["end"]) == ("op 4-jarige leeftijd", "op 8-jarige leeftijd")
    client.post(address(case, f"{event.pk}/"), typed)
    assert event.history.count() == 1, "nothing was changed, nothing is new"
    client.post(address(case, f"{event.pk}/"), {**typed, "start": "op 5-jarige leeftijd", "end": "heden"})
    event.refresh_from_db()
    assert event.period == "vanaf 5-jarige leeftijd" and event.ongoing


@pytest.mark.parametrize(
    "line",
    [
        HELP,
        "toen hij 6 was verhuisd naar oma, volgens moeder",
        "sinds mei 2024 thuis",
        "juni 2020 school dicht, knooppunt, erbij juf Els",
        "geboren",
    ],
)
def test_an_event_as_a_line_reads_back_to_itself(line: str, case: Case, petra: Person) -> None:
    event, _ = add_event(by=petra, case=case, data=read_for(case, line).data)
    assert read_for(case, as_line(event)).data == read_for(case, line).data


def test_names_of_any_length_and_from_right_to_left(case: Case, petra: Person, as_: As) -> None:
    page = post(as_(petra), case, f"2019 hulp bij {'É' * 199}: דני 🌱")
    assert "É" * 199 in page and "דני 🌱" in page
    assert case.timeline.get().provider == "É" * 199


def test_writing_is_traced_without_what_was_written(case: Case, petra: Person, as_: As) -> None:
    post(as_(petra), case, HELP)
    trace = AuditEvent.objects.filter(event="timeline.changed").get()
    assert trace.case_number == case.number and "Molendrift" not in str(trace.details)
