"""Asking for a new password: the same work whoever asks, so that nobody can measure who has an account here."""

from typing import Any

from allauth.account.forms import ResetPasswordForm
from django.http import HttpRequest

from expertteam.mail.actions import queue_mail
from expertteam.mail.models import ACCOUNT_KIND


class AskNewPassword(ResetPasswordForm):
    """Puts the question in the outbox without looking whether the address is known: the worker does that."""

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        return email

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        email: str = self.cleaned_data["email"]
        queue_mail(team=None, to=email, kind=ACCOUNT_KIND)
        return email
