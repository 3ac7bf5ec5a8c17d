"""The one gate to a case: outsiders cannot tell that it exists (404), a colleague without the right hears so (403)."""

import functools
from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from expertteam.access.guards import PersonRequest, mark, no_team, refuse, to_login
from expertteam.access.person import Person
from expertteam.access.rules import all_rules
from expertteam.accounts.models import Role
from expertteam.audit.actions import record
from expertteam.audit.models import AuditEvent
from expertteam.connections.asked_often import AskedOften

from .models import OPENED_ONE_BY_ONE, Case
from .numbers import NUMBER

View = TypeVar("View", bound=Callable[..., HttpResponse])

# What a right is about → how the trace says that somebody had it before them.
READING = {
    "analysis": "analysis.read",
    "closure": "closure.read",
    "consent": "consent.read",
    "document": "document.listed",
    "going_up": "going_up.read",
    "hours": "hours.read",
    "journal": "journal.read",
    "followup": "followup.read",
    "meeting": "meeting.case_read",
    "conflict": "case.read",
    "people": "people.read",
    "plans": "plans.read",
    "referral": "referral.read",
    "report": "report.listed",
    "steering": "action.read",
    "timeline": "timeline.read",
}
CLOSED_TO_YOU = "case"  # what 403.html looks for
SHOWING = frozenset({200, 409, 422})
RELATED = ("team", "young_person", "owner", "referral", "earlier_case")
STILL_BEFORE_THEM = timedelta(minutes=10)


def rights_on(person: Person, case: Case) -> frozenset[str]:
    """The names of all rights this person has on this case; at most two queries."""
    if is_closed_to(person, case):
        return frozenset()
    opened = opened_for(person, case)
    names = set()
    for right in all_rules():
        given = person.roles & right.roles
        if given - right.granted_only or given & opened:
            names.add(right.name)
    return frozenset(names)


def is_closed_to(person: Person, case: Case) -> bool:
    """Whether somebody said that this person has a stake in a case of this young person: then no role opens it."""
    return any(user == person.user.pk for user, _ in case.who_has_a_stake())


def opened_for(person: Person, case: Case) -> frozenset[Role]:
    """The roles for which this case was opened to this person: by a grant, or by a request for matching."""
    opened: set[Role] = set()
    if person.has(*OPENED_ONE_BY_ONE):
        if case.grants.filter(user=person.user, ended_at=None).exists():
            opened |= {Role.EXPERT, Role.CARE_ADVISOR}
        if case.matching_requested:
            opened.add(Role.CARE_ADVISOR)
    return frozenset(opened)


def get_case_for(person: Person, number: str, rule_name: str, related: tuple[str, ...] = RELATED) -> Case:
    """The case with that number in the person's team, with `case.rights`; Http404 or PermissionDenied otherwise.

    `related` is what is read along: the header of every page needs all of it.
    """
    # What a form sends need not be a number, nor even a text that the database can hold.
    case = _asked(related).first(team=person.team.pk, number=number) if NUMBER.fullmatch(number) else None
    if case is None:
        raise Http404
    case.rights = rights_on(person, case)
    if rule_name not in case.rights:
        refuse_on(person, rule_name, case)
    return case


@functools.cache
def _asked(related: tuple[str, ...]) -> AskedOften[Case]:
    return AskedOften(
        lambda team, number: (
            Case.objects.filter(team=team, number=number).select_related(*related).with_stakes()[:1]
        )
    )


def refuse_on(person: Person, rule_name: str, case: Case) -> None:
    """Refuse, and let the page say so when it is this case that is closed to them, and not their role."""
    closed = "case.read" not in case.rights and person.may("case.list")
    try:
        refuse(person, rule_name, case_number=case.number)
    except PermissionDenied as refused:
        raise PermissionDenied(CLOSED_TO_YOU if closed else "") from refused


def case_page(
    rule_name: str, event: str = "", *, shows: bool = True, related: tuple[str, ...] = RELATED
) -> Callable[[View], View]:
    """Guard of a page of one case; the view gets the case.

    `event` is written in the trace when it is read (GET). Every other answer that shows the case leaves a line as
    well, see `leave_a_line`. `shows=False` is for an answer without anything of the case (how far work is, that a
    draft was kept), or a view that traces by itself whatever it shows. `related`: see `get_case_for`.
    """

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def guarded(request: PersonRequest, number: str, **kwargs: Any) -> HttpResponse:
            if request.person is None:
                return to_login(request) if not request.user.is_authenticated else no_team(request)
            case = get_case_for(request.person, number, rule_name, related)
            if event and request.method == "GET":
                record(request.person, event, case_number=case.number)
            response = view(request, case, **kwargs)
            if shows and response.status_code in SHOWING:
                leave_a_line(request.person, case, event or READING.get(rule_name.split(".")[0], "case.read"))
            return response

        return mark(never_cache(guarded), f"case:{rule_name}")

    return decorate


def leave_a_line(person: Person, case: Case, event: str) -> None:
    """Trace that a case was shown when this request left no line about it: a form, a refused form, an odd method.

    A person who left the same line in the last minutes still has it before them: that one will do.
    """
    if case.number in person.traced:
        return
    since = timezone.now() - STILL_BEFORE_THEM
    lines = AuditEvent.objects.filter(team=case.team_id, case_number=case.number, at__gte=since)
    if not lines.filter(user=person.user, event=event).exists():
        record(person, event, case_number=case.number)
