"""The course in three lines, and the core team that keeps it."""

from collections.abc import Collection
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from cases.casefile.models import Case
from cases.casefile.over import hold_open
from cases.team.members import colleagues_on
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import CoreMember, Course


@dataclass(frozen=True)
class CourseData:
    """A course as agreed: where to, how, what to hold on to, and on which day."""

    towards: str
    way: str
    hold_on: str
    agreed_on: date


def courses_of(case: Case) -> QuerySet[Course]:
    """All courses, the one of now first."""
    return case.courses.select_related("set_by").order_by("-agreed_on", "-pk")


def course_of(case: Case) -> Course | None:
    """The course of now; None before anything was agreed."""
    return courses_of(case).first()


@transaction.atomic
def set_course(*, by: Person, case: Case, data: CourseData) -> bool:
    """Agree on a course; the one before stays. False when it was agreed already (a double click). CaseIsOver."""
    hold_open(case)
    now = course_of(case)
    if now and CourseData(**{field.name: getattr(now, field.name) for field in fields(CourseData)}) == data:
        return False
    Course.objects.create(case=case, set_by=by.user, **asdict(data))
    record(by, "process.course_set", case_number=case.number)
    return True


def core_team_of(case: Case) -> list[CoreMember]:
    """Who is in the core team; one query."""
    return list(case.core_team.select_related("participant", "user").order_by("pk"))


def core_people_of(case: Case) -> list[CoreMember]:
    """The same, each person once: somebody may be there as guardian and as casusregisseur. One query."""
    found: dict[object, CoreMember] = {}
    for one in core_team_of(case):
        found.setdefault(one.participant.person_key if one.participant else one.user_id, one)
    return list(found.values())


@transaction.atomic
def set_core_team(*, by: Person, case: Case, participants: Collection[int], users: Collection[int]) -> bool:
    """Let exactly these people be the core team; who stays keeps the day of beginning. False when nothing is new.

    Left out are keys of who is not around this case, not in this team, or has a stake in it. CaseIsOver.
    """
    hold_open(case)
    wanted: set[tuple[str, Any]] = {
        ("participant_id", pk)
        for pk in case.participants.filter(pk__in=participants).values_list("pk", flat=True)
    } | {("user_id", pk) for pk in colleagues_on(case).filter(pk__in=users).values_list("pk", flat=True)}
    there = {
        ("participant_id", one.participant_id) if one.participant_id else ("user_id", one.user_id): one
        for one in case.core_team.all()
    }
    if wanted == set(there):
        return False
    for key in set(there) - wanted:
        there[key].delete()
    for field, pk in sorted(wanted - set(there)):
        CoreMember.objects.create(case=case, since=timezone.localdate(), **{field: pk})
    record(by, "process.core_team_changed", case_number=case.number)
    return True
