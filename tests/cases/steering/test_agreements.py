"""The page of actions: one line, a whole form, one click; what is wrong stands at its field."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.casefile.models import Case
from cases.steering.models import Action
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

As = Callable[[Person], Client]
CALL = {"text": "School bellen", "owner_name": "Petra", "due_on": "12 mrt 2026"}


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/acties/{rest}"


def test_from_open_to_done(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    page = client.post(address(case, "nieuw/"), CALL, follow=True).content.decode()
    action = case.actions.get()
    assert action.due_on == date(2026, 3, 12) and "voor 12 maart 2026" in page and "te laat" in page
    form = client.get(address(case, f"{action.pk}/")).content.decode()
    assert 'value="12-3-2026"' in form and "School bellen" in form
    done = {**CALL, "status": "gedaan", "result": "Mentor denkt mee"}
    page = client.post(address(case, f"{action.pk}/"), done, follow=True).content.decode()
    assert "Wat er al gedaan is" in page and "Mentor denkt mee" in page and "Er staat niets open" in page
    client.post(address(case, f"{action.pk}/"), done)
    assert AuditEvent.objects.filter(event="action.changed").count() == 2


def test_double_click_makes_one(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    for _ in range(2):
        client.post(address(case, "nieuw/"), CALL)
    assert Action.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"text": ""}, "text"), ({"owner_name": " "}, "owner_name"), ({"due_on": "31-2-2026"}, "due_on")],
)
def test_mistakes_stand_at_their_field(wrong: dict, field: str, petra: Person, as_: As) -> None:
    case = make_case(petra)
    answer = as_(petra).post(address(case, "nieuw/"), {**CALL, **wrong})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]
    assert not Action.objects.exists()


def test_of_another_case(petra: Person, as_: As) -> None:
    case, other = make_case(petra), make_case(petra)
    action = Action.objects.create(case=other, text="Bellen", owner_name="Gea")
    assert as_(petra).get(address(case, f"{action.pk}/")).status_code == 404


def test_an_expert_reads_without_buttons(petra: Person, emre: Person, as_: As) -> None:
    from cases.casefile.actions import grant_case  # noqa: PLC0415

    case = make_case(petra)
    Action.objects.create(case=case, text="Bellen", owner_name="Gea")
    grant_case(by=petra, case=case, user=emre.user)
    page = as_(emre).get(address(case)).content.decode()
    assert "Bellen" in page and "Bijwerken" not in page and "Afspraak maken" not in page


def test_as_many_queries_for_one_as_for_thirty(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    Action.objects.create(case=case, text="Bellen", owner_name="Gea")
    client.get(address(case))
    with CaptureQueriesContext(connection) as one:
        client.get(address(case))
    for number in range(29):
        Action.objects.create(case=case, text=f"Bellen {number}", owner_name="Gea")
    with CaptureQueriesContext(connection) as thirty:
        client.get(address(case))
    assert len(one) == len(thirty)


def test_giving_it_to_a_colleague_who_cannot_see_the_case_is_said(
    asked: Action, petra: Person, emre: Person, as_: As
) -> None:
    address = f"/casussen/{asked.case.number}/acties/{asked.pk}/"
    given = {"text": "Bellen", "owner_name": emre.user.name, "reminders": "team", "status": "open"}
    page = as_(petra).post(address, given, follow=True).content.decode()
    assert "Emre Kaya ziet deze casus nog niet" in page
    again = as_(petra).post(address, {**given, "text": "School bellen"}, follow=True).content.decode()
    assert "ziet deze casus nog niet" not in again, "said once, not at every change"


def test_a_wrong_address_says_whose_it_is(petra: Person, as_: As) -> None:
    wrong = {**CALL, "reminders": "team", "manager_name": "Henk", "manager_email": "geen adres"}
    page = as_(petra).post(address(make_case(petra), "nieuw/"), wrong).content.decode()
    assert "E-mailadres van de leidinggevende:" in page
