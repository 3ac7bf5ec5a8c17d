"""Toekomstplan: asks for attention at 16½, counts its steps back from 18, and is kept up to date."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from cases.casefile.models import Case, Phase
from cases.plans.future.actions import finish_step, start_plan
from cases.plans.future.template import STEPS, due, eighteenth, window
from cases.plans.models import FuturePlan, FuturePlanStep, StepStatus
from cases.plans.queries import future_to_do
from cases.process.closing import open_ends
from expertteam.access.person import Person
from expertteam.ui.dates import months_after
from tests.factories import make_case

As = Callable[[Person], Client]
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def today() -> object:
    with time_machine.travel(TODAY, tick=False):
        yield


def aged(by: Person, years: int, months: int = 0, **given: object) -> Case:
    """A case of somebody who is exactly so old today."""
    return make_case(by, birth_date=months_after(TODAY, -12 * years - months), **given)


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/plannen/{rest}"


@pytest.mark.parametrize(
    ("birth", "asks"),
    [
        (date(2010, 5, 24), False),  # one day too young
        (date(2010, 5, 23), True),  # 16½ today
        (date(2008, 11, 24), True),  # the day before 18
        (date(2008, 11, 23), False),  # 18 today
    ],
)
def test_it_asks_from_sixteen_and_a_half_until_eighteen(birth: date, asks: bool) -> None:
    assert window(TODAY).holds(birth) is asks


@pytest.mark.parametrize(
    ("birth", "day"),
    [(date(2008, 2, 29), date(2026, 2, 28)), (date(2010, 9, 14), date(2028, 9, 14))],
)
def test_the_eighteenth_birthday(birth: date, day: date) -> None:
    assert eighteenth(birth) == day


def test_every_area_of_a_future_plan_has_a_step() -> None:
    areas = {"wonen", "school_werk", "geld", "netwerk", "hulp_na_18", "overdracht", "wie_blijft"}
    assert {step.area for step in STEPS} == areas


def test_a_late_start_gives_two_weeks_at_least() -> None:
    birth, start = date(2008, 12, 23), TODAY
    assert {due(step, birth, start) for step in STEPS} == {start + timedelta(days=14)}
    assert due(STEPS[0], date(2010, 9, 14), start) == date(2027, 6, 14)


def test_vandaag_and_the_header_ask_for_it_and_one_click_begins(petra: Person, as_: As) -> None:
    case, client = aged(petra, 16, 6, first_name="Fenna"), as_(petra)
    aged(petra, 15)
    aged(petra, 17, phase=Phase.CLOSED)
    assert list(future_to_do(petra, TODAY)) == [case]
    assert "Nog geen toekomstplan" in client.get("/").content.decode()
    assert "nog geen toekomstplan" in client.get(f"/casussen/{case.number}/").content.decode()
    for _ in range(2):
        page = client.post(address(case, "toekomst/begin/"), follow=True).content.decode()
    assert FuturePlan.objects.count() == 1 and case.future_plan.steps.count() == len(STEPS)
    assert "Fenna wordt 18 op 23 mei 2028" in page
    assert "nog geen toekomstplan" not in client.get(f"/casussen/{case.number}/").content.decode()
    assert list(future_to_do(petra, TODAY)) == []


def test_a_step_that_is_nearly_due_comes_on_vandaag_and_goes_in_one_click(petra: Person, as_: As) -> None:
    case = aged(petra, 16, 6)
    start_plan(by=petra, case=case)
    first = case.future_plan.steps.all()[0]
    assert list(future_to_do(petra, first.due_on - timedelta(days=15))) == []
    (row,) = future_to_do(petra, first.due_on - timedelta(days=14))
    assert (row.step_pk, row.step_due) == (first.pk, first.due_on)
    with time_machine.travel(first.due_on, tick=False):
        client = as_(petra)
        assert "Straks achttien" in client.get("/").content.decode()
        client.post(address(case, f"toekomst/stap/{first.pk}/klaar/"))
    first.refresh_from_db()
    assert first.status == StepStatus.DONE and list(future_to_do(petra, first.due_on)) == []


def test_a_step_is_changed_or_dropped_with_a_reason(petra: Person, as_: As) -> None:
    case, client = aged(petra, 17), as_(petra)
    step = start_plan(by=petra, case=case).steps.all()[0]
    typed = {"area": step.area, "text": step.text, "owner_name": "Mentor Jelle", "due_on": "1-3-2027"}
    wrong = client.post(
        address(case, f"toekomst/stap/{step.pk}/"), {**typed, "status": "vervalt", "result": ""}
    )
    assert wrong.status_code == 422 and list(wrong.context["form"].errors) == ["result"]
    client.post(
        address(case, f"toekomst/stap/{step.pk}/"), {**typed, "status": "vervalt", "result": "Blijft thuis"}
    )
    step.refresh_from_db()
    assert (step.status, step.result, step.due_on) == ("vervalt", "Blijft thuis", date(2027, 3, 1))
    assert "Mentor Jelle" in client.get(f"/casussen/{case.number}/geschiedenis/").content.decode()


def test_the_plan_itself_and_an_own_step(petra: Person, as_: As) -> None:
    case, client = aged(petra, 17, first_name="Fenna"), as_(petra)
    start_plan(by=petra, case=case)
    typed = {"wish": "Een eigen kamer, met een hond.", "staying": "Tante Aukje", "help_after": ["wmo", "zvw"]}
    page = client.post(address(case, "toekomst/bewaren/"), typed, follow=True).content.decode()
    assert "met een hond" in page
    step = {"nieuw-area": "wonen", "nieuw-text": "Inschrijven bij Lefier", "nieuw-due_on": "1-2-2027"}
    for _ in range(2):
        client.post(address(case, "toekomst/stap/nieuw/"), step)
    assert FuturePlanStep.objects.filter(text="Inschrijven bij Lefier").count() == 1
    wrong = client.post(address(case, "toekomst/stap/nieuw/"), {**step, "nieuw-due_on": "morgen of zo"})
    assert wrong.status_code == 422 and "Inschrijven bij Lefier" in wrong.content.decode()
    overview = client.get(f"/casussen/{case.number}/").content.decode()
    assert (
        "met een hond" in overview and "Wmo, Zorgverzekering (ggz)" in overview and "Tante Aukje" in overview
    )


def plan_ends(case: Case) -> list[str]:
    return [end.text for end in open_ends(case) if end.kind == "toekomstplan"]


def test_open_steps_are_one_open_end_at_closing(petra: Person) -> None:
    case = aged(petra, 17)
    steps = list(start_plan(by=petra, case=case).steps.all())
    assert plan_ends(case) == [f"Nog {len(STEPS)} stappen open: rond ze af of draag ze over"]
    for step in steps:
        finish_step(by=petra, step=step)
    assert plan_ends(case) == []


def test_somebody_else_goes_on_with_what_is_open(petra: Person, as_: As) -> None:
    case, client = aged(petra, 17), as_(petra)
    first = start_plan(by=petra, case=case).steps.all()[0]
    finish_step(by=petra, step=first)
    assert client.post(address(case, "toekomst/overdragen/"), {"over-to": ""}).status_code == 422
    for _ in range(2):
        page = client.post(
            address(case, "toekomst/overdragen/"), {"over-to": "Gea Bos, Wmo Veendam"}, follow=True
        )
    assert "Gea Bos, Wmo Veendam gaat hiermee verder" in page.content.decode() and plan_ends(case) == []
    assert FuturePlanStep.objects.filter(status="over").count() == len(STEPS) - 1


def test_who_may_read_plans_sees_no_buttons(petra: Person, carla: Person, sietske: Person, as_: As) -> None:
    case = aged(petra, 17)
    start_plan(by=petra, case=case)
    page = as_(carla).get(address(case, "toekomst/")).content.decode()
    assert "Geregeld<" not in page and "Wie staan er omheen?" in page
    assert as_(sietske).get(address(case)).status_code == 403
    overview = as_(sietske).get(f"/casussen/{case.number}/").content.decode()
    assert "Toekomstplan" not in overview, "the secretary reads no plans"


def test_an_address_without_a_plan_leads_to_the_plans(petra: Person, as_: As) -> None:
    case, client = aged(petra, 17), as_(petra)
    assert client.get(address(case, "toekomst/")).status_code == 302
    assert client.post(address(case, "toekomst/bewaren/"), {"wish": "x"}).status_code == 404
    assert timezone.localdate() == TODAY
