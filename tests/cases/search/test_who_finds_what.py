"""What somebody may not see is not in what is found, not in the counts and not in the suggestions."""

from collections.abc import Callable

import pytest
from django.test import Client

from cases.casefile.actions import end_grant, grant_case
from cases.casefile.gate import rights_on
from cases.casefile.models import Case
from cases.search.models import SearchEntry
from cases.search.results import found_for
from cases.search.suggestions import suggestions_for
from cases.search.words import asked_of
from cases.steering.models import Action
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.access_world import World, make_bare_world
from tests.factories import make_analysis, make_case

As = Callable[[Person], Client]


@pytest.fixture
def cases(petra: Person) -> list[Case]:
    made = [make_case(petra, last_name="Hoekstra", first_name=name) for name in ("Zoë", "Sem")]
    for case in made:
        make_analysis(case)
        Action.objects.create(case=case, text="Fietsen nakijken", owner_name="Anja Hoekstra")
    return made


def kinds(person: Person, term: str) -> dict[str, int]:
    return found_for(person, asked_of(term)).kinds


def test_the_secretary_gets_nothing_of_the_analysis(
    cases: list[Case], petra: Person, sietske: Person
) -> None:
    assert kinds(petra, "fietsen") == {"Actie": 2, "Analyse": 2}
    assert kinds(sietske, "fietsen") == {"Actie": 2}
    assert found_for(sietske, asked_of("sleutelt")).places == 0
    assert found_for(sietske, asked_of("sleutlt")).places == 0, "nor with a typing error"
    assert found_for(sietske, asked_of("hoekstra sleutelt")).places == 0, "nor together with a name"
    assert found_for(sietske, asked_of("fietsen"), label="Analyse").kinds == {"Actie": 2}


def test_an_expert_finds_what_was_given(cases: list[Case], petra: Person, emre: Person) -> None:
    assert kinds(emre, "hoekstra") == {} and suggestions_for(emre, "hoekstra") == []
    grant_case(by=petra, case=cases[0], user=emre.user)
    assert kinds(emre, "fietsen") == {"Actie": 1, "Analyse": 1}
    assert [one.case for one in suggestions_for(emre, "hoekstra")] == [cases[0]]
    end_grant(by=petra, case=cases[0], user=emre.user)
    assert kinds(emre, "fietsen") == {}


def test_a_care_advisor_finds_what_asks_for_a_place(cases: list[Case], zora: Person) -> None:
    Case.objects.filter(pk=cases[1].pk).update(matching_requested=True)
    found = found_for(zora, asked_of("fietsen"))
    assert [one.case for one in found.cases] == [cases[1]] and found.case_count == 1


def test_another_team_finds_nothing(cases: list[Case], fokke: Person, bas: Person, as_: As) -> None:
    assert kinds(fokke, "hoekstra") == {} and kinds(fokke, "hokstra") == {}
    assert suggestions_for(fokke, "hoek") == []
    for address in ("/zoeken/", "/zoeken/suggesties/"):
        assert as_(bas).post(address, {"q": "hoekstra"}).status_code == 403


def test_everybody_finds_exactly_what_the_gate_opens(groningen: object, friesland: object) -> None:
    world: World = make_bare_world(groningen, friesland)  # type: ignore[arg-type]
    for person in filter(None, world.people.values()):
        rights = rights_on(person, world.case) if person.team == world.case.team else frozenset()
        open_to = SearchEntry.objects.filter(case=world.case, rule__in=rights)
        term = "Oosterhuis Anja Verhuisd Bellen bank doelen fietsen"
        found = {kind for word in term.split() for kind in kinds(person, word)}
        assert bool(found) == open_to.exists(), person
        assert ("Analyse" in found) == ("analysis.read" in rights), person


def test_suggestions_are_names_and_numbers_and_traced(cases: list[Case], petra: Person, as_: As) -> None:
    page = as_(petra).post("/zoeken/suggesties/", {"q": "zoë hoe"}).content.decode()
    assert "Zoë Hoekstra" in page and cases[0].number in page and "Sem" not in page
    assert "Fietsen" not in as_(petra).post("/zoeken/suggesties/", {"q": "fietsen"}).content.decode()
    assert AuditEvent.objects.filter(event="case.suggestions_read").count() == 1
    for nothing in ("", "h", "😀", "de"):
        assert as_(petra).post("/zoeken/suggesties/", {"q": nothing}).content.decode().strip() == ""


def test_opening_a_hit_is_traced(cases: list[Case], petra: Person, as_: As) -> None:
    place = found_for(petra, asked_of("fietsen")).cases[0].places[0]
    assert as_(petra).get(place.url).status_code == 200
    assert AuditEvent.objects.filter(user=petra.user, case_number__in=[one.number for one in cases]).exists()
