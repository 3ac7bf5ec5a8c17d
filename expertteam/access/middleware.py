"""Puts the acting person on every request, once."""

from collections.abc import Callable
from ipaddress import ip_address
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .person import Person, person_for

READING = frozenset({"GET", "HEAD", "OPTIONS"})
WHATEVER_TEAM = frozenset({"choose_team", "account_logout"})


def client_address(request: HttpRequest) -> str:
    """Network address of the browser; headers of a proxy count only as far as TRUSTED_PROXY_COUNT says."""
    hops = settings.TRUSTED_PROXY_COUNT
    forwarded = [part for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    found = address_in(forwarded[-hops]) if hops and len(forwarded) >= hops else ""
    return found or str(request.META.get("REMOTE_ADDR") or "")[:45]


def address_in(text: str) -> str:
    """The address in `1.2.3.4`, `1.2.3.4:5678`, `::1` or `[::1]:5678`; empty for anything else."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        return str(ip_address(text))[:45]
    except ValueError:
        return ""


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

    def process_view(
        self, request: HttpRequest, view: Any, args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Refuse what is sent from a page of another team: a case there may have the same number as one here."""
        if request.method in READING or not self._of_another_team(request):
            return None
        if request.headers.get("HX-Request") or request.headers.get("X-Autosave"):
            return HttpResponse(status=403)
        return render(request, "409_team.html", status=409)

    def _of_another_team(self, request: HttpRequest) -> bool:
        person: Person | None = request.person  # type: ignore[attr-defined]
        where = request.resolver_match.url_name if request.resolver_match else ""
        if person is None or where in WHATEVER_TEAM:
            return False
        said = request.headers.get("X-Team") or request.POST.get("_team", "")
        return said not in ("", person.team.code)
