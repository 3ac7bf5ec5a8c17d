"""Coming in, leaving and passwords in the trace. The pages are allauth's, so this hears of it by its signals."""

from typing import Any

from allauth.account import signals as account
from django.contrib.auth import signals as auth
from django.http import HttpRequest

from expertteam.audit.models import Outcome

from .models import User

DONE = {
    "account.logged_in": account.user_logged_in,
    "account.logged_out": auth.user_logged_out,
    "account.password_changed": account.password_changed,
    "account.password_reset": account.password_reset,
}


def listen() -> None:
    """Called once, when the app starts."""
    for event, signal in DONE.items():
        signal.connect(_hears(event), weak=False, dispatch_uid=event)
    auth.user_login_failed.connect(_failed, dispatch_uid="account.login_failed")


def _hears(event: str) -> Any:
    def heard(request: HttpRequest | None = None, user: User | None = None, **kwargs: Any) -> None:
        if request is not None and user is not None:
            _trace(event, request, user)

    return heard


def _failed(request: HttpRequest | None = None, credentials: Any = None, **kwargs: Any) -> None:
    """What was typed is not kept: it may be a password. Of an address that nobody here has only where it came from."""
    typed = str((credentials or {}).get("email", "")).strip().lower()
    if request is not None:
        _trace("account.login_failed", request, User.objects.filter(email=typed).first(), Outcome.REFUSED)


def _trace(event: str, request: HttpRequest, user: User | None, outcome: Outcome = Outcome.DONE) -> None:
    # Access and trace know the models of this app, so they can only be asked for once the apps are there.
    from expertteam.access.middleware import client_address  # noqa: PLC0415
    from expertteam.access.person import person_for  # noqa: PLC0415
    from expertteam.audit.actions import record, record_without_team  # noqa: PLC0415

    address = client_address(request)
    person = person_for(user, address=address) if user else None
    if person:
        record(person, event, outcome=outcome)
    else:
        record_without_team(event, user=user, address=address, outcome=outcome)
