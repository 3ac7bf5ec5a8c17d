"""What the overview and the header of a case show of this room."""

from datetime import date
from typing import Any

from cases.casefile.header import Warning
from cases.casefile.models import Case
from cases.casefile.over import RUNNING
from expertteam.access.person import Person

from .course import course_of
from .going_up import open_threads
from .hand_over import waiting_of
from .thread_models import GoingUp, GoneTo

SHORT = {GoneTo.REGIONAL: "ligt bij het expertisecentrum", GoneTo.CCE: "ligt bij het CCE"}


def course_section(person: Person, case: Case) -> dict[str, Any] | None:
    """The course, or an invitation to agree on one for who steers a running case."""
    course = course_of(case)
    if course is None and not (case.phase in RUNNING and "steering.change" in case.rights):
        return None
    return {"course": course, "may_change": "steering.change" in case.rights}


def threads_section(person: Person, case: Case) -> dict[str, Any] | None:
    """What went up and did not end yet."""
    threads = threads_on_page(case)
    return {"threads": threads} if threads else None


def threads_on_page(case: Case) -> list[GoingUp]:
    """What is open, asked once for a page: header and overview show the same. One query."""
    known = vars(case)
    if "threads_on_page" not in known:
        known["threads_on_page"] = open_threads(case)
    found: list[GoingUp] = known["threads_on_page"]
    return found


def gone_up(case: Case, today: date) -> list[Warning]:
    """That a question lies elsewhere; one query, none for a case that does not run."""
    if case.phase not in RUNNING:
        return []
    gone = sorted({thread.to for thread in threads_on_page(case)})
    return [Warning(SHORT[GoneTo(to)], "accent") for to in gone]


def being_handed_over(case: Case, today: date) -> list[Warning]:
    """That the case is being handed over; one query, none for a closed case."""
    waiting = waiting_of(case) if case.is_open else None
    return [Warning(f"overdracht aan {waiting.receiver} wacht")] if waiting else []
