"""The list of Vandaag for the zorgadviseur: for whom a place is looked for, and what to do now."""

from datetime import date

from django.db.models import Case as If
from django.db.models import Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When

from cases.casefile.models import Case
from expertteam.access.person import Person

from .models import UNDER_WAY, Attempt, Outcome
from .queries import ASK_AGAIN_AFTER

SOON = Q(urgency__in=["spoed", "crisis"])


def looking(person: Person, day: date) -> QuerySet[Case]:
    """Open cases with a request for matching in which nobody lives at a found place, what asks to be done first.

    Each has `running` (outcome of an open question, or None), `running_at` (the place), `asked_on`, `visit_on`, and
    `last` (outcome of the latest question), `last_at`, `ended_on` for when nothing runs.
    """
    own = Attempt.objects.filter(case=OuterRef("pk"))
    running = own.filter(outcome__in=UNDER_WAY).order_by("asked_on", "pk")
    latest = own.exclude(outcome__in=UNDER_WAY).order_by("-asked_on", "-pk")
    lives = own.filter(outcome=Outcome.PLACED).filter(Q(placed_to=None) | Q(placed_to__gte=day))
    cases = Case.objects.visible_to(person).still_open().filter(~Exists(lives), matching_requested=True)
    return (
        cases.select_related("young_person", "owner", "referral")
        .annotate(
            running=Subquery(running.values("outcome")[:1]),
            running_at=Subquery(running.values("place__name")[:1]),
            asked_on=Subquery(running.values("asked_on")[:1]),
            visit_on=Subquery(running.values("visit_on")[:1]),
            last=Subquery(latest.values("outcome")[:1]),
            last_at=Subquery(latest.values("place__name")[:1]),
            ended_on=Subquery(latest.values("placed_to")[:1]),
        )
        .annotate(turn=turn(day))
        .order_by("turn", F("asked_on").asc(nulls_first=True), "created_at", "pk")
    )


def turn(day: date) -> If:
    """Lower comes first: urgent, then nothing running, then two weeks without an answer, then the rest."""
    return If(
        When(SOON & (Q(running=None) | ~Q(running=Outcome.VISIT)), then=Value(0)),
        When(running=None, then=Value(1)),
        When(running=Outcome.WAITING, asked_on__lt=day - ASK_AGAIN_AFTER, then=Value(2)),
        When(running=Outcome.WAITING, then=Value(3)),
        default=Value(4),
        output_field=IntegerField(),
    )


def ask_again(asked_on: date, day: date) -> bool:
    """Whether a question waits so long that one should ask after it."""
    return asked_on < day - ASK_AGAIN_AFTER
