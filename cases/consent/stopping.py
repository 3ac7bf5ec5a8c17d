"""What somebody sees when something was stopped because consent is missing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from cases.casefile.models import Case

from .queries import ConsentMissing


def to_consent(request: HttpRequest, case: Case, stopped: ConsentMissing, what: str) -> HttpResponse:
    """To the page where it can be asked; `what` was stopped («Emre leest nog niet mee.»), and of whom it is missing."""
    messages.error(request, f"{what} {' '.join(stopped.sentences)}")
    return redirect("cases:consent", case.number)
