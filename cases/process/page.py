"""What stands on the page of the procesregie: reads only, a fixed number of queries."""

from typing import Any

from django.utils import timezone

from cases.casefile.models import Case
from cases.casefile.over import RUNNING
from cases.hours.queries import as_hours, band_of, in_words, minutes_of
from cases.steering.models import ActionStatus
from expertteam.access.person import Person

from .course import core_people_of, courses_of
from .going_up import open_threads
from .hand_over import owners_of, waiting_of
from .journal import journal_of
from .steps import parts_of, steps_of

FIRST_ACTIONS, LAST_LINES = 5, 3


def page_of(person: Person, case: Case) -> dict[str, Any]:
    """Everything the page shows; what this person may not read is not asked for."""
    courses = list(courses_of(case))
    parts = parts_of(steps_of(case))
    actions = list(
        case.actions.filter(status=ActionStatus.OPEN).order_by("due_on", "pk")[: FIRST_ACTIONS + 1]
    )
    return {
        "running": case.phase in RUNNING,
        "today": timezone.localdate(),
        "course": courses[0] if courses else None,
        "earlier_courses": courses[1:],
        "parts": parts,
        "now": next((part.now for part in parts if part.now), None),
        "open_actions": actions[:FIRST_ACTIONS],
        "more_actions": len(actions) > FIRST_ACTIONS,
        "core_team": core_people_of(case),
        "owners": owners_of(case),
        "hand_over": waiting_of(case),
        "threads": open_threads(case) if "going_up.read" in case.rights else [],
        "lines": list(journal_of(case)[:LAST_LINES]) if "journal.read" in case.rights else [],
        "hours": hours_of(case) if "hours.read" in case.rights else None,
    }


def hours_of(case: Case) -> dict[str, str] | None:
    """All hours so far with their band; None when nobody wrote any."""
    minutes = minutes_of(case)
    return {"text": in_words(minutes), "band": band_of(as_hours(minutes))} if minutes else None
