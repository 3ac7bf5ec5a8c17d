"""A new meeting is proposed where the team usually meets, never where one child lives."""

from collections.abc import Callable
from datetime import timedelta

from django.test import Client

from cases.casefile.models import Case
from cases.meetings.agenda import put_on_agenda
from cases.meetings.models import AgendaItem, Meeting
from cases.meetings.planning import MeetingData, cancel_meeting, plan_meeting
from cases.meetings.queries import usual
from expertteam.access.person import Person
from tests.factories import make_case

from .conftest import HOURS, THURSDAY

As = Callable[[Person], Client]
HOME, LINK = "Dorpsstraat 12, Bedum", "https://video.example/kamer-1"


def meet(by: Person, weeks: int, place: str, case: Case | None = None, link: str = "") -> Meeting:
    begins = THURSDAY + timedelta(weeks=weeks)
    meeting = plan_meeting(by=by, data=MeetingData(begins, begins + HOURS, place, link))
    if case is not None:
        item = put_on_agenda(by=by, meeting=meeting, case=case)
        AgendaItem.objects.filter(pk=item.pk).update(state="besproken", discussed_at=begins)
    return meeting


def test_a_place_of_once_is_not_proposed(as_: As, petra: Person, case: Case) -> None:
    meet(petra, 0, HOME, case, LINK)
    page = as_(petra).get("/bijeenkomsten/nieuw/").content.decode()
    assert "Dorpsstraat" not in page and LINK not in page


def test_the_place_of_one_child_is_not_proposed_however_often(petra: Person, case: Case) -> None:
    for week in range(3):
        meet(petra, week, HOME, case, LINK)
    assert usual(petra.team, "place") == usual(petra.team, "link") == ""


def test_where_the_team_met_about_several_children_is(as_: As, petra: Person, case: Case) -> None:
    meet(petra, 0, "De Boei", case, LINK)
    meet(petra, 1, "De Boei", make_case(petra), LINK)
    meet(petra, 2, HOME, case)
    page = as_(petra).get("/bijeenkomsten/nieuw/").content.decode()
    assert 'value="De Boei"' in page and LINK in page and "Dorpsstraat" not in page


def test_what_was_called_off_and_what_another_team_does_counts_for_nothing(
    petra: Person, fokke: Person, case: Case
) -> None:
    meet(petra, 0, "De Boei", case)
    cancel_meeting(by=petra, meeting=meet(petra, 1, "De Boei", make_case(petra)))
    meet(fokke, 0, "De Boei", make_case(fokke))
    assert usual(petra.team, "place") == ""
