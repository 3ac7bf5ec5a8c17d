"""A small server that can be told to be down, to have logged one out, or to refuse."""

from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from django.conf import settings

PAGES = Path(__file__).parent / "pages"
STATIC = Path(settings.BASE_DIR) / "static"
KINDS = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css"}


@dataclass
class DraftServer:
    """Keeps what it was sent; `mood` is fine, down, logged_out or refusing."""

    url: str = ""
    mood: str = "fine"
    version: int = 1
    drafts: list[dict[str, str]] = field(default_factory=list)
    submitted: list[dict[str, str]] = field(default_factory=list)

    def answer_draft(self, fields: dict[str, str]) -> tuple[int, bytes]:
        if self.mood != "fine":
            return {"down": 503, "logged_out": 302, "refusing": 400}[self.mood], b""
        self.drafts.append(fields)
        self.version += 1
        return 200, b'{"version": "%d", "saved_at": "10:42"}' % self.version


class Handler(BaseHTTPRequestHandler):
    state: DraftServer

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        file = STATIC / path[8:] if path.startswith("/static/") else PAGES / f"{path[1:]}.html"
        body = file.read_bytes().replace(b"VERSION", b"%d" % self.state.version) if file.is_file() else b""
        self.reply(200 if body else 404, body, KINDS.get(file.suffix, "text/plain"))

    def do_POST(self) -> None:
        fields = self.read_fields()
        if self.path == "/bewaar":
            self.reply(*self.state.answer_draft(fields), "application/json")
        else:
            self.state.submitted.append(fields)
            self.reply(200, (PAGES / "klaar.html").read_bytes(), KINDS[".html"])

    def read_fields(self) -> dict[str, str]:
        raw = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if "multipart" not in self.headers["Content-Type"]:
            return {name: values[-1] for name, values in parse_qs(raw, keep_blank_values=True).items()}
        boundary = self.headers["Content-Type"].split("boundary=")[1]
        parts = [part.split("\r\n\r\n", 1) for part in raw.split(f"--{boundary}")[1:-1]]
        return {head.split('name="')[1].split('"')[0]: body[:-2] for head, body in parts}

    def reply(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        if status == 302:
            self.send_header("Location", "/inloggen")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


def handler_for(server: DraftServer) -> type[Handler]:
    return type("BoundHandler", (Handler,), {"state": server})
