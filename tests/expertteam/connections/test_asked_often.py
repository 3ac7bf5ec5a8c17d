"""A question that is worded once gives the same answers as one that Django words every time."""

import pytest
from django.db import connection
from django.db.models import Case as First
from django.db.models import Q, QuerySet, When
from django.test.utils import CaptureQueriesContext

from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.accounts.models import Membership, Team, User
from expertteam.connections.asked_often import AskedOften
from tests.factories import make_case

pytestmark = pytest.mark.django_db


def roles_in(user: object, team: object) -> QuerySet[Membership]:
    return Membership.objects.filter(user=user, team=team).select_related("team").order_by("pk")


def test_the_same_rows_with_what_is_read_along(petra: Person, emre: Person) -> None:
    question = AskedOften(roles_in)
    for one in (petra, emre, petra):
        found = question.all(user=one.user.pk, team=one.team.pk)
        expected = list(roles_in(one.user, one.team))
        assert found == expected and found
        with CaptureQueriesContext(connection) as asked:
            assert [row.team.code for row in found] == [one.team.code] * len(found)
        assert not asked.captured_queries, "the team came along"


def test_a_value_in_more_places_and_in_the_order(petra: Person, emre: Person) -> None:
    question = AskedOften(
        lambda first, other: User.objects.filter(Q(pk=first) | Q(pk=other)).order_by(
            First(When(pk=first, then=0), default=1)
        )
    )
    for one, two in ((petra, emre), (emre, petra)):
        found = question.all(first=one.user.pk, other=two.user.pk)
        assert found == [one.user, two.user]


def test_what_is_made_with_the_rows_comes_too(petra: Person) -> None:
    case = make_case(petra)
    question = AskedOften(
        lambda team, number: Case.objects.filter(team=team, number=number).with_stakes()[:1]
    )
    found = question.first(team=case.team_id, number=case.number)
    assert found is not None and (found, found.stakes) == (case, [])
    assert question.first(team=case.team_id, number="1999-001") is None


def test_it_is_asked_anew_every_time(petra: Person) -> None:
    question = AskedOften(lambda pk: Team.objects.filter(pk=pk))
    assert question.all(pk=petra.team.pk) == [petra.team]
    Team.objects.filter(pk=petra.team.pk).update(region="Anders")
    again = question.first(pk=petra.team.pk)
    assert again is not None and again.region == "Anders"


@pytest.mark.parametrize("value", ["'; DROP TABLE accounts_user; --", "%s", "%(pk)s", "عمر", ""])
def test_a_value_stays_a_value(petra: Person, value: str) -> None:
    question = AskedOften(lambda name: User.objects.filter(name=name))
    assert question.all(name=value) == []
    User.objects.filter(pk=petra.user.pk).update(name=value)
    assert question.all(name=value) == [petra.user]


def test_a_value_that_is_missing_is_a_mistake(petra: Person) -> None:
    question = AskedOften(roles_in)
    with pytest.raises(KeyError, match="team"):
        question.all(user=petra.user.pk)
