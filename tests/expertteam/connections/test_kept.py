"""Connections that a web process keeps: as good as new ones, never shared, and never a dead one."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import DatabaseError, OperationalError, connection

from expertteam.connections import kept as room
from expertteam.connections.kept import Line, kept

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
MOST = 2


@pytest.fixture(autouse=True)
def keeping(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(kept, "most", MOST)
    yield
    kept.close_all()


def request() -> Any:
    """What a thread of a request has: its own door to the database."""
    return connection.copy()


def ask(one: Any, sql: str = "SELECT pg_backend_pid()") -> Any:
    with one.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0] if cursor.description else None


def used(sql: str = "SELECT pg_backend_pid()") -> Any:
    """The answer to a request that asks one thing."""
    one = request()
    try:
        return ask(one, sql)
    finally:
        one.close()


def idle() -> int:
    return len(kept._idle)


def test_the_next_request_gets_the_same_one() -> None:
    assert used() == used()


def test_outside_a_web_process_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "most", 0)
    assert used() != used()
    assert idle() == 0


def test_two_at_once_never_have_the_same_one() -> None:
    busy: set[int] = set()

    def work(_: int) -> None:
        one = request()
        mine = ask(one)
        assert mine not in busy
        busy.add(mine)
        ask(one, "SELECT pg_sleep(0.002)")
        busy.discard(mine)
        one.close()

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(work, range(60)))
    assert idle() == MOST


def test_more_than_so_many_are_ended() -> None:
    many = [request() for _ in range(MOST + 2)]
    raws = [(ask(one), one.connection)[1] for one in many]
    for one in many:
        one.close()
    assert [raw.closed for raw in raws] == [1, 1, 0, 0]


# Locks stand in one list for the whole server: other tests run beside this one.
OWN_LOCKS = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()"


def test_what_was_planned_stays_planned() -> None:
    """It holds no values; planning it again for every request is what keeping saves."""
    one = request()
    before = ask(one)
    worded: list[int] = []

    def planned(cursor: object) -> bytes:
        worded.append(1)
        return b"SELECT $1::int + 1"

    assert one.prepare("plus_one", planned) and one.prepare("plus_one", planned)
    one.close()
    again = request()
    assert ask(again) == before, "the same line"
    assert again.prepare("plus_one", planned) and ask(again, "EXECUTE plus_one (41)") == 42
    other = request()
    assert ask(other) != before
    assert other.prepare("plus_one", planned) and ask(other, "EXECUTE plus_one (1)") == 2
    assert len(worded) == 2, "once for each line"
    again.close()
    other.close()


@pytest.mark.parametrize(
    ("leave", "look"),
    [
        ("LISTEN secrets", "SELECT count(*) FROM pg_listening_channels()"),
        ("SELECT pg_advisory_lock(42)", OWN_LOCKS),
        ("CREATE TEMP TABLE left_over (n int)", "SELECT count(*) FROM pg_class WHERE relname = 'left_over'"),
        ("SET statement_timeout = 1234", "SELECT count(*) FROM pg_settings WHERE setting = '1234'"),
    ],
)
def test_nothing_of_who_had_it_is_left(leave: str, look: str) -> None:
    one = request()
    before = ask(one)
    ask(one, leave)
    assert ask(one, look) == 1
    one.close()
    again = request()
    assert ask(again) == before
    assert ask(again, look) == 0
    assert ask(again, "SHOW TimeZone") == "UTC"
    again.close()


def test_one_that_was_in_the_middle_of_something_is_ended() -> None:
    one = request()
    one.set_autocommit(False)
    before = ask(one)
    one.close()
    assert used() != before


def test_one_that_closes_within_a_transaction_is_ended_and_its_work_is_undone() -> None:
    one = request()
    ask(one)
    raw, one.in_atomic_block = one.connection, True
    ask(one, "BEGIN")
    ask(one, "CREATE TABLE half_done (n int)")
    one.close()
    assert (raw.closed, idle()) == (1, 0)
    assert used("SELECT count(*) FROM pg_class WHERE relname = 'half_done'") == 0


def test_one_on_which_something_went_wrong_is_ended() -> None:
    one = request()
    before = ask(one)
    ask(one, "SET statement_timeout = 5")
    with pytest.raises(OperationalError):
        ask(one, "SELECT pg_sleep(1)")
    one.close()
    assert used() != before


def test_a_database_that_was_away_is_no_error_for_the_next() -> None:
    one, other = request(), request()
    before, theirs = ask(one), ask(other)
    one.close()
    assert idle() == 1
    ask(other, f"SELECT pg_terminate_backend({before}, 5000)")
    assert used() not in (before, theirs)
    other.close()


def test_a_connection_that_breaks_under_a_request_is_not_kept() -> None:
    one, other = request(), request()
    before = ask(one)
    ask(other, f"SELECT pg_terminate_backend({before}, 5000)")
    with pytest.raises(DatabaseError):
        ask(one)
    one.close()
    other.close()
    assert used() != before


@pytest.mark.parametrize("limit", ["LONGEST_IDLE", "LONGEST_LIFE"])
def test_an_old_one_is_ended(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = used()
    monkeypatch.setattr(room, limit, -1.0)
    used()
    assert used() != before


def test_only_for_the_same_database_and_the_same_user() -> None:
    before = used()
    one = request()
    one.settings_dict["OPTIONS"]["application_name"] = "somebody else"
    assert ask(one) != before
    one.close()


def test_the_password_is_not_in_what_is_printed() -> None:
    assert "geheim" not in repr(Line(("password", "geheim"), None, 0.0))
