"""The code of a page, and for how long a browser may do without typing it again."""

import time

from django.http import HttpRequest, HttpResponse

from .actions import try_code
from .languages import CHOSEN
from .models import OutsideLink
from .pages import outside_render
from .tokens import hash_of

OPENED = "outside_codes"
CODE_SECONDS = 60 * 60
"""How long a browser in which nothing happens keeps the page open: it may be a computer that others use too."""
STAMPED_AGAIN = 5 * 60
NOT_KEPT = frozenset({"csrfmiddlewaretoken", "code", CHOSEN})


def code_given(request: HttpRequest, link: OutsideLink) -> bool:
    """Whether this browser gave the code of now, and was here within the hour."""
    known = request.session.get(OPENED, {}).get(str(link.pk))
    if not isinstance(known, list) or known[0] != hash_of(link.code_hash):
        return False
    silent = time.time() - known[1]
    if 0 <= silent < CODE_SECONDS:
        if silent > STAMPED_AGAIN:
            remember(request, link)
        return True
    return False


def let_in(request: HttpRequest, link: OutsideLink) -> None:
    """The code was right: from now on under a new key, so that nobody who knew the old one comes in along."""
    request.session.cycle_key()
    remember(request, link)


def remember(request: HttpRequest, link: OutsideLink) -> None:
    """This browser gave the code, and something happened in it now."""
    opened = request.session.get(OPENED, {})
    request.session[OPENED] = {**opened, str(link.pk): [hash_of(link.code_hash), int(time.time())]}


def forget(request: HttpRequest, link: OutsideLink) -> None:
    """Close the page in this browser: the next one must type the code."""
    opened = request.session.get(OPENED, {})
    request.session[OPENED] = {pk: value for pk, value in opened.items() if pk != str(link.pk)}


def typed_before(request: HttpRequest) -> list[tuple[str, str]]:
    """What was sent when the code had run out: it stays in the page, and goes along with the code."""
    if request.method != "POST":
        return []
    return [(name, text) for name, texts in request.POST.lists() if name not in NOT_KEPT for text in texts]


def back_to(request: HttpRequest) -> HttpResponse:
    """To the same page by GET, so that nothing is sent twice."""
    again = HttpResponse(status=303)
    again["Location"] = request.path
    return again


def ask_code(request: HttpRequest, link: OutsideLink) -> HttpResponse | None:
    """Ask for the code; None when it was right and what was typed before may go on to the page itself.

    A script that keeps drafts gets 401.
    """
    if request.headers.get("X-Autosave"):
        return HttpResponse(status=401)
    kept = typed_before(request)
    wrong = False
    if request.method == "POST" and "code" in request.POST:
        if try_code(link, request.POST["code"]):
            let_in(request, link)
            return None if kept else back_to(request)
        wrong = True
    context = {"wrong": wrong, "locked": link.is_locked, "kept": kept}
    return outside_render(request, link, "cases/outside/code.html", context, status=422 if wrong else 200)
