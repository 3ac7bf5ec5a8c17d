"""The one gate to a case: outsiders cannot tell that it exists (404), a colleague without the right hears so (403)."""

import functools
from collections.abc import Callable
from typing import Any, TypeVar

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache

from expertteam.access.guards import PersonRequest, mark, no_team, refuse, to_login
from expertteam.access.person import Person
from expertteam.access.rules import all_rules
from expertteam.accounts.models import Role
from expertteam.audit.actions import record

from .models import Case

View = TypeVar("View", bound=Callable[..., HttpResponse])


def rights_on(person: Person, case: Case) -> frozenset[str]:
    """The names of all rights this person has on this case; at most one query."""
    opened = opened_for(person, case)
    names = set()
    for right in all_rules():
        given = person.roles & right.roles
        if given - right.granted_only or given & opened:
            names.add(right.name)
    return frozenset(names)


def opened_for(person: Person, case: Case) -> frozenset[Role]:
    """The roles for which this case was opened to this person: by a grant, or by a request for matching."""
    opened: set[Role] = set()
    if person.has(Role.EXPERT, Role.CARE_ADVISOR):
        if case.grants.filter(user=person.user, ended_at=None).exists():
            opened |= {Role.EXPERT, Role.CARE_ADVISOR}
        if case.matching_requested:
            opened.add(Role.CARE_ADVISOR)
    return frozenset(opened)


def get_case_for(person: Person, number: str, rule_name: str) -> Case:
    """The case with that number in the person's team, with `case.rights`; Http404 or PermissionDenied otherwise."""
    related = ("team", "young_person", "owner", "referral", "earlier_case")
    case = Case.objects.filter(team=person.team, number=number).select_related(*related).first()
    if case is None:
        raise Http404
    case.rights = rights_on(person, case)
    if rule_name not in case.rights:
        refuse(person, rule_name, case_number=number)
    return case


def case_page(rule_name: str, event: str = "") -> Callable[[View], View]:
    """Guard of a page of one case; the view gets the case. `event` is written in the trace when it is read (GET)."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def guarded(request: PersonRequest, number: str, **kwargs: Any) -> HttpResponse:
            if request.person is None:
                return to_login(request) if not request.user.is_authenticated else no_team(request)
            case = get_case_for(request.person, number, rule_name)
            if event and request.method == "GET":
                record(request.person, event, case_number=case.number)
            return view(request, case, **kwargs)

        return mark(never_cache(guarded), f"case:{rule_name}")

    return decorate
