"""The embedded broker: a real Valkey on a unix socket that writes every task to disk before it answers."""

import subprocess
import time

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from .binaries import broker_program
from .place import Place
from .processes import belongs_to, end
from .speech import EmbeddedError

START_SECONDS = 20


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
        if not _process(place):
            _launch(place)
        if time.monotonic() > deadline:
            raise EmbeddedError(f"De wachtrij (Valkey) start niet; zie {place.broker / 'broker.log'}.")
        time.sleep(0.03)


def stop(place: Place) -> None:
    """Stop the broker; it finishes writing first."""
    end(_process(place), str(place.broker_socket), seconds=10)


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
        "pidfile": "broker.pid",
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


def _process(place: Place) -> int:
    """Process id of the running broker of this place, 0 when there is none."""
    try:
        number = int((place.broker / "broker.pid").read_text())
    except (FileNotFoundError, ValueError):
        return 0
    return number if belongs_to(number, str(place.broker_socket)) else 0
