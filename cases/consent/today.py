"""The list of Vandaag: cases in which consent is missing, or is asked again soon."""

from datetime import date, timedelta

from django.db.models import Case as Choose
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value, When

from cases.casefile.models import Case, LegalBasis, Phase
from expertteam.access.person import Person

from .coming import SOON
from .database import Birthday, ConsentState
from .models import ConsentParty
from .purposes import Purpose
from .queries import PREFETCH
from .rules import BIRTHDAYS

UNANSWERED = ("open", "verlopen")


def asking(person: Person, day: date) -> QuerySet[Case]:
    """Running cases in which something must be asked, the most urgent first; then birthdays within six weeks.

    A no to discussing stands here too, because the case cannot go on; other answers of no are answers, and nobody is
    asked again. Cases of a register were not asked, so there is no birthday to ask again.
    """
    running = Case.objects.visible_to(person).filter(phase__in=[Phase.ANALYSIS, Phase.FOLLOWING])
    of_party = ConsentState(F("purpose"), day, case="case_id", party="pk")
    parties = ConsentParty.objects.filter(case=OuterRef("pk")).alias(state=of_party)
    turns = {f"turns_{age}": Birthday("young_person__birth_date", age) for age in BIRTHDAYS}
    cases = running.alias(
        discuss=ConsentState(Purpose.DISCUSS, day),
        monitor=ConsentState(Purpose.MONITOR, day),
        party_asks=Exists(parties.filter(state__in=UNANSWERED)),
        **turns,
    )
    stops = ~Q(discuss="gegeven")
    asks = Q(monitor__in=UNANSWERED) | Q(party_asks=True)
    soon = Q(legal_basis=LegalBasis.CONSENT) & birthday_between(day + timedelta(days=1), day + SOON)
    pressing = Choose(When(stops, then=Value(0)), When(asks, then=Value(1)), default=Value(2))
    found = cases.filter(stops | asks | soon).annotate(pressing=pressing)
    shown = found.select_related("young_person", "owner", "referral").prefetch_related(*PREFETCH)
    return shown.order_by("pressing", "year", "sequence")


def birthday_between(first: date, last: date) -> Q:
    """Whether somebody turns 12, 16 or 18 in these days."""
    found = Q()
    for age in BIRTHDAYS:
        found |= Q(**{f"turns_{age}__range": (first, last)})
    return found
