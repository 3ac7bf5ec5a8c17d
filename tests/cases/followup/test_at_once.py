"""Somebody closes a case while somebody else adds to it: never a closed case with something undecided in it."""

from datetime import date

import pytest

from cases.casefile.models import Case, Phase
from cases.casefile.over import CaseIsOver
from cases.followup.actions import Outcome, StillOpen, reopen, save_outcome
from cases.process.closing import open_ends
from cases.steering.actions import ActionData, add_action
from expertteam.access.person import Person
from tests.cases.at_once import all_at_once
from tests.factories import make_case

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
AT_ONCE = 6


def test_closing_and_adding_at_the_same_moment(petra: Person) -> None:
    case = make_case(petra)

    def work(number: int) -> bool:
        own = Case.objects.select_related("team").get(pk=case.pk)
        try:
            if number % 2:
                add_action(by=petra, case=own, data=ActionData(f"Bellen {number}", "Gea"))
            else:
                save_outcome(by=petra, case=own, outcome=Outcome(closed_on=date(2026, 6, 1)))
        except (CaseIsOver, StillOpen):
            return False
        return True

    assert any(all_at_once(work, AT_ONCE))
    case.refresh_from_db()
    assert (case.phase == Phase.CLOSED) == (open_ends(case) == [])


def test_closing_and_reopening_wait_for_each_other(petra: Person) -> None:
    case = make_case(petra)
    save_outcome(by=petra, case=case, outcome=Outcome(closed_on=date(2026, 6, 1)))

    def work(number: int) -> object:
        own = Case.objects.select_related("team").get(pk=case.pk)
        if number % 2:
            return reopen(by=petra, case=own, reason="Toch")
        return save_outcome(by=petra, case=own, outcome=Outcome(costs="lager", closed_on=date(2026, 6, 1)))

    all_at_once(work, AT_ONCE)  # a deadlock would end one of them
