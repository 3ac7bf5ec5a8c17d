"""Accounts are made by the team, never by visitors."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from expertteam.access.middleware import client_address


class ClosedAccountAdapter(DefaultAccountAdapter):
    """Sign-up is closed; a functional administrator makes accounts."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "Dit e-mailadres en wachtwoord horen niet bij elkaar. Probeer het nog eens.",  # nosec B105
        "enter_current_password": "Typ je wachtwoord van nu.",  # nosec B105
        "too_many_login_attempts": "Te vaak geprobeerd. Wacht vijf minuten en probeer het dan opnieuw.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """The e-mail address is the name: there is no user name to fill."""

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """Told at the door itself, and only to who knows the password."""
        return render(request, "account/account_inactive.html", status=403)

    def get_client_ip(self, request: HttpRequest) -> str:
        """Whose attempts are counted: the address that stands in the trace, not that of our own proxy."""
        return client_address(request)
