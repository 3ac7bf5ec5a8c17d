"""`make run`: services, migrations, demo, web and worker in one go, until Ctrl-C or SIGTERM."""

import contextlib
import errno
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from . import broker, children, database
from .locks import Claim
from .place import Place, place_of
from .processes import end
from .session import base_dir, ensure_running, own_broker, own_database, services
from .speech import EmbeddedError, complain, say

DEFAULT_PORT = "8000"
DEFAULT_HOST = "127.0.0.1"
READY_SECONDS = 60.0
LOOK_EVERY = 5.0
# The word by which a launcher is recognised among the processes.
MARK = "expertteam.embedded"


def run(var_dir: Path) -> int:
    """Start everything and stay until asked to stop; the exit code is 0 after a stop that was asked for.

    Raises EmbeddedError, with what to do, when the start does not succeed.
    """
    host, port = os.environ.get("HOST") or DEFAULT_HOST, _port(os.environ.get("PORT") or DEFAULT_PORT)
    _listen_to_signals()
    place = place_of(var_dir)
    os.environ["VAR_DIR"] = str(place.var)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "expertteam.settings.embedded")
    try:
        with _claimed(place):
            children.end_leftovers(place.var / "children.json")
            check_port(host, port)
            _run_services(place, host, port)
    except KeyboardInterrupt:
        say("Alles is gestopt. De gegevens blijven staan.")
    return 0


def _run_services(place: Place, host: str, port: int) -> None:
    say("Database en wachtrij starten …")
    try:
        with services(place.var):
            say("Database bijwerken en demo klaarzetten …")
            people = _prepare()
            family = [children.web(host, port), children.worker(place.var)]
            try:
                _start(place, family, port)
                say(_announcement(host, port, people))
                _stay(place, family)
            finally:
                _hush_signals()
                say("\nStoppen …")
                children.stop_all(family)
                (place.var / "children.json").unlink(missing_ok=True)
    finally:
        _hush_signals()


def _port(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise EmbeddedError(f"PORT={text} is geen poort: kies een getal van 1 tot en met 65535.")
    return int(text)


def check_port(host: str, port: int) -> None:
    """Raise EmbeddedError when the web server could not listen there."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            reason = f"Poort {port} is al in gebruik door een ander programma."
        else:
            reason = f"Poort {port} op {host} kan niet worden gebruikt ({error.strerror})."
        raise EmbeddedError(
            f"{reason} Kies een andere, bijvoorbeeld: make run PORT={min(port + 1, 65535)}"
        ) from None


@contextlib.contextmanager
def _claimed(place: Place) -> Iterator[None]:
    """Be the only launcher of this VAR_DIR."""
    claim = Claim(place.var / "run.lock")
    try:
        if not claim.mine:
            raise EmbeddedError(
                f"Expertteam draait al met de gegevens in {place.var} (proces {claim.holder()}).\n"
                "Stop het daar met Ctrl-C, of hier met: make stop. Een tweede: make run VAR_DIR=… PORT=…"
            )
        yield
    finally:
        claim.close()


def stop_running(place: Place) -> None:
    """Stop a launcher that runs elsewhere, and what a killed one left behind."""
    claim = Claim(place.var / "run.lock")
    try:
        if not claim.mine:
            end(claim.holder(), MARK, seconds=40)
        children.end_leftovers(place.var / "children.json")
    finally:
        claim.close()


def _prepare() -> str:
    """Migrations, cache table and demo, in a process of its own; returns the list of demo people."""
    command = [sys.executable, "-m", "expertteam.embedded.prepare"]
    done = subprocess.run(
        command, cwd=base_dir(), stdout=subprocess.PIPE, text=True, start_new_session=True, check=False
    )
    if done.returncode:
        raise EmbeddedError("De database bijwerken is niet gelukt; de reden staat hierboven.")
    return done.stdout.strip()


def _start(place: Place, family: list[children.Child], port: int) -> None:
    """Start web and worker and wait until the site says that all parts are there."""
    say("Website en werker starten …")
    for child in family:
        child.start()
    children.remember(family, place.var / "children.json")
    deadline = time.monotonic() + READY_SECONDS
    while (missing := _missing(port)) and time.monotonic() < deadline:
        for child in family:
            child.tend()
        time.sleep(0.1)
    if missing:
        complain(f"Let op: nog niet alles is er ({missing}).")


def _missing(port: int) -> str:
    """What the health page misses, as text; empty when all is well."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/gezond/", timeout=5):  # nosec B310
            return ""
    except urllib.error.HTTPError as answer:
        if answer.code != 503:
            return f"/gezond/ geeft {answer.code}"
        return ", ".join(name for name, state in json.load(answer).items() if state != "ok")
    except OSError:
        return "website"


def _announcement(host: str, port: int, people: str) -> str:
    shown = "localhost" if host in {DEFAULT_HOST, "0.0.0.0", "::"} else host  # nosec B104
    lines = ["", f"Expertteam staat klaar op http://{shown}:{port}/", ""]
    if people:
        lines += [people, ""]
    return "\n".join([*lines, "Stoppen: Ctrl-C. De gegevens blijven staan; alles wissen kan met: make reset"])


def _stay(place: Place, family: list[children.Child]) -> None:
    """Keep everything going; ends only by a signal or by something that will not stay up."""
    looked, was_down = time.monotonic(), False
    while True:
        time.sleep(0.5)
        before = [child.started for child in family]
        for child in family:
            child.tend()
        if before != [child.started for child in family]:
            children.remember(family, place.var / "children.json")
        if time.monotonic() - looked >= LOOK_EVERY:
            was_down = _look_after(place, was_down)
            looked = time.monotonic()


def _look_after(place: Place, was_down: bool) -> bool:
    """Start database and broker again when down at two looks in a row; returns whether they are down."""
    down = (own_database() and not database.answers(place)) or (own_broker() and not broker.answers(place))
    if down and was_down:
        complain("Database of wachtrij is weggevallen en wordt opnieuw gestart.")
        ensure_running(place)
        return False
    return down


def _interrupt(number: int, frame: FrameType | None) -> None:
    _hush_signals()
    raise KeyboardInterrupt


def _listen_to_signals() -> None:
    for kind in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(kind, _interrupt)


def _hush_signals() -> None:
    """Once stopping, stop whole: a second Ctrl-C must not leave half of it running."""
    for kind in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(kind, signal.SIG_IGN)
