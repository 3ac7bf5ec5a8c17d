"""Beheer: who is in the team and whether everything runs. No case content."""

from django.http import HttpResponse
from django.shortcuts import render

from expertteam.access.guards import PersonRequest, page
from expertteam.audit.actions import record
from expertteam.health.state import current_state

from .queries import members_of


@page("management.read")
def management(request: PersonRequest) -> HttpResponse:
    """Members with their roles, and the state of database, broker and worker."""
    record(request.person, "management.read")
    context = {"members": members_of(request.person.team), "state": current_state()}
    return render(request, "cases/team/management.html", context)
