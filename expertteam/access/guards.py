"""The doors of views. A view without one fails a system check: the default is no."""

import functools
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from expertteam.accounts.models import User
from expertteam.audit.actions import record, record_without_team
from expertteam.audit.models import Outcome

from .logged_out import page_before, still_here, typed_in
from .middleware import client_address
from .person import Person
from .rules import rule

View = TypeVar("View", bound=Callable[..., HttpResponse])


class PersonRequest(HttpRequest):
    """A request behind a guard: the person is there."""

    person: Person
    htmx: Any


def to_login(request: HttpRequest) -> HttpResponse:
    """Send a visitor to the login page and back afterwards; a script gets 401 so that it keeps what was typed.

    Who sends a form after their login expired keeps what they typed, see `logged_out.py`.
    """
    if request.headers.get("HX-Request") or request.headers.get("X-Autosave"):
        return HttpResponse(status=401)
    if fields := typed_in(request):
        return still_here(request, fields)
    where = request.get_full_path() if request.method == "GET" else page_before(request)
    return HttpResponseRedirect(reverse("account_login") + "?" + urlencode({REDIRECT_FIELD_NAME: where}))


def refuse(person: Person, rule_name: str, case_number: str = "") -> None:
    """Trace a refusal and raise PermissionDenied (403)."""
    record(
        person,
        "access.refused",
        case_number=case_number,
        outcome=Outcome.REFUSED,
        details={"rule": rule_name},
    )
    raise PermissionDenied


def page(rule_name: str) -> Callable[[View], View]:
    """Guard of a page of the team: the person must have the named right in their team."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def guarded(request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.person is None:
                return to_login(request) if not request.user.is_authenticated else no_team(request)
            if not request.person.may(rule_name):
                refuse(request.person, rule_name)
            return view(request, *args, **kwargs)

        return mark(never_cache(guarded), f"page:{rule_name}")

    return decorate


def no_team(request: HttpRequest) -> HttpResponse:
    """Somebody with a login but without a team sees nothing at all."""
    user = request.user if isinstance(request.user, User) else None
    record_without_team("access.refused", user=user, address=client_address(request), outcome=Outcome.REFUSED)
    raise PermissionDenied


def member(view: View) -> View:
    """Guard of a page every member of a team may see, whatever their role."""

    @functools.wraps(view)
    def guarded(request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.person is None:
            return to_login(request) if not request.user.is_authenticated else no_team(request)
        return view(request, *args, **kwargs)

    return mark(never_cache(guarded), "member")


def public(reason: str) -> Callable[[View], View]:
    """Mark a page that anybody may see, with the reason why."""

    def decorate(view: View) -> View:
        return mark(view, f"public:{reason}")

    return decorate


def mark(view: Any, guard: str) -> Any:
    """Put the guard's name on the view, for the system check and the access matrix."""
    view.guard = guard
    rule_name = guard.partition(":")[2]
    if guard.startswith(("page:", "case:")):
        view.rule = lambda: rule(rule_name)
    return view
