"""A clamd of our own on a real socket: it reads the INSTREAM command as the real one does."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIGNATURE = b"EICAR"


def read(connection: socket.socket, size: int) -> bytes:
    got = b""
    while len(got) < size and (more := connection.recv(size - len(got))):
        got += more
    return got


class Clamd:
    """`seen` holds the sizes of what was scanned; `answer` overrules the verdict."""

    def __init__(self, path: Path) -> None:
        self.seen: list[int] = []
        self.answer = b""
        self.address = f"unix:{path}"
        self.listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.listener.bind(str(path))
        self.listener.listen()

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection:
                self.scan(connection)

    def scan(self, connection: socket.socket) -> None:
        assert read(connection, 10) == b"zINSTREAM\0"
        content = b""
        while size := struct.unpack(">I", read(connection, 4))[0]:
            content += read(connection, size)
        self.seen.append(len(content))
        verdict = b"stream: Eicar-Test-Signature FOUND" if SIGNATURE in content else b"stream: OK"
        connection.sendall((self.answer or verdict) + b"\0")


@contextmanager
def clamd_at(path: Path) -> Iterator[Clamd]:
    """A scanner that answers until the block ends."""
    clamd = Clamd(path)
    thread = threading.Thread(target=clamd.serve, daemon=True)
    thread.start()
    try:
        yield clamd
    finally:
        clamd.listener.shutdown(socket.SHUT_RDWR)
        clamd.listener.close()
        thread.join(timeout=10)
