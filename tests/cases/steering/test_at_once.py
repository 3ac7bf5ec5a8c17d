"""Somebody changes an agreement while somebody else answers it, puts it before a manager, or closes the case."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.db import transaction

from cases.casefile.models import Case, Phase
from cases.casefile.over import CaseIsOver
from cases.followup.actions import Outcome, save_outcome
from cases.outside.actions import plan_link
from cases.steering.actions import MANAGER_PAGE, add_action, change_action, finish_action, held, known
from cases.steering.models import Action, ActionAnswer, ActionStatus, AnswerKind
from expertteam.access.person import Person
from tests.cases.at_once import begun_behind_us
from tests.factories import make_case

from .conftest import FOR_GEA

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def case(petra: Person) -> Case:
    """With the clock of now: the database decides who waits for whom."""
    return make_case(petra)


@pytest.mark.parametrize("what", ["an answer", "a manager"])
def test_who_holds_the_agreement_and_adds_something_to_it_waits_for_nobody(
    what: str, asked: Action, case: Case, petra: Person
) -> None:
    data = replace(known(asked), text="Rooster en toetsen sturen")
    with transaction.atomic():
        action = held(asked)
        late = begun_behind_us(lambda: change_action(by=petra, action=asked, data=data))
        assert not late.done(), "it holds the case, and waits for the agreement"
        if what == "an answer":
            ActionAnswer.objects.create(
                action=action, kind=AnswerKind.CANNOT, text="Lukt niet", form_token=uuid4()
            )
        else:
            plan_link(by=petra, case=case, purpose=MANAGER_PAGE, subject_id=action.pk)
    assert late.result(60), "both are done, in turn"


def test_nothing_is_opened_again_in_a_case_that_was_closed_meanwhile(
    asked: Action, case: Case, petra: Person
) -> None:
    """The page of the one who opens it again was read before."""
    read_before = Action.objects.select_related("case").get(pk=asked.pk)
    finish_action(by=petra, action=asked)
    save_outcome(by=petra, case=case, outcome=Outcome(closed_on=date(2026, 6, 1)))
    with pytest.raises(CaseIsOver):
        change_action(by=petra, action=read_before, data=replace(known(read_before), text="Toch nog"))
    asked.refresh_from_db()
    assert (asked.status, asked.case.phase) == (ActionStatus.DONE, Phase.CLOSED)


def test_the_very_same_at_the_same_moment_is_one(case: Case, petra: Person) -> None:
    with transaction.atomic():
        first = add_action(by=petra, case=case, data=FOR_GEA)
        late = begun_behind_us(lambda: add_action(by=petra, case=case, data=FOR_GEA))
    assert late.result(60) == first
