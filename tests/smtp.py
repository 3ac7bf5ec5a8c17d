"""A mail server for tests: takes mail, remembers it, and can keep everybody waiting at the door."""

import contextlib
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class MailServer(socketserver.ThreadingTCPServer):
    """Listens on a free port of this computer. `door.clear()`: nobody is greeted until `door.set()`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Visit)
        self.door = threading.Event()
        self.door.set()
        self.visits = 0
        self.messages: list[str] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class Visit(socketserver.StreamRequestHandler):
    """One connection: just enough of RFC 5321 for smtplib."""

    server: MailServer

    def handle(self) -> None:
        self.server.visits += 1
        self.server.door.wait(60)
        self.say("220 toets")
        while words := self.rfile.readline().decode().strip():
            verb = words.split()[0].upper()
            if verb == "DATA":
                self.say("354 ga door")
                self.server.messages.append(self.read_message())
            self.say("221 dag" if verb == "QUIT" else "250 goed")
            if verb == "QUIT":
                return

    def read_message(self) -> str:
        lines = []
        while (line := self.rfile.readline().decode().rstrip("\r\n")) != ".":
            lines.append(line)
        return "\n".join(lines)

    def say(self, words: str) -> None:
        with contextlib.suppress(OSError):  # who was killed hears nothing
            self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def a_mail_server() -> Iterator[MailServer]:
    """A mail server for as long as the block lasts."""
    with MailServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.door.set()
            server.shutdown()
            thread.join()
