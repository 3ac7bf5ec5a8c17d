"""Finding somebody who was here before, and linking what belongs together."""

from datetime import date

import pytest

from cases.casefile.actions import (
    YoungPersonData,
    earlier_cases,
    known_young_people,
    known_young_person,
    open_case,
)
from cases.casefile.models import Case
from cases.people.models import YoungPerson
from expertteam.access.person import Person
from expertteam.audit.models import AuditEvent
from tests.factories import make_case

BORN = date(2011, 3, 14)


def data(
    first: str = "Fenna", last: str = "Hoekstra", born: date = BORN, gender: str = ""
) -> YoungPersonData:
    return YoungPersonData(first, last, born, gender)


@pytest.fixture
def fenna(petra: Person) -> Case:
    return make_case(
        petra, first_name="Fenna", last_name="Hoekstra", birth_date=BORN, gender="meisje", year=2022
    )


@pytest.mark.parametrize(
    ("first", "last"),
    [("Fenna", "Hoekstra"), ("FENNA", "hoekstra"), (" fénna ", "Hoekstra"), ("Fenna  ", "  Hoekstra")],
)
def test_capitals_accents_and_spaces_do_not_matter(petra, fenna, first: str, last: str) -> None:
    assert known_young_person(petra.team, data(first, last)) == fenna.young_person
    assert earlier_cases(petra, data(first, last)) == [fenna]


@pytest.mark.parametrize(
    "other",
    [data(first="Femke"), data(last="Hoekstra-Bos"), data(born=date(2011, 3, 15)), data("Hoekstra", "Fenna")],
)
def test_another_name_or_day_is_somebody_else(petra, fenna, other: YoungPersonData) -> None:
    assert known_young_people(petra.team, other) == []
    assert earlier_cases(petra, other) == []


def test_another_team_knows_nobody_of_ours(fokke, fenna) -> None:
    assert known_young_person(fokke.team, data()) is None
    assert earlier_cases(fokke, data()) == []


def test_who_may_not_see_the_case_does_not_hear_of_it(emre, carla, bas, fenna) -> None:
    assert earlier_cases(carla, data()) == [fenna]
    assert earlier_cases(emre, data()) == [] and earlier_cases(bas, data()) == []


def test_the_newest_comes_first_and_two_with_one_name_are_both_found(petra, fenna) -> None:
    again = make_case(petra, first_name="Fenna", last_name="Hoekstra", birth_date=BORN)
    namesake = open_case(
        by=petra, young_person=data(), referral={"referred_on": date(2025, 1, 2)}, event="case.registered",
        person=YoungPerson(team=petra.team),
    )  # fmt: skip
    assert again.young_person == fenna.young_person != namesake.young_person
    assert earlier_cases(petra, data()) == [again, namesake, fenna]


def test_a_known_person_keeps_their_spelling_and_what_was_not_said_again(petra, fenna) -> None:
    make_case(petra, first_name="FENNA", last_name="hoekstra", birth_date=BORN, gender="")
    person = YoungPerson.objects.get()
    assert (str(person), person.gender) == ("Fenna Hoekstra", "meisje")


def test_an_earlier_number_links_the_cases_once(petra, fenna) -> None:
    later = make_case(petra, earlier_number=fenna.number)
    assert later.earlier_case == fenna
    event = AuditEvent.objects.get(event="case.earlier_linked")
    assert (event.case_number, event.details) == (later.number, {"number": fenna.number})


def test_a_number_that_comes_later_is_linked_when_it_comes(petra) -> None:
    waiting = make_case(petra, earlier_number="2021-005")
    assert waiting.earlier_case is None
    earlier = make_case(petra, year=2021, sequence=5)
    waiting.refresh_from_db()
    assert waiting.earlier_case == earlier


def test_a_number_of_another_team_is_not_linked(petra, fokke, fenna) -> None:
    assert make_case(fokke, earlier_number=fenna.number).earlier_case is None


def test_a_case_is_not_its_own_past(petra) -> None:
    assert make_case(petra, year=2026, sequence=1, earlier_number="2026-001").earlier_case is None
