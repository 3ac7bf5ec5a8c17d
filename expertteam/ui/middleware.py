"""Who opens an address that only takes a form lands on the page with that form."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from .paths import page_above


class OnlyForms:
    """Turns 405 for somebody who looks into the page above it: after a reload, from a bookmark, after logging in.

    Scripts and tests, that do not ask for a page, keep their 405.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        looks = request.method == "GET" and "text/html" in request.headers.get("Accept", "")
        if response.status_code == 405 and looks and "HX-Request" not in request.headers:
            return HttpResponseRedirect(page_above(request.path_info))
        return response
