"""Writing down what everybody says of the analysis, and reading it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from analysis.sharing.models import Endorsement
from cases.casefile.models import Case
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

Login = Callable[[Person], Client]


@pytest.fixture
def case(petra: Person) -> Case:
    """Ruben with his mother, who has authority, and a professional."""
    case = make_case(petra, last_name="Oosterhuis")
    for name, role, authority in (
        ("Gea Bolhuis", "hulpverlener", ""),
        ("Anja Oosterhuis", "ouder", "ja"),
        ("Ruben Oosterhuis", "jeugdige", ""),
    ):
        Participant.objects.create(case=case, name=name, role=role, parental_authority=authority)
    return case


def shared(case: Case) -> str:
    return reverse("analysis:shared", args=[case.number])


def answer(case: Case, name: str) -> str:
    return reverse(
        "analysis:answer", args=[case.number, str(case.participants.get(name__startswith=name).pk)]
    )


def page(browser: Client, case: Case) -> str:
    return browser.get(shared(case)).content.decode()


def test_family_comes_first(case: Case, petra: Person, as_: Login) -> None:
    found = page(as_(petra), case)
    assert found.index("Ruben Oosterhuis</span>") < found.index("Anja") < found.index("Gea")
    assert "Nog niet voorgelegd" in found


def test_answers_make_it_shared(case: Case, petra: Person, as_: Login) -> None:
    browser = as_(petra)
    browser.post(answer(case, "Ruben"), {"verdict": "ja", "words": "Eindelijk.", "answered_on": "2-4-2025"})
    found = page(browser, case)
    assert "Deels gedeeld" in found and "Anja Oosterhuis heeft nog niet geantwoord." in found
    browser.post(answer(case, "Anja"), {"verdict": "deels"})
    found = page(browser, case)
    assert "et-badge--good" in found and "Eindelijk." in found and "2 april 2025" in found
    assert Endorsement.objects.get(words="Eindelijk.").answered_on == date(2025, 4, 2)
    assert AuditEvent.objects.filter(event="analysis.answered").count() == 2


def test_one_no_is_said_in_words(case: Case, petra: Person, as_: Login) -> None:
    browser = as_(petra)
    for name, verdict in (("Anja", "ja"), ("Gea", "ja"), ("Ruben", "nee")):
        browser.post(answer(case, name), {"verdict": verdict})
    found = page(browser, case)
    assert "Niet gedeeld" in found and "Ruben Oosterhuis zegt nee." in found
    board = browser.get(reverse("analysis:board", args=[case.number])).content.decode()
    assert "Ruben Oosterhuis zegt nee." in board


def test_an_answer_is_corrected_and_taken_back(case: Case, petra: Person, as_: Login) -> None:
    browser = as_(petra)
    for verdict in ("nee", "ja", "ja"):
        browser.post(answer(case, "Ruben"), {"verdict": verdict})
    assert Endorsement.objects.get().verdict == "ja"
    assert AuditEvent.objects.filter(event="analysis.answered").count() == 2
    browser.post(answer(case, "Ruben") + "weg/")
    browser.post(answer(case, "Ruben") + "weg/")
    assert not Endorsement.objects.exists()
    assert AuditEvent.objects.filter(event="analysis.answer_withdrawn").count() == 1


def test_the_young_person_can_answer_before_standing_among_the_people(petra: Person, as_: Login) -> None:
    case, browser = make_case(petra, first_name="Fenna", last_name="Hoekstra"), as_(petra)
    assert "Fenna Hoekstra" in page(browser, case)
    address = reverse("analysis:answer", args=[case.number, "jeugdige"])
    for _ in range(2):
        browser.post(address, {"verdict": "ja"})
    assert case.participants.get().role == "jeugdige"
    assert Endorsement.objects.get().verdict == "ja"


def test_without_a_parent_with_authority_the_page_asks_for_one(petra: Person, as_: Login) -> None:
    assert "Nog geen ouder met gezag bekend" in page(as_(petra), make_case(petra))


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Kies een antwoord."),
        ({"verdict": "misschien"}, "Kies ja, deels of nee."),
        ({"verdict": "ja", "words": "x" * 2001}, "er passen er 2000"),
        ({"verdict": "ja", "answered_on": "31-2-2025"}, "et-error"),
        ({"verdict": "ja", "answered_on": "1-1-2099"}, "toekomst"),
    ],
)
def test_a_wrong_answer_comes_back(
    case: Case, petra: Person, as_: Login, sent: dict[str, str], words: str
) -> None:
    response = as_(petra).post(answer(case, "Ruben"), sent)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Endorsement.objects.exists()


def test_somebody_of_another_case_is_not_found(case: Case, petra: Person, as_: Login) -> None:
    other = make_case(petra, first_name="Fenna")
    stranger = Participant.objects.create(case=other, name="Bea", role="ouder")
    address = reverse("analysis:answer", args=[case.number, str(stranger.pk)])
    assert as_(petra).get(address).status_code == 404


def test_the_coordinator_reads_and_does_not_write(case: Case, carla: Person, as_: Login) -> None:
    browser = as_(carla)
    assert "Antwoord invullen" not in page(browser, case)
    assert browser.post(answer(case, "Ruben"), {"verdict": "ja"}).status_code == 403
