"""An open stream ends at once when a right or a login ends: this web process itself asks too rarely to notice."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.conf import settings
from django.test import Client

from cases.casefile.conflicts import declare_conflict
from cases.casefile.models import Case
from expertteam.access.person import Person
from expertteam.accounts.models import Membership, User
from tests.analysis.board.desk import analysis_of
from tests.factories import make_case
from tests.live_web import Visitor, Web, a_web, cookie_of

from .screens import SOON, Screen, add, run

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


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


def log_out(session: str) -> None:
    browser = Client()
    browser.cookies[settings.SESSION_COOKIE_NAME] = session
    browser.logout()


def switch_off(session: str) -> None:
    User.objects.filter(name="Carla Wiersma").update(is_active=False)


def new_password(session: str) -> None:
    user = User.objects.get(name="Carla Wiersma")
    user.set_password("een-heel-ander-wachtwoord-9")
    user.save()


@pytest.mark.parametrize("done", [log_out, switch_off, new_password])
def test_a_login_that_ends_takes_its_stream_along_at_once(
    slow_web: Web, case: Case, petra: Person, carla: Person, done: Callable[[str], None]
) -> None:
    mine, theirs, analysis = cookie_of(petra), cookie_of(carla), analysis_of(case)

    def end_and_write() -> None:
        done(theirs)
        add(petra, analysis, "Alleen voor wie nog is ingelogd")

    async def meet() -> None:
        stays, goes = (Screen(Visitor(slow_web.port, one), case, analysis.version) for one in (mine, theirs))
        await goes.hears("mensen", lambda data: len(data["people"]) == 2)
        await sync_to_async(end_and_write)()
        await goes.ends()
        assert "Alleen voor wie nog is ingelogd" in str(await stays.hears("stand"))
        assert "Alleen voor wie nog is ingelogd" not in str(goes.heard)

    run(meet)


def test_logging_out_elsewhere_leaves_this_screen_alone(slow_web: Web, case: Case, petra: Person) -> None:
    here, elsewhere, analysis = cookie_of(petra), cookie_of(petra), analysis_of(case)

    async def meet() -> None:
        screen = Screen(Visitor(slow_web.port, here), case, analysis.version)
        await screen.hears("mensen")
        await sync_to_async(log_out)(elsewhere)
        await sync_to_async(add)(petra, analysis, "Gaat gewoon door")
        assert "Gaat gewoon door" in str(await screen.hears("stand"))

    run(meet)


def test_a_stake_in_an_earlier_case_ends_the_stream_of_the_case_of_now(
    slow_web: Web, case: Case, petra: Person, carla: Person
) -> None:
    earlier = make_case(petra, person=case.young_person, phase="afgesloten")
    session, since = cookie_of(carla), analysis_of(case).version

    async def meet() -> None:
        screen = Screen(Visitor(slow_web.port, session), case, since)
        await screen.hears("mensen")
        declare = sync_to_async(declare_conflict)
        await declare(by=petra, case=earlier, user=carla.user, reason="Is de buurvrouw")
        await screen.ends()

    run(meet)
