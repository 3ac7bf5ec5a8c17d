"""The proxy for real use: a real Caddy with our own Caddyfile, before two small servers that say which one they are."""

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.live_web import free_port
from tests.processes import ROOT
from tests.worker import wait_for

CADDY = Path(sys.executable).with_name("caddy")
STREAM, STATE = "/casussen/2026-001/analyse/stroom/?vanaf=3", "/casussen/2026-001/analyse/stand/?vanaf=3"
EVENT = b"event: stand\ndata: {}\n\n"
PLACES = {"web:8000": "web", "live:8000": "live"}


class Answering(BaseHTTPRequestHandler):
    """Says its name; of a stream it gives one event, and the rest when the test is over."""

    protocol_version = "HTTP/1.1"
    name = ""
    over: Event

    def do_GET(self) -> None:
        streams = "/stroom/" in self.path
        self.send_response(200)
        self.send_header("X-Who", self.name)
        self.send_header("Content-Type", "text/event-stream" if streams else "text/html; charset=utf-8")
        body = EVENT if streams else b"<p>" + b"x" * 4000
        self.send_header(
            "Connection" if streams else "Content-Length", "close" if streams else str(len(body))
        )
        self.end_headers()
        self.wfile.write(body)
        if streams:
            self.wfile.flush()
            self.over.wait(30)

    def do_POST(self) -> None:
        left = int(self.headers["Content-Length"])
        while left and (part := self.rfile.read(min(left, 65536))):
            left -= len(part)
        self.do_GET()

    def log_message(self, *about: object) -> None:
        """Nothing: what Caddy writes is what counts."""


class Quiet(ThreadingHTTPServer):
    """A proxy that hangs up in the middle of something is no trouble."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing to tell."""


@contextmanager
def serving(name: str, over: Event) -> Iterator[int]:
    """The port of a small server of this name, for as long as the block lasts."""
    server = Quiet(("127.0.0.1", 0), type(name, (Answering,), {"name": name, "over": over}))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


class Proxy:
    """A running Caddy; `ports` are those of the servers behind it by name."""

    def __init__(self, place: Path, ports: dict[str, int]) -> None:
        self.port, self.log = free_port(), place / "log"
        text = (ROOT / "deploy/Caddyfile").read_text()
        for address, name in PLACES.items():
            assert address in text
            text = text.replace(address, f"127.0.0.1:{ports[name]}")
        (place / "Caddyfile").write_text(text)
        given = {
            "PUBLIC_URL": f"http://localhost:{self.port}",
            "HOME": str(place),
            "XDG_DATA_HOME": str(place),
        }
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                [CADDY, "run", "--adapter", "caddyfile", "--config", place / "Caddyfile"],
                env={**os.environ, **given, "XDG_CONFIG_HOME": str(place)}, stdout=out, stderr=out,
            )  # fmt: skip
        wait_for(self.listens, 30, "the proxy")

    def listens(self) -> bool:
        try:
            self.ask("GET", "/").close()
        except OSError:
            return False
        return True

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> HTTPResponse:
        """The answer, of which the body is still to be read."""
        asking = HTTPConnection("localhost", self.port, timeout=10)
        asking.request(method, path, body, headers)
        return asking.getresponse()

    def who(self, path: str) -> str | None:
        """Which server answered."""
        with self.ask("GET", path) as answer:
            return answer.headers["X-Who"]


@contextmanager
def proxied(place: Path, ports: dict[str, int]) -> Iterator[Proxy]:
    proxy = Proxy(place, ports)
    try:
        yield proxy
    finally:
        proxy.process.terminate()
        proxy.process.wait(20)


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    over = Event()
    with (
        serving("web", over) as web,
        serving("live", over) as live,
        proxied(tmp_path_factory.mktemp("proxy"), {"web": web, "live": live}) as proxy,
    ):
        yield proxy
        over.set()


@pytest.mark.parametrize(
    ("path", "who"),
    [
        (STREAM, "live"),
        (STATE, "live"),
        ("/casussen/2026-001/analyse/", "web"),
        ("/casussen/2026-001/analyse/woorden/", "web"),
        ("/casussen/2026-001/stroom/", "web"),
        ("/", "web"),
    ],
)
def test_what_open_boards_hear_comes_from_one_process_and_the_rest_from_the_site(
    proxy: Proxy, path: str, who: str
) -> None:
    assert proxy.who(path) == who


def test_an_event_comes_at_once_also_to_a_browser_that_takes_it_compressed(proxy: Proxy) -> None:
    with proxy.ask("GET", STREAM, **{"Accept-Encoding": "gzip, deflate, br, zstd"}) as answer:
        assert answer.headers["Content-Encoding"] is None
        assert answer.read1(1000) == EVENT


def test_a_page_is_compressed(proxy: Proxy) -> None:
    with proxy.ask("GET", "/", **{"Accept-Encoding": "gzip"}) as answer:
        assert gzip.decompress(answer.read()) == b"<p>" + b"x" * 4000


@pytest.mark.parametrize(
    ("path", "megabytes", "status"),
    [
        ("/casussen/2026-001/analyse/woorden/", 15, 200),
        ("/casussen/2026-001/analyse/woorden/", 17, 413),
        ("/casussen/2026-001/documenten/nieuw/", 40, 200),
    ],
)
def test_only_a_document_may_be_large(proxy: Proxy, path: str, megabytes: int, status: int) -> None:
    with proxy.ask("POST", path, b"x" * megabytes * 10**6) as answer:
        assert answer.status == status


def test_without_that_process_the_site_tells_what_happens(tmp_path: Path) -> None:
    over = Event()
    with serving("web", over) as web, proxied(tmp_path, {"web": web, "live": free_port()}) as proxy:
        assert (proxy.who(STATE), proxy.who(STATE)) == ("web", "web")
        over.set()


def test_when_nothing_answers_the_log_says_so_without_the_address(tmp_path: Path) -> None:
    with proxied(tmp_path, {"web": free_port(), "live": free_port()}) as proxy:
        assert proxy.who("/verhaal/geheim-van-een-gezin/") is None
        with proxy.ask("GET", "/antwoord/actie/nog-een-geheim/", Cookie="sessie=mijn-sessie") as answer:
            assert answer.status == 502
        log = proxy.log.read_text()
    assert "connection refused" in log
    for secret in ("geheim", "mijn-sessie"):
        assert secret not in log
