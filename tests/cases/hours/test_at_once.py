"""Two who write hours of one person at the same moment: together never more than a day."""

from datetime import date

import pytest
from django.db.models import Sum

from cases.hours.actions import MoreThanADay, add_hours, confirm
from cases.hours.models import HourEntry
from cases.hours.parsing import Worked
from cases.process.hand_over import answer_hand_over, ask_hand_over
from cases.process.journal import add_entry
from cases.process.thread_models import HandOverState
from expertteam.access.person import Person
from expertteam.accounts.models import Role
from expertteam.audit.models import AuditEvent
from tests.cases.at_once import all_at_once
from tests.cast import make_person
from tests.factories import make_case

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
AT_ONCE = 6


def test_never_more_than_a_day(petra: Person) -> None:
    cases = [make_case(petra) for _ in range(AT_ONCE)]

    def write(number: int) -> bool:
        try:
            add_hours(by=petra, case=cases[number], user=petra.user, worked=Worked(600, date(2026, 3, 2), ""))
        except MoreThanADay:
            return False
        return True

    assert sorted(all_at_once(write, AT_ONCE)) == [False] * (AT_ONCE - 2) + [True, True]
    assert HourEntry.objects.aggregate(all=Sum("minutes"))["all"] == 1200


def test_many_clicks_confirm_once(petra: Person) -> None:
    case = make_case(petra)
    entry = add_entry(by=petra, case=case, kind="bellen", text="Gebeld", minutes=15)
    done = all_at_once(lambda _: confirm(by=petra, case=case, origin="journaal", key=entry.pk), AT_ONCE)
    assert sum(1 for one in done if one) == 1 and HourEntry.objects.count() == 1


def test_accepted_and_withdrawn_at_once_has_one_end(petra: Person) -> None:
    case = make_case(petra)
    janneke = make_person(petra.team, "Janneke Postma", Role.PROCESS_DIRECTOR)
    hand_over = ask_hand_over(by=petra, case=case, receiver=janneke.user, summary="")
    ways = [(janneke, HandOverState.ACCEPTED), (petra, HandOverState.WITHDRAWN)] * 3

    def answer(number: int) -> bool:
        by, state = ways[number]
        return answer_hand_over(by=by, hand_over=hand_over, state=state)

    assert sum(all_at_once(answer, AT_ONCE)) == 1
    hand_over.refresh_from_db()
    case.refresh_from_db()
    accepted = hand_over.state == HandOverState.ACCEPTED
    assert (case.owner == janneke.user) == accepted
    assert AuditEvent.objects.filter(event="hand_over.answered").count() == 1
