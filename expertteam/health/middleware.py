"""Two layers around every page: the address that tells how things are, and the page for when the database is gone."""

import logging
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.core.signals import got_request_exception
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import get_template

from .state import current_state

logger = logging.getLogger(__name__)

PROCESS = "/gezond/proces/"
ADDRESSES = {"/gezond", "/gezond/", PROCESS}
RETRY_SECONDS = "10"
# Codes of PostgreSQL for: shut down, crashed, starting up, no room for more connections. Class 08 is the line itself.
GONE_CODES = {"57P01", "57P02", "57P03", "53300"}

GetResponse = Callable[[HttpRequest], HttpResponse]


class HealthMiddleware:
    """Answers GET /gezond/ before session, host check and TLS redirect: those would fail with the database.

    200 with {"database": "ok", "broker": "ok", "worker": "ok"}; 503 with "weg" at what is gone. Of /gezond/proces/
    200 as soon as this web process answers: then a proxy need not look for another one.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info not in ADDRESSES or request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        response = how_it_is(request.path_info)
        response["Cache-Control"] = "no-store"
        # Whoever asks every few seconds knows already; Django would log each 503 as an error.
        response._has_been_logged = True  # type: ignore[attr-defined]
        return response


def how_it_is(path: str) -> JsonResponse:
    """The answer at one of our addresses."""
    if path == PROCESS:
        return JsonResponse({"proces": "ok"})
    state = current_state()
    return JsonResponse(asdict(state), status=200 if state.well else 503)


class DatabaseDownMiddleware:
    """Turns an error because the database is gone into a Dutch page with status 503, wherever it arose."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 500 and getattr(request, "database_gone", False):
            return database_down_page()
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Errors of a view; None leaves any other error to Django."""
        return database_down_page() if is_gone(exception) else None


def _note_in_request(request: HttpRequest | None = None, **kwargs: Any) -> None:
    """Errors of the layers within (session, person) reach us as a finished answer; this keeps what it was."""
    error = sys.exc_info()[1]
    if request is not None and error is not None and is_gone(error):
        request.database_gone = True  # type: ignore[attr-defined]


got_request_exception.connect(_note_in_request, dispatch_uid="database-gone")


def is_gone(error: BaseException) -> bool:
    """Whether this error says that the database cannot be reached; a conflict or a time limit does not."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    code = getattr(error.__cause__, "pgcode", None)
    return code is None or code in GONE_CODES or code.startswith("08")


def database_down_page() -> HttpResponse:
    """The page itself; needs no database, no session and no person."""
    logger.error("the database cannot be reached")
    page = get_template("503.html").render()
    return HttpResponse(page, status=503, headers={"Retry-After": RETRY_SECONDS, "Cache-Control": "no-store"})
