"""Finding: what is written, in Dutch, with typing errors, across the places of a case."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.casefile.models import Case
from cases.people.models import Participant
from cases.steering.models import Action
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_analysis, make_case

As = Callable[[Person], Client]
ADDRESS = "/zoeken/"


def found(client: Client, term: str, waar: str = "") -> str:
    """The page with what was found, without the parts around it."""
    answer: Any = client.post(ADDRESS, {"q": term})
    assert answer.status_code == 302 and re.fullmatch(r"/zoeken/(\?zoek=[0-9a-f]{8})?", answer.url)
    page = client.get(answer.url + (f"&waar={waar}" if waar else ""))
    assert page.status_code == 200
    return page.content.decode().partition("<h1>Zoeken</h1>")[2].partition("</main>")[0]


@pytest.fixture
def case(petra: Person) -> Case:
    case = make_case(
        petra, first_name="Zoë", last_name="Hoekstra", referral={"voice_parents": "Hij fietste zo graag."}
    )
    Participant.objects.create(case=case, name="Anja van Dijk", organisation="Molendrift", role="ouder")
    Action.objects.create(case=case, text="De leerkracht bellen over vader/moeder", owner_name="Petra")
    make_analysis(case)
    make_case(petra, first_name="Ruben", last_name="Oosterhuis")
    return case


@pytest.mark.parametrize(
    "term",
    [
        "hoekstra", "Hoekstra", "zoe", "ZOË HOEKSTRA", "hoekst", "hoekstre", "hokstra", "anja", "van dijk",
        "molendrift", "fietsen", "fiets", "leerkracht", "leerkragt", "moeder", "hoekstra leerkracht",
        "sleutelt fietsen", "leerkracht sleutelt", "molendrft leerkracht",
    ],
)  # fmt: skip
def test_what_finds_zoe(term: str, case: Case, petra: Person, as_: As) -> None:
    page = found(as_(petra), term)
    assert "Zoë Hoekstra" in page and "Oosterhuis" not in page, term


def test_a_number_typed_carelessly(case: Case, petra: Person, as_: As) -> None:
    year, sequence = case.number.split("-")
    for term in (case.number, f"{year}-{int(sequence)}", f"{year}/{int(sequence)}"):
        assert "Zoë Hoekstra" in found(as_(petra), term), term


@pytest.mark.parametrize(
    "term", ["'; DROP TABLE cases_case; --", "\"a' & b | !c:*", "%_\\", "(((", "x" * 2000, "<->", "a:*"]
)
def test_odd_input_finds_nothing_and_breaks_nothing(term: str, case: Case, petra: Person, as_: As) -> None:
    assert "Zoë" not in found(as_(petra), term)
    assert Case.objects.exists()


@pytest.mark.parametrize("term", ["😀", "--", "؟", "\x00"])
def test_what_cannot_be_looked_for_says_so(term: str, case: Case, petra: Person, as_: As) -> None:
    page = found(as_(petra), term)
    assert "Hier kunnen we niet op zoeken" in page or "Wat zoek je?" in page


def test_only_everyday_words(case: Case, petra: Person, as_: As) -> None:
    assert "Niets gevonden" in found(as_(petra), "de het een")
    make_case(petra, first_name="Ilse", last_name="Kan")
    assert "Ilse Kan" in found(as_(petra), "kan"), "a name that is an everyday word"


def test_the_words_are_marked_and_stay_text(case: Case, petra: Person, as_: As) -> None:
    Action.objects.create(case=case, text="<script>alert(1)</script> zwemles", owner_name="Petra")
    for term in ("zwemles", "zwemls"):
        page = found(as_(petra), term)
        assert "<mark>zwemles</mark>" in page and "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "<mark>leerkracht</mark>" in found(as_(petra), "leerkragt"), (
        "what is only much like it is marked too"
    )


def test_a_hit_leads_to_its_place_and_kinds_narrow(case: Case, petra: Person, as_: As) -> None:
    page = found(as_(petra), "petra zoë")
    assert f"/casussen/{case.number}/acties/" in page or f"/casussen/{case.number}/afspraken/" in page
    page = found(as_(petra), "fiets", "Analyse")
    assert "Sleutelt graag" in page and "Hij fietste" not in page


def test_the_search_and_what_it_showed_are_traced(case: Case, petra: Person, as_: As) -> None:
    found(as_(petra), "hoekstra")
    events = AuditEvent.objects.filter(user=petra.user, event__in=["case.searched", "case.found_read"])
    assert set(events.values_list("event", "case_number")) == {
        ("case.searched", ""),
        ("case.found_read", case.number),
    }
    assert "hoekstra" not in str(list(events.values_list("details", flat=True))).lower()


def test_more_pages_and_the_same_number_of_queries(petra: Person, as_: As) -> None:
    client = as_(petra)
    counts = []
    for many in (1, 30):
        for _ in range(many):
            Action.objects.create(case=make_case(petra), text="Samen zwemmen", owner_name="Petra")
        url = client.post(ADDRESS, {"q": "zwemmen"}).url
        with CaptureQueriesContext(connection) as asked:
            page = client.get(url).content.decode()
        counts.append(len(asked))
    assert counts[1] <= counts[0] <= 25, counts
    assert "31 keer gevonden in 31 casussen" in page and page.count('class="et-card find-case"') == 20
    assert client.get(f"{url}&pagina=2").content.decode().count('class="et-card find-case"') == 11
    assert "Deze bladzijde is er niet" in client.get(f"{url}&pagina=9").content.decode()


def test_a_term_of_before_is_gone_in_another_browser(case: Case, petra: Person, as_: As) -> None:
    url = as_(petra).post(ADDRESS, {"q": "hoekstra"}).url
    page = as_(petra).get(url).content.decode()
    assert "Deze zoekopdracht bewaren we niet" in page and "Zoë" not in page


def test_the_list_also_finds_what_is_written(case: Case, petra: Person, as_: As) -> None:
    page = as_(petra).post("/casussen/zoeken/", {"q": "fietsen"}, follow=True).content.decode()
    assert "Zoë Hoekstra" in page and "Bekijk waar het staat" in page and "Oosterhuis" not in page
