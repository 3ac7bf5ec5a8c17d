"""Locks between processes. The kernel lets go when a process dies: a killed one leaves no lock behind."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the lock alone; waits for whoever has it."""
    handle = _open(path)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


class Usage:
    """A shared lock that every user of the services holds; the last one to leave finds itself alone."""

    def __init__(self, path: Path) -> None:
        self._handle = _open(path)
        fcntl.flock(self._handle, fcntl.LOCK_SH)

    def alone(self) -> bool:
        """Give up our share and try for the whole; True when nobody else uses the services now."""
        return _try_exclusive(self._handle)

    def close(self) -> None:
        os.close(self._handle)


class Claim:
    """An exclusive claim that carries the process id of its holder, for `make run`."""

    def __init__(self, path: Path) -> None:
        self._handle = _open(path)
        self.mine = _try_exclusive(self._handle)
        if self.mine:
            os.ftruncate(self._handle, 0)
            os.pwrite(self._handle, str(os.getpid()).encode(), 0)

    def holder(self) -> int:
        """Process id of who holds the claim, 0 when unknown."""
        text = os.pread(self._handle, 20, 0).decode()
        return int(text) if text.isdigit() else 0

    def close(self) -> None:
        os.close(self._handle)


def _try_exclusive(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
