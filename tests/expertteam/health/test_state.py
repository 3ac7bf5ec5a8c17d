"""/gezond/: what is there, what is gone, and how many may ask."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from expertteam.celery import app
from expertteam.embedded.session import base_dir
from expertteam.health.state import State, _Looker, look


@contextmanager
def broker_at(address: str) -> Iterator[None]:
    """Point Celery elsewhere for a while."""
    before = app.conf.broker_url
    app.conf.broker_url = app.conf.broker_write_url = address
    try:
        yield
    finally:
        app.conf.broker_url = app.conf.broker_write_url = before


@contextmanager
def no_database() -> Iterator[None]:
    """Point Django at a database that is not there, for every thread."""
    before, connection.settings_dict["HOST"] = connection.settings_dict["HOST"], "/bestaat/niet"
    connection.close()
    try:
        yield
    finally:
        connection.settings_dict["HOST"] = before
        connection.close()


@pytest.mark.django_db
def test_without_a_worker_the_site_is_not_well() -> None:
    assert look() == State("ok", "ok", "weg")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["redis+socket:///bestaat/niet.sock", "redis://127.0.0.1:1/0"])
def test_a_broker_that_is_gone(address: str) -> None:
    with broker_at(address):
        assert look() == State("ok", "weg", "onbekend")


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_database_that_is_gone(client: Client) -> None:
    with no_database():
        answer = client.get("/gezond/")
    assert answer.status_code == 503
    assert answer.json()["database"] == "weg"
    assert answer["Cache-Control"] == "no-store"


def test_a_process_that_answers_says_so_without_asking_anybody(client: Client) -> None:
    """No database is given to this test: asking it would fail."""
    answer = client.get("/gezond/proces/", headers={"host": "live:8000"})
    assert (answer.status_code, answer.json()) == (200, {"proces": "ok"})


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/gezond/", "/gezond"])
def test_answers_any_host_without_a_session(client: Client, address: str) -> None:
    answer = client.get(address, headers={"host": "10.0.0.7"})
    assert answer.status_code in {200, 503}
    assert set(answer.json()) == {"database", "broker", "worker"}
    assert not answer.cookies


@pytest.mark.django_db
def test_only_looking_is_answered(client: Client) -> None:
    assert client.post("/gezond/").status_code == 404


def test_many_who_ask_at_once_share_a_look() -> None:
    looks: list[int] = []
    waiting, go = threading.Barrier(9), threading.Event()

    def slow_look() -> State:
        looks.append(1)
        go.wait(10)
        return State("ok", "ok", "ok")

    looker = _Looker(slow_look)

    def ask(asked: float) -> None:
        waiting.wait(10)
        looker.look(asked)

    threads = [threading.Thread(target=ask, args=[float(asked)]) for asked in range(8)]
    for thread in threads:
        thread.start()
    waiting.wait(10)
    go.set()
    for thread in threads:
        thread.join(10)
    assert 1 <= len(looks) <= 2


@pytest.fixture
def worker() -> Iterator[subprocess.Popen[bytes]]:
    """A real worker on the broker of this session."""
    words = [
        "-m",
        "celery",
        "-A",
        "expertteam",
        "worker",
        "--pool",
        "solo",
        "--without-mingle",
        "--without-gossip",
    ]
    environment = {**os.environ, "VAR_DIR": str(Path(settings.VAR_DIR))}
    process = subprocess.Popen(
        [sys.executable, *words],
        cwd=base_dir(),
        env=environment,
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    yield process
    process.kill()
    process.wait()


@pytest.mark.worker
@pytest.mark.django_db
def test_a_worker_that_comes_and_goes(worker: subprocess.Popen[bytes], client: Client) -> None:
    for _ in range(40):
        if client.get("/gezond/").status_code == 200:
            break
    assert client.get("/gezond/").json() == {"database": "ok", "broker": "ok", "worker": "ok"}
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    answer = client.get("/gezond/")
    assert (answer.status_code, answer.json()["worker"]) == (503, "weg")
