"""Reading the follow-up of a case, and what is due today."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.casefile.models import Case, LegalBasis, Phase
from cases.choices.queries import label
from cases.followup.models import MOMENTS, FollowUp
from expertteam.access.person import Person
from expertteam.ui.dates import months_after

from .beginnings import begun_on

SOON = timedelta(days=7)
OPEN = Q(done_on=None, skipped_reason="")
WITH_ADVICE = [Phase.ANALYSIS, Phase.FOLLOWING, Phase.CLOSED]


def due_followups(person: Person, day: date) -> QuerySet[FollowUp]:
    """The first open moment of every case that is due within a week; the oldest first.

    A closed case has only moments that were kept at closing.
    """
    cases = Case.objects.visible_to(person).filter(phase__in=WITH_ADVICE).order_by()
    earlier = FollowUp.objects.filter(OPEN, case=OuterRef("case"), due_on__lt=OuterRef("due_on"))
    due = FollowUp.objects.filter(OPEN, due_on__lte=day + SOON, case__in=cases).exclude(Exists(earlier))
    return due.select_related("case__young_person", "case__referral", "case__owner").order_by("due_on", "pk")


@dataclass(frozen=True)
class Moment:
    """A moment with its answer in words."""

    one: FollowUp
    followed: str
    colour: str


COLOURS = {"ja": "good", "deels": "attention", "nee": "stuck"}


def moments_of(case: Case) -> list[Moment]:
    """All moments of a case in order; one query."""
    found = case.followups.select_related("done_by")
    return [
        Moment(one, label("advies_gevolgd", one.followed), COLOURS.get(one.followed, "")) for one in found
    ]


def expected_of(case: Case) -> list[tuple[int, date]]:
    """What will be planned by itself the coming night: months and day; empty when nothing began yet."""
    if case.legal_basis == LegalBasis.REGISTER or case.phase not in (Phase.ANALYSIS, Phase.FOLLOWING):
        return []
    begin = begun_on([case.pk]).get(case.pk)
    return [(months, months_after(begin, months)) for months in MOMENTS] if begin else []
