"""The people around a young person."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.casefile.models import Case
from cases.people.actions import AlreadyThere, ParticipantData, add_participant, change_participant
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

As = Callable[[Person], Client]
ANJA = {"name": "Anja Oosterhuis", "role": "ouder", "parental_authority": "ja", "phone": "06 1234 5678"}


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/mensen/{rest}"


def test_empty_page_says_how_to_begin(petra: Person, carla: Person, as_: As) -> None:
    case = make_case(petra)
    assert "Iemand toevoegen" in as_(petra).get(address(case)).content.decode()
    page = as_(carla).get(address(case)).content.decode()
    assert "Iemand toevoegen" not in page and "De procesregisseur schrijft hier op" in page


def test_add_change_remove(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    page = client.post(address(case, "nieuw/"), ANJA, follow=True).content.decode()
    assert "Anja Oosterhuis staat erbij" in page and "heeft gezag" in page and 'href="tel:0612345678"' in page
    anja = case.participants.get()
    client.post(address(case, f"{anja.pk}/"), {**ANJA, "organisation": "Thuis"})
    anja.refresh_from_db()
    assert anja.organisation == "Thuis"
    client.post(address(case, f"{anja.pk}/weg/"))
    assert client.post(address(case, f"{anja.pk}/weg/")).status_code == 302, "a double click is harmless"
    assert not case.participants.exists()
    assert AuditEvent.objects.filter(event="people.changed").count() == 3


def test_double_click_adds_one(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    for _ in range(2):
        assert client.post(address(case, "nieuw/"), ANJA).status_code == 302
    assert Participant.objects.count() == AuditEvent.objects.filter(event="people.changed").count() == 1


def test_the_same_name_in_the_same_role(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    client.post(address(case, "nieuw/"), ANJA)
    answer = client.post(address(case, "nieuw/"), {**ANJA, "phone": "050"})
    assert answer.status_code == 422 and "staat er al in deze rol" in answer.content.decode()
    assert 'value="050"' in answer.content.decode(), "what was typed is still there"
    client.post(address(case, "nieuw/"), {**ANJA, "role": "aanmelder"})
    assert Participant.objects.count() == 2


def test_somebody_cannot_become_somebody_else(petra: Person) -> None:
    case = make_case(petra)
    add_participant(by=petra, case=case, data=ParticipantData("Anja", "ouder"))
    henk = add_participant(by=petra, case=case, data=ParticipantData("Henk", "ouder"))
    with pytest.raises(AlreadyThere):
        change_participant(by=petra, participant=henk, data=ParticipantData("Anja", "ouder"))
    assert not change_participant(by=petra, participant=henk, data=ParticipantData("Henk", "ouder"))


@pytest.mark.parametrize(
    ("wrong", "field", "error"),
    [
        ({"name": "  "}, "name", "Vul dit in."),
        ({"role": ""}, "role", "Kies een antwoord."),
        ({"role": "baas"}, "role", "baas"),
        ({"email": "anja@"}, "email", "e-mailadres"),
    ],
)
def test_mistakes_stand_at_their_field(wrong: dict, field: str, error: str, petra: Person, as_: As) -> None:
    case = make_case(petra)
    answer = as_(petra).post(address(case, "nieuw/"), {**ANJA, **wrong})
    assert answer.status_code == 422 and not Participant.objects.exists()
    assert error in " ".join(answer.context["form"].errors[field])


def test_somebody_of_another_case_is_not_here(petra: Person, as_: As) -> None:
    case, other = make_case(petra), make_case(petra)
    anja = Participant.objects.create(case=other, name="Anja", role="ouder")
    assert as_(petra).get(address(case, f"{anja.pk}/")).status_code == 404
    as_(petra).post(address(case, f"{anja.pk}/weg/"))
    assert Participant.objects.filter(pk=anja.pk).exists()


def test_as_many_queries_for_one_as_for_thirty(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    Participant.objects.create(case=case, name="Anja Eerste", role="ouder")
    client.get(address(case))
    with CaptureQueriesContext(connection) as one:
        client.get(address(case))
    for number in range(29):
        Participant.objects.create(case=case, name=f"Mens {number}", role="school")
    with CaptureQueriesContext(connection) as thirty:
        client.get(address(case))
    assert len(one) == len(thirty)
