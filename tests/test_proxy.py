"""The proxy for real use: a real Caddy with our own Caddyfile, before two small servers that say which one they are."""

import gzip
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.processes import ROOT, free_port
from tests.worker import wait_for

CADDY = Path(sys.executable).with_name("caddy")
STREAM, STATE = "/casussen/2026-001/analyse/stroom/?vanaf=3", "/casussen/2026-001/analyse/stand/?vanaf=3"
EVENT = b"event: stand\ndata: {}\n\n"
PLACES = {"web:8000": "web", "live:8000": "live"}
# What it waits for takes seconds; here not.
HURRIED = {
    "health_interval 5s": "health_interval 200ms",
    "health_timeout 3s": "health_timeout 300ms",
    "fail_duration 5s": "fail_duration 200ms",
}


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
        self.send_header(*(("Connection", "close") if streams else ("Content-Length", str(len(body)))))
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
def serving(name: str, port: int = 0) -> Iterator[int]:
    """The port of a small server of this name, for as long as the block lasts."""
    over = Event()
    server = Quiet(("127.0.0.1", port), type(name, (Answering,), {"name": name, "over": over}))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        over.set()
        server.shutdown()
        server.server_close()


@contextmanager
def silent(room: int) -> Iterator[int]:
    """The port of something that says nothing; with no `room` left it does not even take up."""
    with socket.create_server(("127.0.0.1", 0), backlog=room) as server, ExitStack() as waiting:
        port = server.getsockname()[1]
        for _ in range(0 if room else 3):
            caller = waiting.enter_context(socket.socket())
            caller.setblocking(False)
            caller.connect_ex(("127.0.0.1", port))
        yield port


class Proxy:
    """Caddy with our Caddyfile; `ports` are those of the servers behind it by name."""

    def __init__(self, place: Path, ports: dict[str, int]) -> None:
        self.port, self.log = free_port(), place / "log"
        text = (ROOT / "deploy/Caddyfile").read_text()
        there = {address: f"127.0.0.1:{ports[name]}" for address, name in PLACES.items()}
        for told, instead in {**there, **HURRIED}.items():
            assert told in text
            text = text.replace(told, instead)
        (place / "Caddyfile").write_text(text)
        homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(place))
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                [CADDY, "run", "--adapter", "caddyfile", "--config", place / "Caddyfile"],
                env={**os.environ, **homes, "PUBLIC_URL": f"http://localhost:{self.port}"},
                stdout=out, stderr=out,
            )  # fmt: skip

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
        wait_for(proxy.listens, 30, "the proxy")
        yield proxy
    finally:
        proxy.process.terminate()
        proxy.process.wait(20)


@contextmanager
def with_live_at(port: int, place: Path) -> Iterator[Proxy]:
    """The site works; what tells open boards what happens is at that port, or should be."""
    with serving("web") as web, proxied(place, {"web": web, "live": port}) as proxy:
        yield proxy


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    with serving("live") as live, with_live_at(live, tmp_path_factory.mktemp("proxy")) as proxy:
        yield proxy


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


def test_what_runs_behind_it_is_not_told(proxy: Proxy) -> None:
    with proxy.ask("GET", "/") as answer:
        assert answer.headers["Server"] is None


def test_without_that_process_the_site_tells_what_happens_until_it_is_back(tmp_path: Path) -> None:
    port = free_port()
    with with_live_at(port, tmp_path) as proxy:
        assert (proxy.who(STATE), proxy.who(STATE)) == ("web", "web")
        with serving("live", port):
            wait_for(lambda: proxy.who(STATE) == "live", 30, "the process that tells")


def test_also_when_it_does_not_take_up(tmp_path: Path) -> None:
    with silent(0) as port, with_live_at(port, tmp_path) as proxy:
        assert proxy.who(STATE) == "web"


def test_also_when_it_takes_up_and_says_nothing(tmp_path: Path) -> None:
    with silent(50) as port, with_live_at(port, tmp_path) as proxy:
        wait_for(lambda: f"127.0.0.1:{port}" in proxy.log.read_text(), 30, "the proxy to notice")
        assert proxy.who(STATE) == "web"


@pytest.mark.parametrize("path", ["/antwoord/actie/geheim-van-een-gezin/", f"{STATE}&tab=geheim-van-een-tab"])
def test_when_nothing_answers_the_log_says_so_without_the_address(path: str, tmp_path: Path) -> None:
    with proxied(tmp_path, {"web": free_port(), "live": free_port()}) as proxy:
        with proxy.ask("GET", path, Cookie="sessie=mijn-sessie", Referer="/verhaal/geheim/") as answer:
            assert answer.status in (502, 503)
        log = proxy.log.read_text()
    assert "connection refused" in log
    for secret in ("geheim", "mijn-sessie", "2026-001"):
        assert secret not in log
