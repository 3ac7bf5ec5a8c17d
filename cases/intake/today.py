"""The lists of Vandaag about referrals."""

from datetime import date

from django.db.models import Case as Choose
from django.db.models import IntegerField, QuerySet, Value, When

from cases.casefile.models import Case, Phase
from cases.today.lists import add_list
from cases.today.queries import shown
from expertteam.access.person import Person

from .models import ReferralDraft
from .queries import drafts_of

HASTE = Choose(
    When(urgency="crisis", then=Value(0)), When(urgency="spoed", then=Value(1)),
    default=Value(2), output_field=IntegerField(),
)  # fmt: skip


def drafts(person: Person, day: date) -> QuerySet[ReferralDraft]:
    """What this person began and did not save yet."""
    return drafts_of(person)


def to_decide(person: Person, day: date) -> QuerySet[Case]:
    """Referrals nobody decided on yet: crisis, then urgent, then the oldest."""
    return in_phase(person, Phase.TRIAGE)


def waiting(person: Person, day: date) -> QuerySet[Case]:
    """Referrals that wait for information: crisis, then urgent, then the oldest."""
    return in_phase(person, Phase.WAITING)


def in_phase(person: Person, phase: Phase) -> QuerySet[Case]:
    """Cases that stand there, the most urgent first; within that the oldest referral."""
    cases = Case.objects.visible_to(person).filter(phase=phase)
    return shown(cases).order_by(HASTE, "referral__referred_on", "pk")


def add_lists() -> None:
    """Called once, when the app starts."""
    add_list(
        "concepten", "Nog niet af", "referral.create", drafts, "cases/intake/draft_row.html", place=10,
        about="Alleen jij ziet deze concepten. Na dertig dagen zonder wijziging gaan ze weg.",
    )  # fmt: skip
    add_list(
        "te-beoordelen", "Te beoordelen", "referral.create", to_decide, "cases/intake/triage_row.html", place=20,
        empty="Er wacht geen nieuwe aanmelding op een besluit.",
    )  # fmt: skip
    add_list(
        "wacht-op-informatie", "Wacht op informatie", "referral.create", waiting, "cases/intake/triage_row.html",
        place=46,
    )  # fmt: skip
