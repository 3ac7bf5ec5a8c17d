"""Who looked at a case and what they did, from the trace."""

from dataclasses import dataclass

from expertteam.accounts.models import Role
from expertteam.audit.models import AuditEvent, Outcome
from expertteam.audit.sentences import sentence

from .models import Case

PAGE_SIZE = 50


@dataclass(frozen=True)
class LogLine:
    """One event as a sentence: who (in which role), what, when, from where."""

    event: AuditEvent
    who: str
    roles: str
    what: str
    refused: bool


def log_of(case: Case, page: int) -> tuple[list[LogLine], bool]:
    """One page of the trace of a case, newest first, and whether there is more; one query."""
    start = (page - 1) * PAGE_SIZE
    events = AuditEvent.objects.filter(team=case.team_id, case_number=case.number).select_related("user")
    found = list(events.order_by("-at", "-pk")[start : start + PAGE_SIZE + 1])
    return [line_of(event) for event in found[:PAGE_SIZE]], len(found) > PAGE_SIZE


def line_of(event: AuditEvent) -> LogLine:
    """One event in words."""
    known = {role.value: role.label for role in Role}
    roles = ", ".join(str(known.get(code, code)) for code in event.roles.split(",") if code)
    what = sentence(event.event, event.details)
    return LogLine(event, str(event.user or "Automatisch"), roles, what, event.outcome == Outcome.REFUSED)
