"""The start page, and each of its lists as a page."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from expertteam.access.guards import PersonRequest, member, refuse
from expertteam.accounts.models import Role
from expertteam.audit.actions import record

from .lists import list_called
from .queries import today_for

ASKED = {"may_register": "referral.create", "may_consult": "consultation.create", "sees_cases": "case.list"}
PAGE_SIZE = 50


@member
def today(request: PersonRequest) -> HttpResponse:
    """What asks for attention today, by role."""
    day = timezone.localdate()
    record(request.person, "today.read")
    context = {"page": today_for(request.person, day), "day": day, "person": request.person}
    context |= {name: request.person.may(rule) for name, rule in ASKED.items()}
    context["reads_given"] = request.person.has(Role.EXPERT, Role.CARE_ADVISOR)
    return render(request, "cases/today/today.html", context)


@member
def today_list(request: PersonRequest, key: str) -> HttpResponse:
    """All of one list: the same rows as on the start page, fifty a page."""
    one = list_called(key)
    if one is None:
        raise Http404
    if not request.person.may(one.rule):
        refuse(request.person, one.rule)
    day = timezone.localdate()
    rows = Paginator(one.rows(request.person, day), PAGE_SIZE).get_page(request.GET.get("pagina"))
    record(request.person, "today.listed", details={"list": one.key})
    context = {"list": one, "rows": rows, "day": day, "person": request.person}
    return render(request, "cases/today/list.html", context)
