"""The start page, by role."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.casefile.actions import grant_case
from cases.casefile.models import Case, Phase
from cases.steering.models import Action
from cases.today.queries import untouched
from expertteam.access.person import Person
from expertteam.audit.actions import record
from tests.factories import make_case

As = Callable[[Person], Client]


def page_of(client: Client) -> Any:
    answer = client.get("/")
    assert answer.status_code == 200
    return answer


@pytest.mark.parametrize("who", ["petra", "emre", "zora", "carla", "sietske", "bas", "lies"])
def test_never_empty(who: str, as_: As, request: pytest.FixtureRequest) -> None:
    page = page_of(as_(request.getfixturevalue(who))).content.decode()
    content = page[page.index('class="case-today"') : page.index("<footer")]
    assert content.count("<h2") >= 1 and (content.count("et-muted") or content.count("et-tile"))


def test_referrals_to_judge_and_those_that_wait(petra: Person, sietske: Person, as_: As) -> None:
    make_case(petra, first_name="Aya", phase=Phase.TRIAGE, owner=None)
    make_case(petra, first_name="Sem", phase=Phase.WAITING, owner=None)
    for who in (petra, sietske):
        shown = page_of(as_(who)).context["page"]
        assert [c.young_person.first_name for c in shown.to_decide.rows] == ["Aya"]
        assert [c.young_person.first_name for c in shown.waiting.rows] == ["Sem"]


def test_agreements_late_and_this_week(petra: Person, as_: As) -> None:
    case, closed, today = make_case(petra), make_case(petra, phase=Phase.CLOSED), timezone.localdate()
    for days, text in [(-3, "te laat"), (0, "vandaag"), (7, "deze week"), (8, "later")]:
        Action.objects.create(case=case, text=text, owner_name="Gea", due_on=today + timedelta(days=days))
    Action.objects.create(case=case, text="gedaan", owner_name="Gea", due_on=today, status="gedaan")
    Action.objects.create(case=closed, text="dicht", owner_name="Gea", due_on=today)
    assert [a.text for a in page_of(as_(petra)).context["page"].due.rows] == [
        "te laat",
        "vandaag",
        "deze week",
    ]


def test_out_of_sight_after_four_weeks_without_writing(petra: Person) -> None:
    case, today = make_case(petra), timezone.localdate()
    month = today + timedelta(days=29)
    assert list(untouched(petra, today)) == [] and list(untouched(petra, month)) == [case]
    record(petra, "case.read", case_number=case.number)
    Case.objects.update(touched_at=timezone.now() - timedelta(days=40))
    assert list(untouched(petra, today)) == [], "the registration itself is a day old at most"
    assert list(untouched(petra, month)) == [case], "looking is not writing"


def test_writing_in_another_room_counts(petra: Person) -> None:
    case = make_case(petra)
    Case.objects.update(touched_at=timezone.now() - timedelta(days=40))
    record(petra, "analysis.changed", case_number=case.number, details={"what": "kaartje"})
    assert list(untouched(petra, timezone.localdate())) == []


def test_closed_and_undecided_cases_are_not_out_of_sight(petra: Person) -> None:
    for phase in (Phase.CLOSED, Phase.TRIAGE, Phase.DECLINED):
        make_case(petra, phase=phase)
    assert list(untouched(petra, timezone.localdate() + timedelta(days=60))) == []


def test_cases_of_nobody_are_counted_and_nothing_untrue_is_said(petra: Person, as_: As) -> None:
    client = as_(petra)
    assert "In elke lopende casus is de laatste vier weken" in page_of(client).content.decode()
    make_case(petra, first_name="Aya", owner=None, phase=Phase.FOLLOWING)
    make_case(petra, first_name="Sem")
    make_case(petra, owner=None, phase=Phase.CLOSED)
    page = page_of(client).content.decode()
    assert "In alle lopende casussen met een procesregisseur is" in page and "Eén lopende casus heeft" in page
    found = client.get("/casussen/?regie=geen&open=1").context["found"].cases
    assert [case.young_person.first_name for case in found] == ["Aya"]


@pytest.mark.parametrize(
    ("who", "may_add", "may_read"),
    [
        ("petra", True, True), ("zora", True, True), ("sietske", True, True), ("carla", False, True),
        ("emre", False, False),
    ],
)  # fmt: skip
def test_consultations_can_be_found(
    who: str, may_add: bool, may_read: bool, as_: As, request: pytest.FixtureRequest
) -> None:
    client = as_(request.getfixturevalue(who))
    today, cases = page_of(client).content.decode(), client.get("/casussen/").content.decode()
    assert ('href="/consultatie/nieuw/"' in today) is may_add
    assert ('href="/consultaties/"' in today) is may_read and ('href="/consultaties/"' in cases) is may_read


def test_an_expert_sees_given_cases_only(petra: Person, emre: Person, as_: As) -> None:
    given = make_case(petra, first_name="Aya")
    make_case(petra, first_name="Sem")
    Action.objects.create(case=given, text="Bellen", owner_name="Gea", due_on=timezone.localdate())
    grant_case(by=petra, case=given, user=emre.user)
    page = page_of(as_(emre))
    assert page.context["page"].given.rows == [given]
    assert "Sem" not in page.content.decode() and page.context["page"].due is None


def test_the_coordinator_sees_how_many_where(petra: Person, carla: Person, as_: As) -> None:
    today = timezone.localdate()
    for phase in (Phase.ANALYSIS, Phase.ANALYSIS, Phase.CLOSED, Phase.DECLINED):
        make_case(petra, phase=phase, referral={"referred_on": today})
    shown = page_of(as_(carla)).context["page"]
    counts = {code: count for code, _, count in shown.phases}
    assert counts == {"triage": 0, "wacht": 0, "analyse": 2, "volgen": 0}
    assert shown.this_year == 3 and shown.links == [
        "consultation.read",
        "monitor.read",
        "register.import",
        "management.read",
    ]


def test_reader_and_administrator_see_no_case(petra: Person, lies: Person, bas: Person, as_: As) -> None:
    make_case(petra, first_name="Ruben", phase=Phase.TRIAGE)
    for who, link in ((lies, "/monitor/"), (bas, "/beheer/")):
        page = page_of(as_(who)).content.decode()
        assert "Ruben" not in page and "2026-001" not in page and f'href="{link}"' in page


def test_another_team_sees_nothing_of_it(petra: Person, fokke: Person, as_: As) -> None:
    make_case(petra, first_name="Ruben", phase=Phase.TRIAGE)
    assert "Ruben" not in page_of(as_(fokke)).content.decode()


@pytest.mark.parametrize("who", ["petra", "carla", "emre"])
def test_as_many_queries_for_one_as_for_thirty(
    who: str, petra: Person, emre: Person, carla: Person, as_: As
) -> None:
    client = as_({"petra": petra, "emre": emre, "carla": carla}[who])

    def fill(times: int) -> None:
        for _ in range(times):
            for phase in (Phase.TRIAGE, Phase.ANALYSIS):
                case = make_case(petra, phase=phase)
                grant_case(by=petra, case=case, user=emre.user)
            Action.objects.create(case=case, text="Bellen", owner_name="Gea", due_on=timezone.localdate())

    fill(1)
    page_of(client)
    with CaptureQueriesContext(connection) as one:
        page_of(client)
    fill(15)
    with CaptureQueriesContext(connection) as thirty:
        page_of(client)
    assert len(one) == len(thirty) <= 14


def test_long_lists_are_cut_with_a_way_to_the_rest(petra: Person, as_: As) -> None:
    for _ in range(10):
        make_case(petra, phase=Phase.TRIAGE)
    page = page_of(as_(petra))
    assert len(page.context["page"].to_decide.rows) == 8
    assert 'href="/casussen/?fase=triage"' in page.content.decode()
