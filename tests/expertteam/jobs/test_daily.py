"""Work of every day: once a day, at most one at a time, again after a failure, and caught up with after a night off."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from threading import Barrier
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from expertteam.jobs import daily
from expertteam.jobs.daily import DailyRun, daily_states, do_due_work, register_daily

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MORNING = datetime(2026, 11, 23, 7, 30, tzinfo=AMSTERDAM)


@pytest.fixture
def works(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No work but that of the test."""
    monkeypatch.setattr(daily, "_works", {})
    yield


@pytest.mark.django_db
def test_once_a_day(works: None) -> None:
    days: list[date] = []
    register_daily("tellen", "Tellen", lambda day: days.append(day) or 3)
    assert [do_due_work(MORNING), do_due_work(MORNING + timedelta(hours=1))] == [1, 0]
    assert days == [date(2026, 11, 23)] and DailyRun.objects.get().done == 3
    do_due_work(MORNING + timedelta(days=1))
    assert days == [date(2026, 11, 23), date(2026, 11, 24)]


@pytest.mark.django_db
def test_not_before_its_hour_but_any_time_after(works: None) -> None:
    register_daily("tellen", "Tellen", lambda day: 1, hour=8)
    assert do_due_work(MORNING) == 0
    assert do_due_work(MORNING + timedelta(hours=9)) == 1, "the machine was off at eight"


@pytest.mark.django_db
def test_the_day_is_that_of_amsterdam(works: None) -> None:
    days: list[date] = []
    register_daily("tellen", "Tellen", lambda day: days.append(day) or 0)
    do_due_work(datetime(2026, 11, 22, 23, 30, tzinfo=ZoneInfo("UTC")))
    assert days == [date(2026, 11, 23)]


@pytest.mark.django_db
def test_a_failure_leaves_nothing_half_and_is_tried_again(works: None) -> None:
    """What the work wrote before it failed is undone; the others go on."""
    broken = [True]

    def work(day: date) -> int:
        DailyRun.objects.create(work="spoor", day=day)
        if broken:
            raise ValueError("geheim van Ruben")
        return 1

    register_daily("eerst", "Eerst", work)
    register_daily("daarna", "Daarna", lambda day: 5)
    assert do_due_work(MORNING) == 1
    state = {one.work.name: one for one in daily_states()}
    assert state["eerst"].well is None and "opnieuw" in state["eerst"].last.error  # type: ignore[union-attr]
    assert "Ruben" not in state["eerst"].last.error and state["daarna"].well is not None  # type: ignore[union-attr]
    assert not DailyRun.objects.filter(work="spoor").exists()
    broken.clear()
    assert do_due_work(MORNING) == 1
    again = DailyRun.objects.get(work="eerst")
    assert again.error == "" and again.attempts == 2 and again.finished_at is not None


@pytest.mark.django_db
def test_the_state_tells_when_it_last_went_well(works: None) -> None:
    register_daily("tellen", "Tellen", lambda day: 1)
    assert daily_states()[0].last is None
    do_due_work(MORNING - timedelta(days=2))
    register_daily("tellen", "Tellen", lambda day: 1 // 0)
    do_due_work(MORNING)
    (state,) = daily_states()
    assert state.last and state.last.day == MORNING.date() and state.last.error
    assert state.well and state.well.day == MORNING.date() - timedelta(days=2)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_workers_at_once_do_it_once(works: None) -> None:
    """The second finds the work in hand and leaves it."""
    busy, seen = Barrier(2), []

    def work(day: date) -> int:
        seen.append(day)
        busy.wait(timeout=10)  # the other has looked meanwhile
        return 1

    def second() -> int:
        try:
            return do_due_work(MORNING)
        finally:
            busy.wait(timeout=10)
            connection.close()

    register_daily("tellen", "Tellen", work)
    DailyRun.objects.create(work="tellen", day=MORNING.date())
    with ThreadPoolExecutor(1) as other:

        def first_inside(day: date) -> int:
            answer = other.submit(second)
            done = work(day)
            assert answer.result(timeout=10) == 0
            return done

        register_daily("tellen", "Tellen", first_inside)
        assert do_due_work(MORNING) == 1
    assert len(seen) == 1
