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
from cases.today.lists import all_lists, lists_for
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


def rows(client: Client, key: str) -> list[Any]:
    """The rows of one list on the start page; none when the list is not there."""
    lists = page_of(client).context["page"].lists
    return next((filled.rows for filled in lists if filled.of.key == key), [])


def first_names(cases: list[Case]) -> list[str]:
    return [case.young_person.first_name for case in cases]


def test_referrals_to_judge_and_those_that_wait(petra: Person, sietske: Person, as_: As) -> None:
    make_case(petra, first_name="Aya", phase=Phase.TRIAGE, owner=None)
    make_case(petra, first_name="Sem", phase=Phase.WAITING, owner=None)
    for who in (petra, sietske):
        assert first_names(rows(as_(who), "te-beoordelen")) == ["Aya"]
        assert first_names(rows(as_(who), "wacht-op-informatie")) == ["Sem"]
    assert ">Beslissen<" in page_of(as_(petra)).content.decode()
    assert ">Beslissen<" not in page_of(as_(sietske)).content.decode(), (
        "who may not decide gets no such button"
    )


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


def test_a_case_of_nobody_can_be_taken_at_once(petra: Person, as_: As) -> None:
    client = as_(petra)
    assert "In elke casus met een procesregisseur is" in page_of(client).content.decode()
    make_case(petra, first_name="Aya", owner=None, phase=Phase.FOLLOWING)
    make_case(petra, first_name="Sem")
    make_case(petra, owner=None, phase=Phase.CLOSED)
    page = page_of(client).content.decode()
    assert "In elke casus met een procesregisseur is" in page
    assert first_names(rows(client, "zonder-regie")) == ["Aya"]
    client.post(f"/casussen/{Case.objects.get(young_person__first_name='Aya').number}/regie/")
    assert rows(client, "zonder-regie") == []


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
    grant_case(by=petra, case=given, user=emre.user)
    page = page_of(as_(emre))
    assert rows(as_(emre), "jouw-casussen") == [given]
    assert "Sem" not in page.content.decode()


def test_the_coordinator_sees_how_many_where(petra: Person, carla: Person, as_: As) -> None:
    today = timezone.localdate()
    for phase in (Phase.ANALYSIS, Phase.ANALYSIS, Phase.CLOSED, Phase.DECLINED):
        make_case(petra, phase=phase, referral={"referred_on": today})
    shown = page_of(as_(carla)).context["page"]
    assert [tile.count for tile in shown.tiles] == [0, 0, 2, 0, 3]
    assert shown.links == [
        "consultation.read",
        "monitor.read",
        "register.import",
        "retention.read",
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
    assert len(one) == len(thirty) <= 34


def test_the_counts_of_the_coordinator_are_what_one_finds_behind_them(
    petra: Person, carla: Person, as_: As
) -> None:
    today = timezone.localdate()
    for municipality in ("GM1952", "GM1952", "GM0014", ""):
        make_case(petra, referral={"referred_on": today, "municipality": municipality})
    make_case(petra, phase=Phase.DECLINED, referral={"referred_on": today})
    client = as_(carla)
    shown = page_of(client).context["page"]
    assert [(tile.count, tile.text) for tile in shown.municipalities][0] == (2, "Midden-Groningen")
    for tile in [*shown.tiles, *shown.municipalities]:
        if tile.query:
            assert client.get(f"/casussen/?{tile.query}").context["found"].count == tile.count, tile


def test_a_long_list_is_cut_and_counted_and_the_rest_is_one_click_away(petra: Person, as_: As) -> None:
    for _ in range(10):
        make_case(petra, phase=Phase.TRIAGE)
    client = as_(petra)
    filled = next(f for f in page_of(client).context["page"].lists if f.of.key == "te-beoordelen")
    assert (len(filled.rows), filled.total, filled.more) == (5, 10, 5)
    assert len(client.get("/vandaag/te-beoordelen/").context["rows"]) == 10


def test_an_unknown_list_is_not_there(petra: Person, as_: As) -> None:
    assert as_(petra).get("/vandaag/bestaat-niet/").status_code == 404


@pytest.mark.parametrize("key", [one.key for one in all_lists()])
def test_every_list_asks_as_much_for_one_row_as_for_thirty_and_keeps_to_the_team(
    key: str, petra: Person, fokke: Person, as_: As
) -> None:
    """Whatever a room adds: its page stays cheap and never shows another team's case."""
    client = as_(petra)

    def fill(times: int) -> None:
        for _ in range(times):
            for phase in (Phase.TRIAGE, Phase.WAITING, Phase.ANALYSIS, Phase.FOLLOWING):
                make_case(petra, phase=phase, owner=None)
        Case.objects.update(touched_at=timezone.now() - timedelta(days=40))

    fill(1)
    client.get(f"/vandaag/{key}/")
    with CaptureQueriesContext(connection) as one:
        client.get(f"/vandaag/{key}/")
    fill(15)
    with CaptureQueriesContext(connection) as thirty:
        client.get(f"/vandaag/{key}/")
    assert len(thirty) <= len(one) + 1, "one more to count the pages"
    make_case(fokke, first_name="Sjoukje", phase=Phase.TRIAGE)
    assert "Sjoukje" not in client.get(f"/vandaag/{key}/").content.decode()


def test_a_crisis_is_judged_first(petra: Person, as_: As) -> None:
    for name, urgency in (("Sem", ""), ("Bo", "spoed"), ("Aya", "crisis")):
        make_case(petra, first_name=name, phase=Phase.TRIAGE, owner=None, urgency=urgency)
    assert first_names(rows(as_(petra), "te-beoordelen")) == ["Aya", "Bo", "Sem"]


def test_a_case_of_nobody_stands_once(petra: Person) -> None:
    nobodys, hers = make_case(petra, owner=None, phase=Phase.FOLLOWING), make_case(petra)
    later = timezone.localdate() + timedelta(days=40)
    found = {filled.of.key: filled.rows for filled in lists_for(petra, later)}
    assert found["zonder-regie"] == [nobodys]
    assert found["uit-beeld"] == found["geen-casusregisseur"] == [hers]


def test_a_long_list_that_may_wait_comes_folded_with_its_true_number(petra: Person, as_: As) -> None:
    for _ in range(2):
        make_case(petra, owner=None, phase=Phase.FOLLOWING)
    client = as_(petra)
    assert "<details" not in fold_of(client, "zonder-regie")
    for _ in range(5):
        make_case(petra, owner=None, phase=Phase.FOLLOWING)
    folded = fold_of(client, "zonder-regie")
    assert '<details class="case-fold" data-fold><summary>' in folded
    assert '<span class="case-count">7</span></h2></summary>' in folded and "Alle 7" in folded
    for _ in range(6):
        make_case(petra, owner=None, phase=Phase.TRIAGE)
    assert "<details" not in fold_of(client, "te-beoordelen"), "what cannot wait stands open"


def fold_of(client: Client, key: str) -> str:
    """The part of the page with this list."""
    found = page_of(client).content.decode()
    start = found.index(f'aria-labelledby="{key}-kop"')
    return found[start : found.index("</section>", start)]
