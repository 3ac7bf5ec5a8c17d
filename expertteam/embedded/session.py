"""Using the embedded services: whoever comes first starts them, whoever leaves last stops them."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import broker as broker_server
from . import database
from .locks import Usage, exclusive
from .place import Place, place_of
from .speech import EmbeddedError, complain

# Commands of manage.py that never look at data.
WITHOUT_DATABASE = {
    "check",
    "collectstatic",
    "compilemessages",
    "findstatic",
    "help",
    "makemessages",
    "version",
}
EMBEDDED_SETTINGS = {"expertteam.settings.embedded", "expertteam.settings.test"}


def base_dir() -> Path:
    return Path(__file__).resolve().parent.parent.parent


def var_dir_from_environment() -> Path:
    """VAR_DIR, or `var` beside manage.py."""
    return Path(os.environ.get("VAR_DIR") or base_dir() / "var").resolve()


def own_database() -> bool:
    return not os.environ.get("DATABASE_URL")


def own_broker() -> bool:
    return not os.environ.get("BROKER_URL")


def ensure_running(place: Place, with_broker: bool = True) -> None:
    """Start what is down; two processes that come at once take turns."""
    with exclusive(place.var / "start.lock"):
        database.prepare_directories(place)
        if own_database():
            database.start(place)
        if with_broker and own_broker():
            broker_server.start(place)


def stop_services(place: Place) -> None:
    """Stop the broker and then the database, when they run."""
    broker_server.stop(place)
    database.stop(place)


@contextmanager
def services(var_dir: Path, broker: bool = True) -> Iterator[Place]:
    """Database (and broker) of this VAR_DIR for as long as the block lasts.

    What already runs is used and, when somebody else still needs it, left running. DATABASE_URL and
    BROKER_URL come first: what they name is not started here. Raises EmbeddedError when a start fails.
    """
    place = place_of(var_dir)
    usage = Usage(place.var / "services.lock")
    try:
        ensure_running(place, with_broker=broker)
        yield place
    finally:
        if usage.alone():
            stop_services(place)
        usage.close()


def needs_services(words: list[str]) -> bool:
    """Whether `manage.py` with these words (the program's own name first) needs the embedded database."""
    if os.environ.get("DJANGO_SETTINGS_MODULE") not in EMBEDDED_SETTINGS or not own_database():
        return False
    plain = [word for word in words[1:] if not word.startswith("-")]
    asks_help = any(word in {"-h", "--help", "--version"} for word in words[1:])
    return bool(plain) and not asks_help and plain[0] not in WITHOUT_DATABASE


@contextmanager
def command_services(words: list[str]) -> Iterator[None]:
    """The embedded services for the length of one `manage.py` command, also when it is broken off."""
    if not needs_services(words):
        yield
        return
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        with services(var_dir_from_environment()):
            yield
    except EmbeddedError as error:
        complain(str(error))
        sys.exit(1)
