"""Puts the acting person on every request, once."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .person import Person, person_for


def client_address(request: HttpRequest) -> str:
    """Network address of the browser; headers of a proxy count only as far as TRUSTED_PROXY_COUNT says."""
    hops = settings.TRUSTED_PROXY_COUNT
    if hops:
        forwarded = [
            part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()
        ]
        if len(forwarded) >= hops:
            return forwarded[-hops][:45]
    return str(request.META.get("REMOTE_ADDR") or "")[:45]


class PersonMiddleware:
    """Sets `request.person` (None for a visitor, or a user without a team)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person: Person | None = None
        if request.user.is_authenticated:
            chosen = request.session.get("team_id")
            person = person_for(request.user, team_id=chosen, address=client_address(request))
        request.person = person  # type: ignore[attr-defined]
        return self.get_response(request)
