"""Web and worker as child processes of the launcher: started, kept going, and ended with all they started."""

import contextlib
import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .processes import end, processes_of, signal_group
from .session import base_dir
from .speech import EmbeddedError, complain

RESTART_AFTER = 3.0
# A child that lives shorter than this did not really start.
SHORT_LIFE = 15.0
MOST_SHORT_LIVES = 3
STOP_SECONDS = 12.0

_libc = ctypes.CDLL(None)
_PR_SET_PDEATHSIG = 1


def _die_with_parent() -> None:
    """Asks the kernel to end this child when the launcher is killed, so that no orphan keeps the port."""
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Child:
    """One long-running program; `mark` is the word by which its command is recognised."""

    name: str
    module: Sequence[str]
    mark: str
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    died: float = 0.0
    short_lives: int = field(default=0)

    def start(self) -> None:
        # Running as root is the choice of who started us; Celery would warn about it at every start.
        command = [sys.executable, "-W", "ignore::UserWarning:celery.platforms", "-m", *self.module]
        self.process = subprocess.Popen(
            command,
            cwd=base_dir(),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_parent,
        )
        self.started, self.died = time.monotonic(), 0.0

    def tend(self) -> None:
        """Start again what fell over, a moment later. Raises EmbeddedError when it keeps falling over."""
        if self.process is None or self.process.poll() is None:
            return
        now = time.monotonic()
        if not self.died:
            self._note_death(self.process, now)
        elif now - self.died >= RESTART_AFTER:
            self.start()

    def _note_death(self, process: subprocess.Popen[bytes], now: float) -> None:
        signal_group(process.pid, signal.SIGKILL)
        self.died = now
        self.short_lives = self.short_lives + 1 if now - self.started < SHORT_LIFE else 0
        if self.short_lives >= MOST_SHORT_LIVES:
            raise EmbeddedError(f"{self.name} stopt steeds meteen weer; de reden staat hierboven.")
        complain(f"{self.name} is gestopt (code {process.returncode}) en wordt opnieuw gestart.")

    def ask_to_stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)

    def wait_stopped(self, deadline: float) -> None:
        """Wait until it is gone; after the deadline it is killed with all it started."""
        if self.process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(max(0.1, deadline - time.monotonic()))
        signal_group(self.process.pid, signal.SIGKILL)
        self.process.wait()


def web(host: str, port: int) -> Child:
    """The web server. It believes no proxy and writes no request log: addresses can hold personal data."""
    words = ["uvicorn", "expertteam.asgi:application", "--host", host, "--port", str(port)]
    words += ["--timeout-graceful-shutdown", "3", "--no-access-log", "--log-level", "warning"]
    words += ["--no-proxy-headers", "--no-server-header", "--lifespan", "off"]
    return Child("De website", words, "expertteam.asgi:application")


def worker(var: Path) -> Child:
    """The worker, with the clock for recurring work in it; the clock starts anew each time."""
    for left in var.glob("celerybeat-schedule*"):
        left.unlink()
    words = ["celery", "--quiet", "-A", "expertteam", "worker", "--beat", "--concurrency", "2"]
    words += ["--schedule", str(var / "celerybeat-schedule"), "--loglevel", "WARNING"]
    words += ["--without-gossip", "--without-mingle"]
    return Child("De werker", words, str(var / "celerybeat-schedule"))


def stop_all(children: Sequence[Child]) -> None:
    """Stop all children, all at the same time."""
    for child in children:
        child.ask_to_stop()
    deadline = time.monotonic() + STOP_SECONDS
    for child in children:
        child.wait_stopped(deadline)


def remember(children: Sequence[Child], record: Path) -> None:
    """Write down the numbers of the children, for a start after this launcher was killed."""
    found = {str(child.process.pid): child.mark for child in children if child.process}
    draft = record.with_suffix(".new")
    draft.write_text(json.dumps(found))
    draft.replace(record)


def end_leftovers(record: Path) -> None:
    """End what a killed launcher left behind, so that its port and its jobs are free again."""
    if not record.exists():
        return
    for number, mark in json.loads(record.read_text()).items():
        end(int(number), mark, seconds=STOP_SECONDS)
        _end_group(int(number), mark)
    record.unlink()


def _end_group(number: int, mark: str) -> None:
    """A killed worker may leave helpers; they carry its command and its group."""
    for member in processes_of(os.geteuid()):
        if _in_group(member, number):
            end(member, mark, seconds=1.0)


def _in_group(number: int, group: int) -> bool:
    try:
        return os.getpgid(number) == group
    except ProcessLookupError:
        return False
