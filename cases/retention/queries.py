"""Which cases have ended, when they are destroyed, and what holds that up."""

from datetime import date
from typing import Any

from django.db.models import (
    BooleanField,
    Count,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models import Case as Either

from cases.casefile.models import NOT_COUNTED_PHASES, Case, LegalBasis, Phase
from expertteam.access.person import Person
from expertteam.accounts.models import Team

from .models import RetentionHold, RetentionPolicy, RetentionRelease, RetentionWarning

ENDED = [Phase.CLOSED, *NOT_COUNTED_PHASES]


def policy_of(team: Team) -> RetentionPolicy:
    """What the team agreed; the default when nothing was written down."""
    return RetentionPolicy.objects.filter(team=team).first() or RetentionPolicy(team=team)


def plus_months(day: F, months: int) -> Func:
    """A date some months later; the last day of the month when there is no such day."""
    return Func(
        day, Value(months), template="(%(expressions)s))::date", arg_joiner=" + make_interval(months => ",
        output_field=DateField(),
    )  # fmt: skip


def ended_cases(team: Team, months: int) -> QuerySet[Any]:
    """Cases that are closed, declined or referred on, with what decides about their end.

    `ended_on`: the day of closing or of the decision; `term_ends_on`: the months later; `is_held`: somebody stopped
    it; `waits_for_coordinator`: it came from a register and was not released (domain.md, 2).
    """
    ended_on = Either(
        When(phase=Phase.CLOSED, then=F("closure__closed_on")),
        When(phase__in=NOT_COUNTED_PHASES, then=F("referral__decided_on")),
        output_field=DateField(),
    )
    held = RetentionHold.objects.filter(case=OuterRef("pk"), ended_at=None)
    released = RetentionRelease.objects.filter(case=OuterRef("pk"))
    cases = Case.objects.filter(team=team, phase__in=ENDED).annotate(ended_on=ended_on)
    return cases.exclude(ended_on=None).annotate(
        term_ends_on=plus_months(F("ended_on"), months),
        is_held=Exists(held),
        waits_for_coordinator=ExpressionWrapper(
            Q(legal_basis=LegalBasis.REGISTER) & ~Exists(released), output_field=BooleanField()
        ),
    )


def going(team: Team, months: int) -> QuerySet[Any]:
    """Ended cases that nothing holds up."""
    return ended_cases(team, months).filter(is_held=False, waits_for_coordinator=False)


def forget_warnings_that_do_not_hold(team: Team) -> None:
    """Of cases opened again or stopped, and of those whose term now ends later: they are warned about anew."""
    ends_in_time = Q(term_ends_on__lte=F("retention_warning__destroy_on"))
    still = going(team, policy_of(team).months).filter(ends_in_time).values("pk")
    RetentionWarning.objects.filter(case__team=team).exclude(case__in=still).delete()


def going_to_be_destroyed(person: Person, day: date) -> QuerySet[Any]:
    """What a person sees of it: the warned cases of the team, the first to go first."""
    months = policy_of(person.team).months
    cases = ended_cases(person.team, months).filter(pk__in=Case.objects.visible_to(person).values("pk"))
    warned = cases.exclude(retention_warning=None).select_related(
        "retention_warning", "young_person", "referral"
    )
    return warned.order_by("retention_warning__destroy_on", "pk")


def held_cases(person: Person) -> list[RetentionHold]:
    """Every open stop in the team, with case and who said so, the oldest first."""
    holds = RetentionHold.objects.filter(case__in=Case.objects.visible_to(person), ended_at=None)
    return list(holds.select_related("case__young_person", "held_by").order_by("held_at"))


def waiting_years(person: Person) -> list[tuple[int, int]]:
    """(year, number) of ended cases of imported registers that wait for the coordinator."""
    cases = ended_cases(person.team, policy_of(person.team).months).filter(waits_for_coordinator=True)
    return list(cases.order_by("year").values_list("year").annotate(n=Count("pk")))
