"""The one way into the trace."""

from typing import TYPE_CHECKING, Any

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
    if event not in SENTENCES:
        raise KeyError(f"event {event} has no sentence in expertteam/audit/sentences.py")
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
