"""Somebody with two roles gets what each gives, and not the one on the cases of the other."""

from datetime import date

import pytest
from django.utils import timezone

from cases.casefile.actions import grant_case
from cases.casefile.gate import rights_on
from cases.casefile.models import Case, Phase
from cases.plans.models import Dilemma
from cases.plans.queries import to_look_back
from cases.today.lists import lists_for
from expertteam.access.person import Person
from expertteam.accounts.models import Role, Team
from tests.cast import make_person
from tests.factories import make_case


@pytest.fixture
def both(groningen: Team) -> Person:
    """A secretary, who sees all cases but no plans, and an expert in the cases given to them."""
    return make_person(groningen, "Sil Prins", Role.SECRETARY, Role.EXPERT)


def with_dilemma(by: Person) -> Case:
    case = make_case(by, phase=Phase.FOLLOWING)
    Dilemma.objects.create(case=case, question="Thuis of niet?", look_again_on=date(2026, 1, 1))
    return case


def test_vandaag_shows_plans_of_the_given_case_only(petra: Person, both: Person) -> None:
    other, mine = with_dilemma(petra), with_dilemma(petra)
    grant_case(by=petra, case=mine, user=both.user)
    assert "plans.read" not in rights_on(both, other)
    day = timezone.localdate()
    assert [one.case for one in to_look_back(both, day)] == [mine]
    shown = [one.of.key for one in lists_for(both, day)]
    assert "terugkijken" in shown
    assert set(Case.objects.visible_to(both)) == {other, mine}


@pytest.mark.parametrize("name", ["case.read", "plans.change", "matching.change", "analysis.read"])
def test_all_at_once_is_what_the_gate_says_of_each(
    name: str, petra: Person, both: Person, zora: Person, emre: Person, sietske: Person
) -> None:
    cases = [make_case(petra, phase=Phase.FOLLOWING) for _ in range(3)]
    grant_case(by=petra, case=cases[0], user=both.user)
    Case.objects.filter(pk=cases[1].pk).update(matching_requested=True)
    for person in (petra, both, zora, emre, sietske):
        allowed = {case for case in Case.objects.all() if name in rights_on(person, case)}
        assert set(Case.objects.visible_to(person, name)) == allowed, person
