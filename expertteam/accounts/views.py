"""Somebody who works in two teams chooses which one they are in now."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from expertteam.access.guards import PersonRequest, member
from expertteam.audit.actions import record

from .models import Team


@member
@require_POST
def choose_team(request: PersonRequest) -> HttpResponse:
    """Work in another team of one's own from now on (POST `team`: its code); any other team does not exist (404)."""
    own = Team.objects.filter(memberships__user=request.person.user).distinct()
    team = get_object_or_404(own, code=request.POST.get("team", ""))
    request.session["team_id"] = team.pk
    record(request.person, "team.chosen", details={"team": team.code})
    return redirect("today")
