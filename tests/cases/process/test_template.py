"""«Stappen van ons team»."""

from collections.abc import Callable

import pytest
from django.test import Client

from cases.process.models import TeamStep
from cases.process.steps import give_steps, steps_of
from cases.process.template import DEFAULT_STEPS, template_of
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

As = Callable[[Person], Client]
ALL = sum(len(texts) for texts in DEFAULT_STEPS.values())
CHANGE = "/stappen/wijzigen/"


def texts(person: Person, stage: str = "intake") -> list[str]:
    return [step.text for step in template_of(person.team) if step.stage == stage]


def test_before_the_first_change_nothing_is_stored(petra: Person, as_: As) -> None:
    page = as_(petra).get("/stappen/").content.decode()
    assert "Vraag toestemming" in page and "waarmee elk team begint" in page
    assert len(template_of(petra.team)) == ALL and not TeamStep.objects.exists()


def test_from_the_first_change_the_steps_are_the_teams_own(petra: Person, fokke: Person, as_: As) -> None:
    client = as_(petra)
    for _ in range(2):
        page = client.post("/stappen/nieuw/", {"text": "Bel de huisarts", "stage": "intake"}, follow=True)
    assert "waarmee elk team begint" not in page.content.decode()
    assert texts(petra)[-1] == "Bel de huisarts" and TeamStep.objects.count() == ALL + 1
    assert "Bel de huisarts" not in texts(fokke)
    assert AuditEvent.objects.filter(event="process.template_changed").count() == 1


def test_a_coordinator_changes_them_too(carla: Person, as_: As) -> None:
    given = {"stage": "intake", "was": "Vraag toestemming", "text": "Regel de toestemming", "doe": "bewaren"}
    as_(carla).post(CHANGE, given)
    assert texts(carla)[1] == "Regel de toestemming"


def test_moving_and_taking_away(petra: Person, as_: As) -> None:
    client, first = as_(petra), texts(petra)[0]
    client.post(CHANGE, {"stage": "intake", "was": first, "doe": "omhoog"})
    assert texts(petra)[0] == first
    client.post(CHANGE, {"stage": "intake", "was": first, "doe": "omlaag"})
    assert texts(petra)[:2] == ["Vraag toestemming", first]
    for _ in range(2):
        client.post(CHANGE, {"stage": "intake", "was": first, "doe": "weg"})
    assert first not in texts(petra) and TeamStep.objects.count() == ALL - 1


@pytest.mark.parametrize(
    ("text", "says"),
    [("", "Vul dit in."), ("x" * 201, "200"), ("Spreek af wie casusregisseur is", "staat er al")],
)
def test_a_change_that_cannot_be(text: str, says: str, petra: Person, as_: As) -> None:
    answer = as_(petra).post(
        CHANGE, {"stage": "intake", "was": "Vraag toestemming", "text": text, "doe": "bewaren"}
    )
    assert answer.status_code == 422 and says in answer.content.decode()
    assert "Vraag toestemming" in texts(petra)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"stage": "zomaar", "was": "niets", "doe": "weg"},
        {"doe": "omhoog"},
        {"stage": "intake", "was": "\x00", "text": "Nieuw"},
    ],
)
def test_nonsense_changes_nothing(given: dict, petra: Person, as_: As) -> None:
    assert as_(petra).post(CHANGE, given).status_code in (302, 422)
    assert [step.text for step in template_of(petra.team)] == [
        t for stage in DEFAULT_STEPS.values() for t in stage
    ]


def test_a_new_case_gets_them_and_a_running_case_keeps_its_own(petra: Person, as_: As) -> None:
    before = make_case(petra)
    give_steps(by=petra, case=before)
    as_(petra).post(CHANGE, {"stage": "intake", "was": "Vraag toestemming", "doe": "weg"})
    after = make_case(petra)
    give_steps(by=petra, case=after)
    assert "Vraag toestemming" in [step.text for step in steps_of(before)]
    assert "Vraag toestemming" not in [step.text for step in steps_of(after)]


def test_no_more_than_one_oversees(petra: Person, as_: As) -> None:
    client = as_(petra)
    for number in range(60 - ALL):
        client.post("/stappen/nieuw/", {"text": f"Stap {number}", "stage": "volgen"})
    answer = client.post("/stappen/nieuw/", {"text": "Nog een", "stage": "volgen"})
    assert answer.status_code == 422 and TeamStep.objects.count() == 60
