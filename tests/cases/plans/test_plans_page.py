"""The four cards: empty they say what they are for; as many queries for one as for thirty."""

from collections.abc import Callable
from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.casefile.models import Case, Phase
from cases.plans.dilemma.actions import begin_dilemma
from cases.plans.models import SolutionFund
from cases.plans.tailored.actions import SolutionData, add_solution
from expertteam.access.person import Person
from tests.factories import make_case

As = Callable[[Person], Client]


def test_empty_cards_say_what_they_are_for(petra: Person, as_: As) -> None:
    case, client = make_case(petra, birth_date=date(2014, 1, 1)), as_(petra)
    page = client.get(f"/casussen/{case.number}/plannen/").content.decode()
    for text in (
        "Voor wie bijna 18 wordt",
        "Voor als niets wat er al is past",
        "zonder goed antwoord",
        "Spreek vooraf af",
    ):
        assert text in page
    assert 'id="plannen"' not in client.get(f"/casussen/{case.number}/").content.decode()


def test_nothing_is_begun_in_a_case_that_does_not_run(petra: Person, as_: As) -> None:
    for phase in (Phase.TRIAGE, Phase.CLOSED):
        case = make_case(petra, phase=phase)
        page = as_(petra).get(f"/casussen/{case.number}/plannen/").content.decode()
        assert "beginnen</" not in page and "Dilemma voorleggen" not in page
        assert "Afspraak vastleggen" not in page


def fill(by: Person, case: Case, times: int) -> None:
    for number in range(times):
        solution = add_solution(by=by, case=case, data=SolutionData(f"Wens {case.pk} {number} {times}"))
        SolutionFund.objects.create(solution=solution, source="wmo")
        begin_dilemma(by=by, case=case, question=f"Vraag {number} {times}?")


def test_as_many_queries_for_one_as_for_thirty(petra: Person, as_: As) -> None:
    case, client = make_case(petra), as_(petra)
    for address in (f"/casussen/{case.number}/plannen/", f"/casussen/{case.number}/"):
        fill(petra, case, 1)
        client.get(address)
        with CaptureQueriesContext(connection) as one:
            client.get(address)
        fill(petra, case, 30)
        with CaptureQueriesContext(connection) as thirty:
            client.get(address)
        assert len(one) == len(thirty)


def test_hostile_and_right_to_left_text_stays_text(petra: Person, as_: As) -> None:
    case, evil = make_case(petra), "<img src=x onerror=alert(1)> שלום 👩‍🌾"
    add_solution(by=petra, case=case, data=SolutionData(evil, maker=evil))
    page = as_(petra).get(f"/casussen/{case.number}/plannen/").content.decode()
    assert "<img" not in page and "&lt;img src=x" in page and "שלום 👩‍🌾" in page
