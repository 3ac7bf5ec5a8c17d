"""The embedded broker: a real Valkey on a unix socket that writes every task to disk before it answers."""

import subprocess
import time

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from .binaries import broker_program
from .place import Place
from .processes import belongs_to, end, processes_of
from .speech import EmbeddedError

START_SECONDS = 20
PROGRAM = "valkey-server"


def answers(place: Place) -> bool:
    """Whether the broker runs and answers."""
    at_once = Retry(NoBackoff(), retries=0)
    client = redis.Redis(unix_socket_path=str(place.broker_socket), socket_timeout=2, retry=at_once)
    try:
        return bool(client.ping())
    except redis.RedisError:
        return False
    finally:
        client.close()


def start(place: Place) -> None:
    """Start the broker, or take over the one that still runs.

    Raises EmbeddedError when it does not answer in time.
    """
    deadline = time.monotonic() + START_SECONDS
    while not answers(place):
        if not _processes(place):
            _launch(place)
        if time.monotonic() > deadline:
            raise EmbeddedError(f"De wachtrij (Valkey) start niet; zie {place.broker / 'broker.log'}.")
        time.sleep(0.03)


def stop(place: Place) -> None:
    """Stop the broker; it finishes writing first."""
    for number in _processes(place):
        end(number, PROGRAM, seconds=10)


def _launch(place: Place) -> None:
    """Start as a process of its own: it outlives a killed launcher, and the next start takes it over."""
    settings = {
        "port": "0",
        "unixsocket": str(place.broker_socket),
        "unixsocketperm": "700",
        "dir": ".",
        "appendonly": "yes",
        "appendfsync": "always",
        "save": "",
        "daemonize": "yes",
        "logfile": "broker.log",
        "loglevel": "warning",
    }
    words = [word for name, value in settings.items() for word in (f"--{name}", value)]
    subprocess.run(
        [str(broker_program(place)), *words],
        cwd=place.broker,
        capture_output=True,
        check=False,
        **place.account.run_as(),
    )


def _processes(place: Place) -> list[int]:
    """Process ids of the running broker of this place: found by its command, for a pid file comes too late.

    Two brokers writing one file would spoil it, so a start must see the other from its first moment.
    """
    return [
        number
        for number in processes_of(place.account.uid)
        if belongs_to(number, PROGRAM) and belongs_to(number, str(place.broker_socket))
    ]
