"""What is missing before a case is discussed: asked in the same query as the agenda, however many cases there are."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Value
from django.db.models.lookups import Exact
from django.urls import reverse

from cases.casefile.models import OPENED_ONE_BY_ONE, CaseGrant, ConflictOfInterest
from cases.consent.database import ConsentState
from cases.consent.purposes import Purpose
from cases.timeline.models import TimelineEvent
from expertteam.access.person import Person
from expertteam.accounts.models import Membership
from expertteam.audit.models import AuditEvent

from .attending import OF_FAMILY
from .hooks import Check, add_check, all_checks
from .models import AgendaItem, Attendee, Guest

READ = ("case.read", "analysis.read")
OPEN_NOW = "open"
"""Key of the check whose next step is one click: letting the experts in."""


@dataclass(frozen=True)
class Lack:
    """One thing that is missing: what, and the next step for who may do it. `post`: a click is enough."""

    text: str
    next_step: str
    url: str
    post: bool = False


def with_checks(items: QuerySet[AgendaItem], day: date) -> QuerySet[AgendaItem]:
    """The items with `lacks_<key>` for every check."""
    return items.annotate(**{f"lacks_{one.key}": true_when(one.lacks(day)) for one in all_checks()})


def true_when(condition: Any) -> ExpressionWrapper:
    return ExpressionWrapper(Q(condition), output_field=BooleanField())


def anything_missing(person: Person) -> Q:
    """Of items with checks: those in which this person can do something about one of them."""
    wanted = Q(pk=None)
    for one in checks_for(person):
        wanted |= Q(**{f"lacks_{one.key}": True})
    return wanted


def checks_for(person: Person) -> list[Check]:
    return [one for one in all_checks() if person.may(one.rule)]


def lacks_of(person: Person, item: AgendaItem) -> list[Lack]:
    """What is missing of an item with checks, for who may do something about it."""
    return [lack_of(one, item) for one in checks_for(person) if getattr(item, f"lacks_{one.key}")]


def lack_of(check: Check, item: AgendaItem) -> Lack:
    about = [item.case.number, item.pk] if check.with_item else [item.case.number]
    return Lack(check.text, check.next_step, reverse(check.url_name, args=about), post=check.key == OPEN_NOW)


def no_consent(day: date) -> Any:
    return ~Q(Exact(ConsentState(Purpose.DISCUSS, day, case="case_id"), Value("gegeven")))


def no_timeline(day: date) -> Any:
    return ~Exists(TimelineEvent.objects.filter(case=OuterRef("case_id")))


def no_wish(day: date) -> Any:
    return Exact(F("case__referral__voice_young_person"), Value(""))


def nobody_invited(day: date) -> Any:
    asked = Guest.objects.filter(item=OuterRef("pk"), withdrawn_at=None, invited_at__isnull=False)
    return ~Exists(asked.filter(OF_FAMILY))


def experts() -> QuerySet[Attendee]:
    """Expected members who see this item's case only when it is opened to them, and have no stake in it."""
    roles = Membership.objects.filter(
        user=OuterRef("user_id"), team=OuterRef("meeting__team_id"), role__in=OPENED_ONE_BY_ONE
    )
    stake = ConflictOfInterest.objects.standing().filter(
        user=OuterRef("user_id"), case__young_person=OuterRef(OuterRef("case__young_person_id"))
    )
    expected = Attendee.objects.filter(meeting=OuterRef("meeting_id"), withdrawn_at=None)
    return expected.filter(Exists(roles)).exclude(Exists(stake))


def closed_to_experts(day: date) -> Any:
    opened = CaseGrant.objects.filter(
        user=OuterRef("user_id"), case=OuterRef(OuterRef("case_id")), ended_at=None
    )
    shut = Exact(ConsentState(Purpose.DISCUSS, day, case="case_id"), Value("gegeven"))
    return Q(Exists(experts().exclude(Exists(opened)))) & Q(shut)


def not_read(day: date) -> Any:
    seen = AuditEvent.objects.filter(
        team=OuterRef("meeting__team_id"), case_number=OuterRef(OuterRef("case__number")),
        user=OuterRef("user_id"), event__in=READ,
    )  # fmt: skip
    opened = CaseGrant.objects.filter(
        user=OuterRef("user_id"), case=OuterRef(OuterRef("case_id")), ended_at=None
    )
    return Exists(experts().filter(Exists(opened)).exclude(Exists(seen)))


CHECKS = (
    Check("consent", "Toestemming om te bespreken ontbreekt", "Toestemming vragen", "cases:consent",
          "consent.change", no_consent, place=10),
    Check("wish", "Wat de jongere zelf wil, staat er nog niet", "Opschrijven", "cases:referral_change",
          "referral.change", no_wish, place=20),
    Check("timeline", "De tijdlijn is nog leeg", "Tijdlijn maken", "cases:timeline", "timeline.change",
          no_timeline, place=30),
    Check("family", "Jongere en ouders zijn nog niet uitgenodigd", "Uitnodigen", "cases:item_guests",
          "meeting.plan", nobody_invited, place=40, with_item=True),
    Check(OPEN_NOW, "Een expert kan de casus nog niet lezen", "Nu openen", "cases:item_open", "case.grant",
          closed_to_experts, place=50, with_item=True),
    Check("read", "Nog niet iedereen heeft de casus gelezen", "Zie wie", "cases:item_guests",
          "meeting.plan", not_read, place=60, with_item=True),
)  # fmt: skip


def add_checks() -> None:
    """What every team wants to have ready."""
    for one in CHECKS:
        add_check(one)
