"""The start page."""

from django.http import HttpResponse
from django.shortcuts import render

from expertteam.access.guards import PersonRequest, member


@member
def today(request: PersonRequest) -> HttpResponse:
    """What asks for attention today, by role."""
    return render(request, "cases/today/today.html")
