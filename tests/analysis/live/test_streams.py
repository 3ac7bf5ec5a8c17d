"""Streams of a real web process: changes come at once, to whoever may see them, and cost no database connection."""

from collections.abc import Iterator
from typing import Any

import pytest
from asgiref.sync import sync_to_async

from analysis.board import actions
from analysis.live.streaming import MOST_STREAMS
from cases.casefile.actions import end_grant
from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.connections.kept import KEPT
from tests.analysis.board.desk import analysis_of, card
from tests.live_web import Visitor, Web, a_web, connections, cookie_of, cut_connections

from .saving import live, words
from .screens import Screen, add, run

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture(scope="module")
def web(django_db_setup: None, django_db_blocker: Any) -> Iterator[Web]:
    with django_db_blocker.unblock(), a_web() as web:
        yield web


def test_a_change_comes_on_every_screen_with_its_rights(
    web: Web, case: Case, petra: Person, emre: Person, carla: Person
) -> None:
    one, since = card(case, "Ligt"), analysis_of(case).version
    sessions = [cookie_of(person) for person in (petra, emre, carla)]

    async def meet() -> None:
        first, second, reader = (Screen(Visitor(web.port, session), case, since) for session in sessions)
        await reader.hears("mensen", lambda data: len(data["people"]) == 3)
        status, answer = await Visitor(web.port, sessions[1]).post(
            live(case, "live_save"), words(one, "Ligt er maar bij")
        )
        assert (status, answer["state"]) == (200, "saved")
        key = f"kaartje-{one.pk}"
        for screen in (first, second, reader):
            told = await screen.hears("stand")
            assert "Ligt er maar bij" in told["fragments"][key] and told["number"] == answer["number"]
            assert told["fields"][key]["version"] == answer["version"]
            assert key in told["order"]["klacht"]
            assert ("/wijzig" in told["fragments"][key] or "hx-get" in told["fragments"][key]) == (
                screen is not reader
            )
            picture = await screen.hears("beeld")
            assert set(picture["fragments"]) == {"beeld", "kringen", "verbanden", "rond"}
        assert sum(event == "stand" for event, _ in first.heard) == 1

    run(meet)


def test_who_is_here_where_and_who_left(web: Web, case: Case, petra: Person, emre: Person) -> None:
    sessions, since = [cookie_of(person) for person in (petra, emre)], analysis_of(case).version

    async def meet() -> None:
        mine, theirs = (Screen(Visitor(web.port, session), case, since) for session in sessions)
        told = await mine.hears("mensen", lambda data: len(data["people"]) == 2)
        assert [(one["name"], one["initials"], one["you"]) for one in told["people"]] == [
            ("Emre Kaya", "EK", False), ("Petra Nijboer", "PN", True),
        ]  # fmt: skip
        sent = {"tab": theirs.tab, "where": "kaartje-nieuw-klacht", "typing": 1}
        assert (await theirs.visitor.post(live(case, "live_here"), sent))[0] == 204
        await mine.hears("mensen", lambda data: data["people"][0]["typing"])
        mine.heard.clear()
        theirs.task.cancel()
        told = await mine.hears("mensen")
        assert [one["name"] for one in told["people"]] == ["Petra Nijboer"]

    run(meet)


def test_open_streams_hold_no_database_connections(web: Web, case: Case, petra: Person) -> None:
    session, since = cookie_of(petra), analysis_of(case).version

    async def meet() -> None:
        screens = [Screen(Visitor(web.port, session), case, since) for _ in range(40)]
        for screen in screens:
            await screen.hears("mensen")
        assert await sync_to_async(connections)() <= 1 + KEPT, "the one that listens, and what requests share"

    run(meet)


def test_a_page_that_was_away_hears_what_it_missed_and_one_that_missed_too_much_starts_again(
    web: Web, case: Case, petra: Person
) -> None:
    since = analysis_of(case).version
    kept = actions.add_element(
        by=petra, analysis=analysis_of(case), kind="klacht", domain="gezin", text="Nieuw"
    )
    gone = card(case, "Sleutelt")
    actions.remove_element(by=petra, element=gone)
    session = cookie_of(petra)

    async def meet() -> None:
        told = await Screen(Visitor(web.port, session), case, since).hears("stand")
        assert f"kaartje-{kept.pk}" in told["fragments"] and f"kaartje-{gone.pk}" in told["gone"]
        await Screen(Visitor(web.port, session), case, 10**6).hears("opnieuw")

    run(meet)


def test_a_stream_ends_when_the_right_is_gone(web: Web, case: Case, petra: Person, emre: Person) -> None:
    session, since = cookie_of(emre), analysis_of(case).version

    async def meet() -> None:
        screen = Screen(Visitor(web.port, session), case, since)
        await screen.hears("mensen")
        await sync_to_async(end_grant)(by=petra, case=case, user=emre.user)
        await screen.ends()
        again = Screen(Visitor(web.port, session), case, since)
        assert await again.hears("status") == 403

    run(meet)


def test_one_person_has_no_endless_number_of_streams(web: Web, case: Case, petra: Person) -> None:
    session, since = cookie_of(petra), analysis_of(case).version

    async def meet() -> None:
        screens = [Screen(Visitor(web.port, session), case, since) for _ in range(MOST_STREAMS)]
        for screen in screens:
            await screen.hears("mensen")
        assert await Screen(Visitor(web.port, session), case, since).hears("status") == 429

    run(meet)


def test_it_comes_back_after_the_database_went_and_tells_what_was_missed(
    web: Web, case: Case, petra: Person
) -> None:
    session, analysis = cookie_of(petra), analysis_of(case)

    async def meet() -> None:
        screen = Screen(Visitor(web.port, session), case, analysis.version)
        await screen.hears("mensen")
        await sync_to_async(cut_connections)()
        await sync_to_async(add)(petra, analysis, "Na de storing")
        told = await screen.hears("stand")
        assert any("Na de storing" in html for html in told["fragments"].values())

    run(meet)
