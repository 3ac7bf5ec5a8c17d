"""Who has a stake becomes no procesregisseur and keeps no thread, also when that is said while they do so."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.db import transaction

from cases.casefile.conflicts import declare_conflict
from cases.casefile.models import Case
from cases.process.going_up import GoingUpData, NotAColleague, WhatCame, change_going_up, go_up
from cases.process.hand_over import CannotHandOver, take_over
from cases.process.thread_models import HandOver
from expertteam.access.person import Person
from expertteam.accounts.models import Role
from tests.cases.at_once import begun_behind_us
from tests.cast import make_person
from tests.factories import make_case

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def case(petra: Person) -> Case:
    return make_case(petra)


def close_to(by: Person, person: Person, case: Case) -> None:
    declare_conflict(by=by, case=case, user=person.user, reason="Is de buurvrouw")


def test_nobody_takes_a_case_that_just_closed_to_them(petra: Person, case: Case) -> None:
    janneke = make_person(petra.team, "Janneke Postma", Role.PROCESS_DIRECTOR)
    with transaction.atomic():
        close_to(petra, janneke, case)
        late = begun_behind_us(lambda: take_over(by=janneke, case=case))
        assert not late.done(), "it waits"
    with pytest.raises(CannotHandOver, match="er is een belang"):
        late.result(60)
    case.refresh_from_db()
    assert case.owner == petra.user and not HandOver.objects.exists()


def test_nor_is_a_thread_given_to_them(petra: Person, carla: Person, case: Case) -> None:
    asked = GoingUpData("cce", "Wie denkt mee?", "Ruben, 15 jaar.", petra.user, date(2026, 3, 1))
    thread = go_up(by=petra, case=case, data=asked, token=uuid4())
    data = replace(asked, keeper=carla.user)
    with transaction.atomic():
        close_to(petra, carla, case)
        late = begun_behind_us(lambda: change_going_up(by=petra, thread=thread, data=data, came=WhatCame()))
        assert not late.done(), "it waits"
    with pytest.raises(NotAColleague):
        late.result(60)
    thread.refresh_from_db()
    assert thread.keeper == petra.user
