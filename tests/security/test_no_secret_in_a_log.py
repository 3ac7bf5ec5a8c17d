"""An address can be a key: no token, search term or signed link ever stands in a log."""

import io
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.http import HttpRequest
from django.test import Client, override_settings
from django.urls import URLPattern, get_resolver, path

from cases.outside.tokens import new_readable_token, new_token
from expertteam.access.guards import public
from expertteam.audit.plain_logs import WithoutValues, masked
from tests.live_web import Web
from tests.processes import ROOT, database_address
from tests.worker import wait_for

TOKEN, READABLE = new_token(), new_readable_token()
SHAPES = pytest.mark.parametrize("token", [TOKEN, READABLE], ids=["token", "readable token"])
"""With names of their own: what is drawn anew in every process is no name for a test."""
SECRET_NAMES = {"token", "key", "uidb36"}
UUID_SHAPE = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
PLAIN_KEYS = {"day_list"}
"""`vandaag/<key>/` is the name of a list."""


@contextmanager
def written() -> Iterator[io.StringIO]:
    """What the site writes, through the formatter of its own settings, of every level."""
    line, out = settings.LOGGING["formatters"]["line"], io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(WithoutValues(line["format"], style=line["style"]))
    names = ("", "django.request", "django.security.csrf", "django.security")
    levels = {name: logging.getLogger(name).level for name in names}
    logging.getLogger().addHandler(handler)
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    try:
        yield out
    finally:
        logging.getLogger().removeHandler(handler)
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


def routes(patterns: Any, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in patterns:
        if isinstance(one, URLPattern):
            yield before + str(one.pattern), one
        else:
            yield from routes(one.url_patterns, before + str(one.pattern))


def with_a_secret() -> list[tuple[str, str]]:
    """Every address of the site that holds a token or key, with one filled in; and that one."""
    found = []
    for route, pattern in routes(get_resolver().url_patterns):
        names = set(pattern.pattern.converters) | set(pattern.pattern.regex.groupindex)
        if not names & SECRET_NAMES or pattern.name in PLAIN_KEYS:
            continue
        secret = str(uuid4()) if "<uuid:" in route else TOKEN
        address = re.sub(r"\(\?P<\w+>[^)]*\)", secret, route.strip("^").replace("/$", "/"))
        found.append(("/" + re.sub(r"<\w+:\w+>", secret, address), secret))
    return found


def without_the_secret(part: object) -> str:
    return re.sub(f"{TOKEN}|{UUID_SHAPE}", "…", str(part))


@pytest.mark.parametrize(("address", "secret"), with_a_secret(), ids=without_the_secret)
def test_every_address_with_a_key_is_masked(address: str, secret: str) -> None:
    assert secret in address
    for line in (
        f"Forbidden: {address}",
        f"<ASGIRequest: POST '{address}?stap=2'>",
        f"({address!r},) failed",
    ):
        assert secret not in masked(line)


def test_the_pages_for_who_has_no_account_are_among_them() -> None:
    found = [address for address, _ in with_a_secret() if address.startswith(("/verhaal/", "/antwoord/"))]
    assert len(found) >= 5


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Not Found: /verhaal/abcd-efgh-jkmn-pqrs/", "Not Found: /verhaal/…/"),
        ("Not Found: /verhaal/abcd efgh", "Not Found: /verhaal/…"),
        ("<ASGIRequest: GET '/casussen/?q=Oosterhuis'>", "<ASGIRequest: GET '/casussen/?…'>"),
        ("GET /inloggen/?next=/verhaal/abcd-efgh/ HTTP/1.1", "GET /inloggen/?… HTTP/1.1"),
        ("refused: {'anja@thuis.test': (550, b'no')}", "refused: {'…@…': (550, b'no')}"),
        ("Not Found: /casussen/2026-007/analyse/", "Not Found: /casussen/2026-007/analyse/"),
        ('File "/app/cases/outside/guard.py", line 12', 'File "/app/cases/outside/guard.py", line 12'),
    ],
)
def test_what_is_masked_and_what_is_not(line: str, kept: str) -> None:
    assert masked(line) == kept


@public("toets")
def falls_over(request: HttpRequest, token: str) -> None:
    raise RuntimeError(f"{request!r} could not be answered for {request.get_full_path()}")


class Urls:
    """The address of a party, with a page behind it that falls over."""

    urlpatterns = [path("verhaal/<str:token>/", falls_over)]
    handler500 = "django.views.defaults.server_error"


@SHAPES
def test_a_page_that_falls_over_does_not_tell_its_address(token: str) -> None:
    client = Client(raise_request_exception=False)
    with override_settings(ROOT_URLCONF=Urls), written() as log:
        client.get(f"/verhaal/{token}/?code=123456")
    assert "falls_over" in log.getvalue() and "RuntimeError" in log.getvalue()
    assert token not in log.getvalue() and "123456" not in log.getvalue()


@pytest.mark.django_db
@SHAPES
def test_nor_does_a_refused_form_or_a_link_that_does_not_exist(token: str) -> None:
    client = Client(enforce_csrf_checks=True)
    with written() as log:
        assert client.post(f"/verhaal/{token}/", {"code": "123456"}).status_code == 403
        assert client.get(f"/antwoord/actie/{token}/").status_code == 404
        assert client.get(f"/verhaal/{token}/weg/").status_code == 404
    assert "Forbidden" in log.getvalue() and "Not Found" in log.getvalue()
    assert token not in log.getvalue()


class Loud(Web):
    """A web process with everything a server can write switched on, its list of requests too."""

    def __init__(self, log: Path) -> None:
        self.log = log
        super().__init__()

    def start(self) -> None:
        words = ["uvicorn", "expertteam.asgi:application", "--port", str(self.port), "--access-log"]
        words += ["--log-level", "debug", "--lifespan", "off", "--timeout-graceful-shutdown", "1"]
        given = {"DJANGO_SETTINGS_MODULE": "expertteam.settings.test", "DATABASE_URL": database_address()}
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *words], cwd=ROOT, env={**os.environ, **given},
                stdout=out, stderr=out, start_new_session=True,
            )  # fmt: skip
        wait_for(self.answers, 60, "the web process")


@pytest.mark.worker
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_real_server_writes_no_key_either(tmp_path: Path) -> None:
    web = Loud(tmp_path / "log")
    try:
        for method, address in (
            ("POST", f"/verhaal/{TOKEN}/"),
            ("GET", f"/verhaal/{READABLE}/"),
            ("GET", f"/antwoord/leiding/{TOKEN}/?q=Oosterhuis"),
            ("POST", f"/wachtwoord/nieuw/1a-{TOKEN}/"),
        ):
            asking = HTTPConnection("127.0.0.1", web.port, timeout=30)
            asking.request(method, address, body=b"code=123456" if method == "POST" else None)
            asking.getresponse().read()
            asking.close()
    finally:
        web.stop()
    text = web.log.read_text()
    assert "Forbidden" in text, "what goes wrong is told"
    for secret in (TOKEN, READABLE, "Oosterhuis", "123456"):
        assert secret not in text


def test_whatever_server_runs_it_keeps_no_list_of_requests() -> None:
    """Also when somebody starts it without the switch that says so."""
    assert settings.LOGGING["loggers"]["uvicorn.access"] == {"handlers": [], "propagate": False}
    proxy = (ROOT / "deploy/Caddyfile").read_text()
    assert "request>uri delete" in proxy and "request>headers delete" in proxy
