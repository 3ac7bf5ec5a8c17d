"""Beheer: who is in the team and whether everything runs. No case content."""

from django.http import HttpResponse
from django.shortcuts import render

from expertteam.access.guards import PersonRequest, page
from expertteam.audit.actions import record
from expertteam.health.state import current_state
from expertteam.jobs.daily import daily_states
from expertteam.mail.queries import mail_in_short

from .queries import members_of


@page("management.read")
def management(request: PersonRequest) -> HttpResponse:
    """Members with their roles, and the state of database, broker, worker, daily work and mail."""
    record(request.person, "management.read")
    team = request.person.team
    context = {"members": members_of(team), "state": current_state(), "works": daily_states()}
    context |= {"mail": mail_in_short(team), "may_set_reminders": request.person.may("steering.settings")}
    return render(request, "cases/team/management.html", context)
