"""Looking at, asking and ending processes by their number, without mistaking another program for ours."""

import contextlib
import os
import signal
import time
from pathlib import Path


def command_line(number: int) -> list[str]:
    """Words of the command of a living process; empty when it is gone or a zombie."""
    try:
        return Path(f"/proc/{number}/cmdline").read_bytes().decode(errors="replace").split("\0")[:-1]
    except OSError:
        return []


def belongs_to(number: int, word: str) -> bool:
    """Whether the process lives and has this word in its command: numbers are used again after a while."""
    return number > 0 and any(word in part for part in command_line(number))


def processes_of(user: int) -> list[int]:
    """Process ids of everything that runs under this user."""
    found = []
    for folder in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if folder.name.isdigit() and folder.stat().st_uid == user:
                found.append(int(folder.name))
    return found


def signal_group(number: int, kind: signal.Signals) -> None:
    """Signal a process of ours with everything it started; nothing happens when all of it is gone."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(number, kind)


def end(number: int, word: str, seconds: float) -> None:
    """Ask a process of ours to stop, and kill it when it has not after so many seconds."""
    for kind, patience in ((signal.SIGTERM, seconds), (signal.SIGKILL, 5.0)):
        if not belongs_to(number, word):
            return
        os.kill(number, kind)
        deadline = time.monotonic() + patience
        while belongs_to(number, word) and time.monotonic() < deadline:
            time.sleep(0.05)
