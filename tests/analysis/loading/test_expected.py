"""What the system must find in the invented case: «verwacht» in the file itself."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from analysis.board.checks import klachten_zonder_verklaring
from analysis.board.models import Analysis
from analysis.board.queries import graph_of
from analysis.sharing.models import Endorsement
from cases.casefile.models import Case
from cases.consent.queries import people_around as around_of
from cases.consent.rules import consent_needed
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from expertteam.ui.dates import age_on
from tests.factories import make_case

from .files import BANKZITTER, bankzitter

pytestmark = pytest.mark.django_db
EXPECTED = bankzitter()["verwacht"]
TEXTS = {element["id"]: element["tekst"] for element in bankzitter()["analyse"]["elementen"]}


def call(command: str, *args: str, **options: Any) -> str:
    out = StringIO()
    call_command(command, *args, team="groningen", stdout=out, **options)
    return out.getvalue()


def refused(*args: str, **options: Any) -> str:
    out, wrong = StringIO(), StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command("analysis_rings", *args, stdout=out, stderr=wrong, **options)
    assert (stop.value.code, out.getvalue()) == (1, "")
    return wrong.getvalue()


@pytest.fixture
def case(petra: Person) -> Case:
    call("load_case", str(BANKZITTER))
    return Case.objects.select_related("referral", "young_person").get()


def test_rings_as_json(case: Case) -> None:
    out = call("analysis_rings", case.number, json=True)
    assert json.loads(out) == [
        {"elementen": [TEXTS[key] for key in ring], "soort": kind}
        for ring, kind in zip(EXPECTED["kringen"], EXPECTED["kringen_soort"], strict=True)
    ]
    assert "Is het overzicht kwijt" in out


def test_rings_in_words(case: Case) -> None:
    out = call("analysis_rings", case.number)
    assert "1. Dit houdt het vast · 1 van 2 (negatief)" in out
    assert "3. Dit brengt vooruit (positief)" in out


def test_reading_rings_is_traced(case: Case) -> None:
    call("analysis_rings", case.number, json=True)
    assert AuditEvent.objects.filter(event="analysis.read", case_number=case.number).count() == 1


def test_a_case_without_analysis_has_no_rings(petra: Person) -> None:
    case = make_case(petra)
    assert json.loads(call("analysis_rings", case.number, json=True)) == []
    assert call("analysis_rings", case.number) == "Er zijn nog geen kringen.\n"


def test_a_case_or_team_that_is_not_there(case: Case, fokke: Person) -> None:
    assert "Casus 2025-999 is er niet in Expertteam Groningen." in refused("2025-999", team="groningen")
    assert "Casus 2025-001 is er niet in Expertteam Friesland." in refused(case.number, team="friesland")
    assert "Team “drenthe” bestaat niet." in refused(case.number, team="drenthe")


def test_every_complaint_is_explained(case: Case) -> None:
    assert [node.text for node in klachten_zonder_verklaring(graph_of(Analysis.objects.get()))] == EXPECTED[
        "klachten_zonder_verklaring"
    ]


def test_age_and_consent(case: Case) -> None:
    age = age_on(case.young_person.birth_date, case.referral.referred_on)
    assert age == EXPECTED["leeftijd_bij_aanmelding"]
    needed = consent_needed(age, str(case.young_person), around_of(case))
    assert [one.who for one in needed] == EXPECTED["toestemming_nodig_van"]


def test_answers_of_the_parties(case: Case) -> None:
    assert Endorsement.objects.filter(verdict="ja").count() == EXPECTED["gedeeld_ja"]
    assert Endorsement.objects.filter(verdict="deels").count() == EXPECTED["gedeeld_deels"]
