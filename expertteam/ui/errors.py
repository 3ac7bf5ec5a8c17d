"""Views for requests that Django refuses before a page is reached."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Explain that the page was open too long; status 403. `reason` is Django's own text and is not shown."""
    return render(request, "403_csrf.html", status=403)
