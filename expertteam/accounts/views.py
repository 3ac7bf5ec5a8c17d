"""Somebody who works in two teams chooses which one they are in now."""

from django.http import Http404, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from expertteam.access.guards import PersonRequest, member
from expertteam.audit.actions import record

from .models import Team


@member
@require_POST
def choose_team(request: PersonRequest) -> HttpResponse:
    """Work in another team of one's own from now on (POST `team`: its code); any other team does not exist (404).

    The token of forms changes: a page of the team one came from, still open in another tab, cannot be sent to a case
    of the new team that happens to have the same number (see `access.middleware`, for pages with script).
    """
    wanted = request.POST.get("team", "")
    own = Team.objects.filter(memberships__user=request.person.user).distinct()
    team = next((one for one in own if one.code == wanted), None)
    if team is None:
        raise Http404
    request.session["team_id"] = team.pk
    rotate_token(request)
    record(request.person, "team.chosen", details={"team": team.code})
    return redirect("today")
