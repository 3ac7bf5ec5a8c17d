"""What went wrong, without the values it went wrong with: logs may hold no names, no texts of a case, no secrets."""

import logging
import re
import traceback
from typing import Any

from django.db import Error
from psycopg2 import Error as DriverError  # type: ignore[import-untyped]

CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"
# Class 22 of PostgreSQL («data exception») repeats the value in the sentence itself.
REPEATS_VALUE = "22"

HIDDEN = "…"
# The pages that open by their address alone; a test walks the addresses of the site and finds one that is missing.
OPENS_A_PAGE = re.compile(r"/(verhaal|antwoord/[a-z-]+|wachtwoord/nieuw)/[^/\n\"'<>]+")
# Keys of drafts, files and registers, and whatever else is as long as a secret.
LIKE_A_KEY = re.compile(
    r"/(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Za-z0-9_-]{32,})(?=[/\s?#\"'>,)]|$)"
)
# After the question mark stand search terms, states of a single sign-on, and addresses to go on to.
ASKED = re.compile(r"(/[^\s?\"'<>]*)\?[^\s\"'<>]+")
MAIL_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def masked(text: str) -> str:
    """The same text without what is secret in an address: tokens, keys, all that follows «?»; and no mail addresses."""
    text = OPENS_A_PAGE.sub(rf"/\1/{HIDDEN}", text)
    text = ASKED.sub(rf"\1?{HIDDEN}", text)
    return MAIL_ADDRESS.sub(f"{HIDDEN}@{HIDDEN}", LIKE_A_KEY.sub(f"/{HIDDEN}", text))


class WithoutValues(logging.Formatter):
    """Formats like any formatter, but of an error of the database it tells only its kind and its constraint.

    PostgreSQL adds the whole row («Failing row contains …») and the statement with all that was typed. Secrets in an
    address are masked, wherever in the line or the traceback they stand.
    """

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))

    def formatException(self, ei: Any) -> str:  # noqa: N802
        return "".join(told(ei[1])).rstrip("\n") if ei[1] else ""


def told(error: BaseException, seen: frozenset[int] = frozenset()) -> list[str]:
    """The lines of a traceback, the errors behind it first."""
    lines: list[str] = []
    behind = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if behind is not None and id(behind) not in seen:
        lines += [*told(behind, seen | {id(error)}), CAUSE if error.__cause__ else CONTEXT]
    if error.__traceback__ is not None:
        lines += ["Traceback (most recent call last):\n", *traceback.format_tb(error.__traceback__)]
    return [*lines, *_last_lines(error)]


def _last_lines(error: BaseException) -> list[str]:
    if not isinstance(error, Error | DriverError):
        return traceback.format_exception_only(error)
    of_driver = error.__cause__ if isinstance(error.__cause__, DriverError) else error
    return [f"{type(error).__module__}.{type(error).__qualname__}: {_said(of_driver)}\n"]


def _said(error: BaseException) -> str:
    """Code, constraint and first sentence; without a code it never came to a statement, and the line itself is told."""
    diagnosis, code = getattr(error, "diag", None), str(getattr(error, "pgcode", None) or "")
    if not code:
        return str(error).partition("\n")[0]
    constraint = getattr(diagnosis, "constraint_name", None)
    sentence = None if code.startswith(REPEATS_VALUE) else getattr(diagnosis, "message_primary", None)
    return " ".join(str(word) for word in (code, constraint, sentence) if word)
