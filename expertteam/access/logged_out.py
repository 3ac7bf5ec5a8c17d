"""A form that was sent after the login expired: nothing typed is lost (screens.md, «Rules for every screen»)."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme

# Made by the page itself; the page that keeps the text has its own.
NOT_TYPED = frozenset({"csrfmiddlewaretoken", "_team"})


def typed_in(request: HttpRequest) -> list[tuple[str, str]]:
    """Name and value of everything a form sent; empty for anything that is no form, or has nothing in it."""
    if request.method != "POST":
        return []
    given = [(name, value) for name, values in request.POST.lists() for value in values]
    kept = [(name, value) for name, value in given if name not in NOT_TYPED]
    return [*kept, *[("_team", request.POST["_team"])]] if kept and "_team" in request.POST else kept


def still_here(request: HttpRequest, fields: list[tuple[str, str]]) -> HttpResponse:
    """A page that holds what was sent, to be sent again after logging in elsewhere; status 401.

    It goes back to the browser that sent it and is kept nowhere.
    """
    context = {"fields": fields, "with_files": bool(request.FILES)}
    response = render(request, "401.html", context, status=401)
    add_never_cache_headers(response)
    return response


def page_before(request: HttpRequest) -> str:
    """The page of this site from which something was sent, or the address itself."""
    before = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(before, allowed_hosts={request.get_host()}):
        return request.path
    came = urlsplit(before)
    if not came.path:
        return request.path
    return f"{came.path}?{came.query}" if came.query else came.path
