"""The start page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from expertteam.access.guards import PersonRequest, member
from expertteam.audit.actions import record

from .queries import today_for

ASKED = {"may_register": "referral.create", "may_consult": "consultation.create", "sees_cases": "case.list"}


@member
def today(request: PersonRequest) -> HttpResponse:
    """What asks for attention today, by role."""
    day = timezone.localdate()
    record(request.person, "today.read")
    context = {"page": today_for(request.person, day), "day": day}
    context |= {name: request.person.may(rule) for name, rule in ASKED.items()}
    return render(request, "cases/today/today.html", context)
