"""The lists of Vandaag about referrals."""

from datetime import date

from django.db.models import QuerySet

from cases.casefile.models import Case, Phase
from cases.today.lists import add_list
from cases.today.queries import shown
from expertteam.access.person import Person

from .models import ReferralDraft
from .queries import drafts_of


def drafts(person: Person, day: date) -> QuerySet[ReferralDraft]:
    """What this person began and did not save yet."""
    return drafts_of(person)


def to_decide(person: Person, day: date) -> QuerySet[Case]:
    """Referrals nobody decided on yet, the oldest first."""
    return in_phase(person, Phase.TRIAGE)


def waiting(person: Person, day: date) -> QuerySet[Case]:
    """Referrals that wait for information, the oldest first."""
    return in_phase(person, Phase.WAITING)


def in_phase(person: Person, phase: Phase) -> QuerySet[Case]:
    """Cases that stand there, the oldest referral first."""
    cases = Case.objects.visible_to(person).filter(phase=phase)
    return shown(cases).order_by("referral__referred_on", "pk")


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
