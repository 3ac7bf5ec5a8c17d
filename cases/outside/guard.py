"""The door of pages for people without an account: a link, and a code where that was asked."""

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import add_never_cache_headers

from expertteam.access.command_line import history_of, somebody_with_a_link
from expertteam.access.guards import public
from expertteam.access.middleware import client_address

from .actions import trace
from .codes import ask_code, back_to, code_given, forget, typed_before
from .languages import choose_language, language_of
from .models import OutsideLink
from .pages import outside_render
from .purposes import purpose_called
from .tokens import hash_of, is_token

OutsideView = Callable[..., HttpResponse]
CLOSE = "sluiten"
"""The field of POST with which somebody closes the page in this browser."""
SHOWN_AGAIN = frozenset({409, 422})
# The address holds a secret. «no-referrer» would be stricter, but then browsers send `Origin: null` with a form and
# it is refused; with this one no address ever goes along either, only the name of the site.
REFERRER = "strict-origin"


def outside_page(purpose: str) -> Callable[[OutsideView], OutsideView]:
    """Guard of a page for who has a link for `purpose`; the view gets `(request, link)`.

    `link.case` and `link.by` (who acts, for actions) are there. Whoever has no link that works reads why. Looking
    (GET) changes nothing, so a mail scanner may; it leaves a line in the trace.
    """

    def decorate(view: OutsideView) -> OutsideView:
        @functools.wraps(view)
        def guarded(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
            response = enter(request, purpose, token, functools.partial(view, **kwargs))
            add_never_cache_headers(response)
            response["Cache-Control"] = "no-store, private"
            response["Referrer-Policy"] = REFERRER
            response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
            return response

        return public("iemand zonder account, met een link die van de inhoud maar één ding opent")(guarded)

    return decorate


def enter(request: HttpRequest, purpose: str, token: str, view: OutsideView) -> HttpResponse:
    """The page itself, or what stands in the way."""
    link = find(purpose, token)
    if link is None:
        return outside_render(request, None, "cases/outside/closed.html", {"why": "unknown"}, status=404)
    link.by = somebody_with_a_link(link.case.team, client_address(request))
    if link.is_open and choose_language(request, link) and not typed_before(request):
        return back_to(request)
    with translation.override(language_of(link)):
        return within(request, link, view)


def within(request: HttpRequest, link: OutsideLink, view: OutsideView) -> HttpResponse:
    """The same for a link there is, in the language of its page."""
    if not link.is_open:
        why = "withdrawn" if link.withdrawn_at else "expired"
        return outside_render(request, link, "cases/outside/closed.html", {"why": why}, status=410)
    if link.answered_at and not purpose_called(link.purpose).again:
        return outside_render(request, link, "cases/outside/answered.html")
    if link.needs_code and (asked := at_the_code(request, link)):
        return asked
    with history_of(link.by):
        response = view(request, link)
    # A form that comes back shows the page as well, also to who never opened it.
    if request.method == "GET" or (request.method == "POST" and response.status_code in SHOWN_AGAIN):
        trace(link.by, link, "outside.page_read")
    return response


def at_the_code(request: HttpRequest, link: OutsideLink) -> HttpResponse | None:
    """What stands in the way of a page with a code; None when the code was given."""
    if request.method == "POST" and CLOSE in request.POST:
        forget(request, link)
        return ask_code_again(request, link)
    return None if code_given(request, link) else ask_code(request, link)


def ask_code_again(request: HttpRequest, link: OutsideLink) -> HttpResponse:
    """The page was closed in this browser; it says so."""
    return outside_render(
        request, link, "cases/outside/code.html", {"closed": True, "locked": link.is_locked}
    )


def find(purpose: str, token: str) -> OutsideLink | None:
    """The link with this token for this purpose; found by its hash, compared in constant time."""
    links = OutsideLink.objects.select_related("case__team", "case__young_person", "case__owner")
    link = links.filter(purpose=purpose, token_hash=hash_of(token)).first()
    return link if link and is_token(token, link.token_hash) else None
