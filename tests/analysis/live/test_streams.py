"""Streams of a real web process: changes come at once, to whoever may see them, and cost no database connection."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterator
from typing import Any
from uuid import uuid4

import pytest
from asgiref.sync import sync_to_async

from analysis.board import actions
from analysis.board.models import Analysis
from analysis.live.streaming import MOST_STREAMS
from cases.casefile.actions import end_grant
from cases.casefile.conflicts import declare_conflict
from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.accounts.models import Membership
from expertteam.connections.kept import KEPT
from tests.analysis.board.desk import analysis_of, card
from tests.live_web import Visitor, Web, a_web, connections, cookie_of, cut_connections, together

from .saving import live, words

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
SOON = 20


@pytest.fixture(scope="module")
def web(django_db_setup: None, django_db_blocker: Any) -> Iterator[Web]:
    with django_db_blocker.unblock(), a_web() as web:
        yield web


class Screen:
    """A page that keeps what its stream told."""

    def __init__(self, visitor: Visitor, case: Case, since: int) -> None:
        self.visitor, self.tab = visitor, str(uuid4())
        self.path = f"{live(case, 'live_stream')}?vanaf={since}&tab={self.tab}"
        self.heard: list[tuple[str, Any]] = []
        self.task = asyncio.create_task(self._listen())

    async def _listen(self) -> None:
        async for event in self.visitor.stream(self.path):
            self.heard.append(event)

    async def hears(self, name: str, found: Callable[[Any], Any] = lambda data: True) -> Any:
        """The first event of this name about which `found` is true."""

        async def look() -> Any:
            while True:
                for event, data in self.heard:
                    if event == name and found(data):
                        return data
                await asyncio.sleep(0.01)

        return await asyncio.wait_for(look(), SOON)

    async def ends(self) -> None:
        await asyncio.wait_for(self.task, SOON)


def run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    together(work())


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


@pytest.fixture(scope="module")
def slow_web(django_db_setup: None, django_db_blocker: Any) -> Iterator[Web]:
    """One that asks again so rarely that nothing in a test happens because of it."""
    with django_db_blocker.unblock(), a_web(LIVE_CHECK_SECONDS="600") as web:
        yield web


def test_a_stake_ends_the_stream_at_once_and_what_comes_after_is_not_told(
    slow_web: Web, case: Case, petra: Person, emre: Person
) -> None:
    sessions, analysis = [cookie_of(one) for one in (petra, emre)], analysis_of(case)

    def declare_and_write() -> None:
        declare_conflict(by=petra, case=case, user=emre.user, reason="Werkt bij De Boei")
        add(petra, analysis, "Alleen voor wie mag")

    async def meet() -> None:
        mine, theirs = (Screen(Visitor(slow_web.port, one), case, analysis.version) for one in sessions)
        await theirs.hears("mensen", lambda data: len(data["people"]) == 2)
        began = time.monotonic()
        await sync_to_async(declare_and_write)()
        await theirs.ends()
        assert time.monotonic() - began < SOON
        told = await mine.hears("stand")
        assert "Alleen voor wie mag" in str(told)
        assert "Alleen voor wie mag" not in str(theirs.heard)
        await mine.hears("mensen", lambda data: [one["name"] for one in data["people"]] == ["Petra Nijboer"])

    run(meet)


def test_a_role_that_is_taken_away_ends_the_stream_at_once(slow_web: Web, case: Case, carla: Person) -> None:
    session, since = cookie_of(carla), analysis_of(case).version

    async def meet() -> None:
        screen = Screen(Visitor(slow_web.port, session), case, since)
        await screen.hears("mensen")
        await sync_to_async(Membership.objects.filter(user=carla.user).delete)()
        await screen.ends()

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


def add(by: Person, analysis: Analysis, text: str) -> None:
    actions.add_element(by=by, analysis=analysis, kind="klacht", domain="gezin", text=text)
