"""Who starts the services and who stops them, also after a kill."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg2
import pytest
import redis

from expertteam.embedded import broker, database
from expertteam.embedded.place import Place, place_of
from expertteam.embedded.processes import end
from expertteam.embedded.session import base_dir, ensure_running, needs_services, services


def run_sql(place: Place, *statements: str) -> object:
    """Result of the last statement, in the application's database."""
    connection = database.connect(place, "expertteam")
    try:
        with connection, connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchone()[0] if cursor.description else None
    finally:
        connection.close()


def test_services_run_for_the_length_of_the_block(var_dir: Path) -> None:
    with services(var_dir) as place:
        assert database.answers(place)
        assert broker.answers(place)
    assert not database.answers(place)
    assert not broker.answers(place)


def test_the_extensions_and_the_language_that_we_need(var_dir: Path) -> None:
    with services(var_dir) as place:
        for name in ("pg_trgm", "unaccent", "btree_gist", "citext"):
            run_sql(place, f"CREATE EXTENSION {name}")
        assert run_sql(place, "SELECT lower(unaccent('DÉSIRÉE'))") == "desiree"
        assert run_sql(place, "SHOW synchronous_commit") == "on"
        assert run_sql(place, "SHOW listen_addresses") == ""


def test_the_last_one_out_stops(var_dir: Path) -> None:
    with services(var_dir) as place:
        with services(var_dir):
            pass
        assert database.answers(place)
        assert broker.answers(place)
    assert not database.answers(place)


def test_stops_when_the_work_fails(var_dir: Path) -> None:
    with pytest.raises(ZeroDivisionError), services(var_dir):
        _ = 1 / 0
    assert not database.answers(place_of(var_dir))


def test_data_stay_and_a_left_behind_server_is_taken_over(var_dir: Path) -> None:
    place = place_of(var_dir)
    ensure_running(place)
    run_sql(place, "CREATE TABLE proef (x int)", "INSERT INTO proef VALUES (7)")
    before = run_sql(place, "SELECT pg_postmaster_start_time()::text")
    with services(var_dir):
        assert run_sql(place, "SELECT pg_postmaster_start_time()::text") == before
        assert run_sql(place, "SELECT x FROM proef") == 7
    assert not database.answers(place)


def test_nothing_acknowledged_is_lost_when_both_are_killed(var_dir: Path) -> None:
    place = place_of(var_dir)
    ensure_running(place)
    run_sql(place, "CREATE TABLE proef (x int)", "INSERT INTO proef VALUES (7)")
    redis.Redis(unix_socket_path=str(place.broker_socket)).set("taak", "een")
    kill_hard(int((place.cluster / "postmaster.pid").read_text().split()[0]), str(place.cluster))
    for number in broker._processes(place):
        kill_hard(number, "valkey-server")
    with services(var_dir):
        assert run_sql(place, "SELECT x FROM proef") == 7
        assert redis.Redis(unix_socket_path=str(place.broker_socket)).get("taak") == b"een"


def kill_hard(number: int, word: str) -> None:
    os.kill(number, signal.SIGKILL)
    end(number, word, seconds=5)


def test_a_process_number_used_again_by_another_program(var_dir: Path) -> None:
    """After a power cut the pid file may name a process that has nothing to do with us: it is left alone."""
    with services(var_dir) as place:
        pass
    account = place.account
    stranger = subprocess.Popen(["sleep", "600"], **account.run_as())
    try:
        pid_file = place.cluster / "postmaster.pid"
        pid_file.write_text(f"{stranger.pid}\n{place.cluster}\n1\n5432\n{place.sockets}\n\n\nready\n")
        account.give(pid_file)
        with services(var_dir):
            assert database.answers(place)
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_many_at_once_never_stop_each_other(var_dir: Path) -> None:
    """Six processes that each come and go five times; each fails when its database disappears."""
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from expertteam.embedded import broker, database\n"
        "from expertteam.embedded.session import services\n"
        "for _ in range(5):\n"
        "    with services(Path(sys.argv[1])) as place:\n"
        "        for _ in range(5):\n"
        "            database.connect(place, 'expertteam').close()\n"
        "            assert broker.answers(place)\n"
    )
    command = [sys.executable, "-c", script, str(var_dir)]
    running = [subprocess.Popen(command, cwd=base_dir()) for _ in range(6)]
    assert [process.wait() for process in running] == [0] * 6
    assert not database.answers(place_of(var_dir))
    assert len(broker._processes(place_of(var_dir))) == 0


def test_no_values_in_the_log(var_dir: Path) -> None:
    with services(var_dir) as place:
        run_sql(place, "CREATE TABLE proef (naam text PRIMARY KEY)", "INSERT INTO proef VALUES ('Saar Bos')")
        with pytest.raises(psycopg2.IntegrityError):
            run_sql(place, "INSERT INTO proef VALUES ('Saar Bos')")
    log = (place.state / "postgres.log").read_text()
    assert "proef_pkey" in log
    assert "Saar" not in log


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (["manage.py", "migrate"], True),
        (["manage.py", "import_register", "x.xlsx", "--team", "groningen"], True),
        (["manage.py"], False),
        (["manage.py", "help", "migrate"], False),
        (["manage.py", "migrate", "--help"], False),
        (["manage.py", "check"], False),
        (["manage.py", "collectstatic", "--noinput"], False),
    ],
)
def test_which_commands_need_the_database(
    words: list[str], needed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert needs_services(words) is needed


def test_a_given_database_is_not_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://anna@db/naam")
    assert not needs_services(["manage.py", "migrate"])


def test_production_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "expertteam.settings.production")
    assert not needs_services(["manage.py", "migrate"])
