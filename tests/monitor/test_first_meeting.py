"""Time from referral to first meeting, as a figure of the year."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cases.casefile.models import Case
from cases.meetings.models import AgendaItem
from cases.meetings.planning import MeetingData, plan_meeting
from expertteam.access.person import Person
from monitor.figures import figures_of
from monitor.kept.actions import keep_figures
from monitor.kept.models import KeptCase
from tests.factories import make_case


def discussed(by: Person, case: Case, at: datetime, state: str = "besproken") -> None:
    meeting = plan_meeting(by=by, data=MeetingData(at, at + timedelta(hours=2)))
    done = at if state == "besproken" else None
    AgendaItem.objects.create(
        meeting=meeting, case=case, slot=1, starts_at=at, state=state, discussed_at=done
    )


def referred(by: Person, on: date) -> Case:
    return make_case(by, referral={"referred_on": on})


def test_the_middle_of_the_first_conversations(petra: Person) -> None:
    for days in (7, 21, 35):
        case = referred(petra, date(2026, 3, 1))
        for later in (0, 14):
            discussed(petra, case, datetime(2026, 3, 1, 12, tzinfo=UTC) + timedelta(days=days + later))
    discussed(petra, referred(petra, date(2026, 3, 1)), datetime(2026, 4, 1, 12, tzinfo=UTC), "van_agenda")
    figures = figures_of(petra.team, 2026)[0]
    assert (figures.met, figures.days_to_meeting, figures.total) == (3, 21, 4)


@pytest.mark.parametrize(("hour", "days"), [(22, 1), (23, 2)])
def test_a_day_is_a_day_of_our_own_time(petra: Person, hour: int, days: int) -> None:
    case = referred(petra, date(2026, 1, 10))
    discussed(petra, case, datetime(2026, 1, 11, hour, 30, tzinfo=UTC))
    assert figures_of(petra.team, 2026)[0].days_to_meeting == days


def test_it_stays_when_the_case_is_destroyed(petra: Person) -> None:
    case = referred(petra, date(2026, 3, 1))
    discussed(petra, case, datetime(2026, 3, 9, 12, tzinfo=UTC))
    keep_figures(petra, case)
    assert KeptCase.objects.get().days_to_meeting == 8


def test_a_meeting_before_the_referral_does_not_count(petra: Person) -> None:
    case = referred(petra, date(2026, 3, 1))
    discussed(petra, case, datetime(2026, 2, 9, 12, tzinfo=UTC))
    keep_figures(petra, case)
    assert figures_of(petra.team, 2026)[0].met == 0 and KeptCase.objects.get().days_to_meeting is None
