"""`make run` from the outside: starts, answers, stops, survives a kill, and says what is wrong."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from expertteam.embedded import broker, database
from expertteam.embedded.launcher import _port, check_port
from expertteam.embedded.locks import Claim
from expertteam.embedded.place import place_of
from expertteam.embedded.processes import processes_of
from expertteam.embedded.session import base_dir, services
from expertteam.embedded.speech import EmbeddedError
from tests.processes import free_port


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def launcher(var: Path, command: str, port: int = 8000, answer: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "expertteam.embedded", command],
        cwd=base_dir(),
        env=environment(var, port),
        input=answer,
        capture_output=True,
        text=True,
        check=False,
    )


def environment(var: Path, port: int) -> dict[str, str]:
    own = {"VAR_DIR": str(var), "PORT": str(port), "DJANGO_SETTINGS_MODULE": "expertteam.settings.embedded"}
    return {**os.environ, **own, "HOST": ""}


def test_a_taken_port_is_named_with_another_to_try(taken_port: int) -> None:
    with pytest.raises(EmbeddedError, match=f"Poort {taken_port} is al in gebruik.*PORT={taken_port + 1}"):
        check_port("127.0.0.1", taken_port)


def test_a_taken_port_ends_the_start_with_a_code(var_dir: Path, taken_port: int) -> None:
    done = launcher(var_dir, "run", taken_port)
    assert done.returncode == 1
    assert "al in gebruik" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("text", ["tachtig", "0", "65536", "-1", "80.5"])
def test_a_port_that_is_none(text: str) -> None:
    with pytest.raises(EmbeddedError, match="geen poort"):
        _port(text)


def test_an_address_of_another_machine() -> None:
    with pytest.raises(EmbeddedError, match="kan niet worden gebruikt"):
        check_port("192.0.2.1", 8000)


def test_a_second_start_on_the_same_data_says_so(var_dir: Path) -> None:
    claim = Claim(var_dir / "run.lock")
    try:
        done = launcher(var_dir, "run", free_port())
    finally:
        claim.close()
    assert done.returncode == 1
    assert f"draait al met de gegevens in {var_dir} (proces {os.getpid()})" in done.stderr


def test_an_unusable_var_dir(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    done = launcher(tmp_path / "bestand" / "var", "run")
    assert done.returncode == 1
    assert "is niet bruikbaar" in done.stderr


def test_an_unknown_command() -> None:
    assert launcher(base_dir() / "var", "vliegen").returncode == 2


def test_status_tells_what_runs(var_dir: Path) -> None:
    assert launcher(var_dir, "status").returncode == 1
    with services(var_dir):
        assert launcher(var_dir, "status").stdout == "database: draait\nwachtrij: draait\n"


def test_reset_does_nothing_without_a_yes(var_dir: Path) -> None:
    with services(var_dir) as place:
        pass
    for answer in ("nee\n", ""):
        assert launcher(var_dir, "reset", answer=answer).returncode == 1
    assert place.cluster.is_dir()


def test_reset_clears_what_we_made_and_nothing_else(var_dir: Path) -> None:
    with services(var_dir) as place:
        pass
    (var_dir / "van-een-ander.txt").write_text("blijft")
    assert launcher(var_dir, "reset", answer="ja\n").returncode == 0
    assert not place.state.exists()
    assert {path.name for path in var_dir.iterdir()} == {"van-een-ander.txt", "services.lock"}


def test_reset_leaves_data_in_use_alone(var_dir: Path) -> None:
    with services(var_dir) as place:
        done = launcher(var_dir, "reset", answer="ja\n")
        assert database.answers(place)
    assert done.returncode == 1
    assert "gebruikt de gegevens nog" in done.stderr


class Running:
    """A launcher in the background, with what it said."""

    def __init__(self, var: Path, port: int) -> None:
        self.port = port
        self.process = subprocess.Popen(
            [sys.executable, "-m", "expertteam.embedded", "run"],
            cwd=base_dir(),
            env=environment(var, port),
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        assert self.process.stdout is not None
        self.said = ""
        for line in self.process.stdout:
            self.said += line
            if "Stoppen: Ctrl-C" in line:
                break

    def health(self) -> dict[str, str]:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/gezond/", timeout=10) as answer:
            found: dict[str, str] = json.load(answer)
        return found

    def stop(self, kind: signal.Signals) -> int:
        self.process.send_signal(kind)
        code = self.process.wait(60)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code


def leftovers(var: Path) -> list[int]:
    """Our processes that still carry this VAR_DIR in their environment."""
    mark = f"VAR_DIR={var}".encode()
    found = []
    for number in processes_of(os.geteuid()):
        try:
            words = Path(f"/proc/{number}/environ").read_bytes().split(b"\0")
        except OSError:
            continue
        if mark in words:
            found.append(number)
    return found


@pytest.mark.worker
def test_the_life_of_a_start(var_dir: Path) -> None:
    """Start, look, kill the launcher, start again on what it left, stop as asked: SIGTERM and Ctrl-C alike."""
    place, well = place_of(var_dir), {"database": "ok", "broker": "ok", "worker": "ok"}
    port = free_port()
    first = Running(var_dir, port)
    assert f"http://localhost:{port}/" in first.said
    assert "petra@groningen.example" in first.said
    assert first.health() == well

    assert first.stop(signal.SIGKILL) == -signal.SIGKILL
    assert database.answers(place)

    second = Running(var_dir, port)
    assert second.health() == well
    assert second.stop(signal.SIGTERM) == 0

    third = Running(var_dir, port)
    assert third.health() == well
    assert third.stop(signal.SIGINT) == 0
    assert not database.answers(place)
    assert not broker.answers(place)
    assert leftovers(var_dir) == []
