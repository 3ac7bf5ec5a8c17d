"""The one way into the trace."""

from typing import TYPE_CHECKING, Any

from expertteam.accounts.models import User

from .models import AuditEvent, Outcome
from .sentences import SENTENCES

if TYPE_CHECKING:
    from expertteam.access.person import Person


def record(
    by: "Person",
    event: str,
    *,
    case_number: str = "",
    outcome: Outcome = Outcome.DONE,
    reason: str = "",
    details: dict[str, Any] | None = None,
) -> AuditEvent:
    """Write one event. `event` must have a sentence in `sentences.py`; KeyError otherwise."""
    _check(event)
    by.traced.add(case_number)
    return AuditEvent.objects.create(
        team=by.team,
        user=by.user,
        roles=",".join(sorted(by.roles)),
        address=by.address,
        event=event,
        case_number=case_number,
        outcome=outcome,
        reason=reason[:500],
        details=details or {},
    )


def record_each(by: "Person", event: str, case_numbers: list[str]) -> None:
    """Write the same event once for each of these cases, in one query."""
    _check(event)
    by.traced.update(case_numbers)
    roles = ",".join(sorted(by.roles))
    AuditEvent.objects.bulk_create(
        AuditEvent(
            team=by.team, user=by.user, roles=roles, address=by.address, event=event, case_number=number
        )
        for number in case_numbers
    )


def record_without_team(event: str, *, user: User | None, address: str, outcome: Outcome) -> AuditEvent:
    """Write one event of somebody outside every team: at the door, or with a login that belongs nowhere."""
    _check(event)
    return AuditEvent.objects.create(user=user, address=address, event=event, outcome=outcome)


def _check(event: str) -> None:
    if event not in SENTENCES:
        raise KeyError(f"event {event} has no sentence in expertteam/audit/sentences.py")
