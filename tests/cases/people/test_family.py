"""Brothers and sisters with cases of their own: linked, and seen only by who may see those cases."""

from datetime import date

import pytest
from django.urls import reverse

from cases.casefile.actions import grant_case
from cases.casefile.models import Case
from cases.people.actions import ParticipantData, add_participant
from cases.people.family import NotAnother, link_family, perhaps_siblings, siblings_of, unlink_family
from expertteam.access.person import Person
from tests.factories import make_case


@pytest.fixture
def ruben(petra: Person) -> Case:
    return make_case(petra, last_name="Oosterhuis")


@pytest.fixture
def noor(petra: Person) -> Case:
    return make_case(petra, first_name="Noor", last_name="Oosterhuis", birth_date=date(2013, 1, 2))


def page(case: Case) -> str:
    return reverse("cases:people", args=[case.number])


def names(by: Person, case: Case) -> list[str]:
    fresh = Case.objects.select_related("young_person").get(pk=case.pk)
    return [one.young_person.first_name for one in siblings_of(by, fresh)]


def test_linked_and_shown_on_each_others_page(petra, as_, ruben, noor) -> None:
    browser = as_(petra)
    assert "Noor Oosterhuis" in browser.get(page(ruben)).content.decode(), "offered: the same last name"
    for _ in range(2):
        browser.post(reverse("cases:family_link", args=[ruben.number]), {"nummer": noor.number})
    assert names(petra, ruben) == ["Noor"] and names(petra, noor) == ["Ruben"]
    assert ruben.number in browser.get(page(noor)).content.decode()


def test_only_who_may_see_the_other_case(petra, emre, as_, ruben, noor) -> None:
    grant_case(by=petra, case=ruben, user=emre.user)
    link_family(by=petra, case=ruben, number=noor.number)
    shown = as_(emre).get(page(ruben)).content.decode()
    assert "Noor" not in shown and noor.number not in shown
    history = as_(emre).get(reverse("cases:history", args=[ruben.number])).content.decode()
    assert "Noor" not in history and noor.number not in history
    grant_case(by=petra, case=noor, user=emre.user)
    assert "Noor Oosterhuis" in as_(emre).get(page(ruben)).content.decode()


def test_a_third_joins_both(petra, ruben, noor) -> None:
    sem = make_case(petra, first_name="Sem", birth_date=date(2008, 5, 5))
    link_family(by=petra, case=ruben, number=noor.number)
    link_family(by=petra, case=sem, number=noor.number)
    assert names(petra, ruben) == ["Sem", "Noor"], "the eldest first"
    unlink_family(by=petra, case=ruben, number=noor.number)
    assert names(petra, ruben) == ["Sem"] and names(petra, noor) == []


def test_two_families_become_one(petra, ruben, noor) -> None:
    sem, lot = make_case(petra, first_name="Sem"), make_case(petra, first_name="Lot")
    link_family(by=petra, case=ruben, number=noor.number)
    link_family(by=petra, case=sem, number=lot.number)
    link_family(by=petra, case=lot, number=ruben.number)
    assert sorted(names(petra, noor)) == ["Lot", "Ruben", "Sem"]


@pytest.mark.parametrize("number", ["", "2020-999", "hoi", "own", "other team"])
def test_no_such_brother_or_sister(petra, fokke, as_, ruben, number: str) -> None:
    wanted = {"own": ruben.number, "other team": make_case(fokke).number}.get(number, number)
    if number == "other team":
        Case.objects.filter(team=fokke.team).update(number="2026-777", sequence=777)
        wanted = "2026-777"
    answer = as_(petra).post(reverse("cases:family_link", args=[ruben.number]), {"nummer": wanted})
    assert answer.status_code == 422 and "We vinden geen casus" in answer.content.decode()


def test_not_with_oneself(petra, ruben) -> None:
    again = make_case(petra, last_name="Oosterhuis")
    assert again.young_person_id == ruben.young_person_id
    with pytest.raises(NotAnother):
        link_family(by=petra, case=ruben, number=again.number)


def test_who_shares_a_parent_is_offered(petra, ruben) -> None:
    sem = make_case(petra, first_name="Sem", last_name="de Boer")
    anja = add_participant(by=petra, case=sem, data=ParticipantData("Anja", "ouder"))
    add_participant(by=petra, case=ruben, data=ParticipantData("Anja", "ouder"), known=anja)
    assert [one.case for one in perhaps_siblings(petra, ruben, list(ruben.participants.all()))] == [sem]
    link_family(by=petra, case=ruben, number=sem.number)
    ruben.young_person.refresh_from_db()
    assert perhaps_siblings(petra, ruben, list(ruben.participants.all())) == []
