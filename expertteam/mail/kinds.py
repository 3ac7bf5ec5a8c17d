"""The kinds of mail: a folder of templates each, and what is looked up at the very moment of sending."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.template.loader import get_template, render_to_string

from .models import OutgoingMail

Context = dict[str, Any]
Fill = Callable[[OutgoingMail], Context | None]

_fills: dict[str, Fill] = {}


def register_kind(kind: str, fill: Fill) -> None:
    """Say what a kind of mail looks up when it goes.

    `fill(mail)` gives what the template finds besides `mail.about` and `team`; None means that the mail is not needed
    any more (it was done meanwhile, the case was closed, consent was withdrawn), and nothing is sent. Secret links are
    made here: so they stand in no table. It may be called again when the mail server was away.
    """
    _fills[kind] = fill


def fill(mail: OutgoingMail) -> Context | None:
    """Everything the templates of this mail may use, or None when it need not go any more."""
    found = _fills[mail.kind](mail) if mail.kind in _fills else {}
    return None if found is None else {"team": mail.team, **mail.about, **found}


def check_kind(kind: str) -> None:
    """TemplateDoesNotExist when a kind has no templates: better when it is queued than at night."""
    for name in ("subject.txt", "text.txt"):
        get_template(f"emails/{kind}/{name}")


def subject_of(kind: str, context: Context) -> str:
    """The subject on one line; it stands in the outbox, so it may hold nothing of a case."""
    return " ".join(render_to_string(f"emails/{kind}/subject.txt", context).split())[:200]


def text_of(kind: str, context: Context) -> str:
    """The text; the only place where a link may stand."""
    return render_to_string(f"emails/{kind}/text.txt", context).strip() + "\n"


def absolute(path: str) -> str:
    """The address of a page as it must stand in a mail."""
    return str(settings.PUBLIC_URL).rstrip("/") + path
