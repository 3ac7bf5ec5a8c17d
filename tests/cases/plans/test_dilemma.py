"""A dilemma in five steps, and looking again."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from cases.casefile.models import Case
from cases.plans.models import Dilemma
from cases.plans.queries import to_look_back
from cases.process.closing import open_ends
from expertteam.access.person import Person
from tests.factories import make_case

As = Callable[[Person], Client]
TODAY = date(2026, 11, 23)
QUESTION = "Laten we de deur open, ook als Ruben wegloopt?"
STEPS = {
    "wie": {
        "party_0_name": "Ruben", "party_0_values": "Zelf kunnen gaan en komen",
        "party_1_name": "Zijn moeder", "party_1_values": "Weten dat hij veilig is",
    },
    "mogelijkheden": {
        "option_0_text": "De deur blijft open", "option_0_speaks_for": "Hij voelt zich geen gevangene",
        "option_0_speaks_against": "Het spoor is dichtbij",
        "option_1_text": "’s Nachts dicht", "option_1_speaks_for": "Moeder slaapt",
    },
    "keuze": {
        "choice": "De deur blijft open, met een belafspraak.", "why_chosen": "Dwang maakte het eerder erger.",
        "chosen_on": "23-11-2026", "look_again_on": "1-2-2027",
    },
    "terugkijken": {"looked_back": "Hij liep één keer weg en belde zelf.", "looked_back_on": "1-2-2027"},
}  # fmt: skip


@pytest.fixture(autouse=True)
def today() -> object:
    with time_machine.travel(TODAY, tick=False):
        yield


def address(case: Case, rest: str = "") -> str:
    return f"/casussen/{case.number}/plannen/dilemma/{rest}"


def begun(client: Client, case: Case, *slugs: str) -> Dilemma:
    """A dilemma with these steps filled in."""
    client.post(address(case, "nieuw/"), {"question": QUESTION})
    dilemma = Dilemma.objects.get()
    for slug in slugs:
        answer = client.post(address(case, f"{dilemma.pk}/{slug}/"), STEPS[slug])
        assert answer.status_code == 302, answer.context["form"].errors
    dilemma.refresh_from_db()
    return dilemma


def test_all_steps_lead_to_a_choice_that_can_be_read(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    dilemma = begun(client, case, "wie", "mogelijkheden", "keuze")
    page = client.get(address(case, f"{dilemma.pk}/")).content.decode()
    for text in (
        QUESTION,
        "Weten dat hij veilig is",
        "Het spoor is dichtbij",
        "met een belafspraak",
        "1 februari 2027",
    ):
        assert text in page
    assert "met een belafspraak" in client.get(f"/casussen/{case.number}/").content.decode()


def test_every_step_leads_to_the_next(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    answer = client.post(address(case, "nieuw/"), {"question": QUESTION})
    pk = Dilemma.objects.get().pk
    assert answer["Location"] == address(case, f"{pk}/wie/")
    answer = client.post(address(case, f"{pk}/wie/"), STEPS["wie"])
    assert answer["Location"] == address(case, f"{pk}/mogelijkheden/")


def test_a_double_click_puts_one_question(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    for _ in range(2):
        begun(client, case)
    assert Dilemma.objects.count() == 1


def test_looking_again_comes_on_vandaag(petra: Person, as_: As) -> None:
    case = make_case(petra)
    dilemma = begun(as_(petra), case, "wie", "keuze")
    again = date(2027, 2, 1)
    assert list(to_look_back(petra, again - timedelta(days=1))) == []
    assert list(to_look_back(petra, again)) == [dilemma]
    with time_machine.travel(again, tick=False):
        client = as_(petra)
        assert "Opnieuw kijken naar een keuze" in client.get("/").content.decode()
        client.post(address(case, f"{dilemma.pk}/terugkijken/"), STEPS["terugkijken"])
    assert list(to_look_back(petra, again)) == []
    assert [end.kind for end in open_ends(case) if end.kind == "dilemma"] == []


def test_looking_back_before_choosing_is_not_there(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    dilemma = begun(client, case)
    assert client.get(address(case, f"{dilemma.pk}/terugkijken/")).status_code == 404
    assert client.get(address(case, f"{dilemma.pk}/iets/")).status_code == 404
    assert [end.kind for end in open_ends(case) if end.kind == "dilemma"] == ["dilemma"]


@pytest.mark.parametrize(
    ("slug", "wrong", "field"),
    [
        ("wie", {"party_0_values": ""}, "party_0_values"),
        ("mogelijkheden", {"option_0_text": ""}, "option_0_text"),
        ("keuze", {"why_chosen": ""}, "why_chosen"),
        ("keuze", {"look_again_on": "22-11-2026"}, "look_again_on"),
        ("keuze", {"chosen_on": "1-1-2100"}, "chosen_on"),
    ],
)
def test_mistakes_stand_at_their_field(slug: str, wrong: dict, field: str, petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    dilemma = begun(client, case)
    answer = client.post(address(case, f"{dilemma.pk}/{slug}/"), {**STEPS[slug], **wrong})
    assert answer.status_code == 422 and list(answer.context["form"].errors) == [field]


def test_parties_can_be_changed_and_taken_away(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    dilemma = begun(client, case, "wie")
    only = {"party_0_name": "Ruben", "party_0_values": "Zelf kunnen gaan en komen"}
    client.post(
        address(case, f"{dilemma.pk}/wie/"), {**STEPS["wie"], "party_1_name": "", "party_1_values": ""}
    )
    assert [party.name for party in dilemma.parties.all()] == [only["party_0_name"]]
    page = client.get(f"/casussen/{case.number}/geschiedenis/").content.decode()
    assert "haalde Zijn moeder weg bij het dilemma" in page


def test_taken_away_it_is_still_told(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    dilemma = begun(client, case, "wie", "mogelijkheden")
    for _ in range(2):
        assert client.post(address(case, f"{dilemma.pk}/weg/")).status_code == 302
    assert Dilemma.objects.count() == 0
    assert "haalde het dilemma" in client.get(f"/casussen/{case.number}/geschiedenis/").content.decode()


def test_the_database_wants_a_reason_with_a_choice(petra: Person) -> None:
    case = make_case(petra)
    with pytest.raises(IntegrityError), transaction.atomic():
        Dilemma.objects.create(case=case, question="?", choice="Zo", chosen_on=TODAY)
