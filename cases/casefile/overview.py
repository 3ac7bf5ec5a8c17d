"""What stands on the overview of a case: reads only, a fixed number of queries."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from cases.consent.asking import asks_of
from cases.consent.coming import next_change
from cases.consent.words import consent_in_words
from cases.steering.models import ActionStatus
from expertteam.access.person import Person
from expertteam.accounts.models import Role, User

from .models import NOT_COUNTED_PHASES, Case, CaseGrant, Phase
from .sections import sections_for

VOICES = [
    ("jeugdige", "voice_young_person"),
    ("ouders", "voice_parents"),
    ("verwijzer", "voice_referrer"),
]
MOVES = {
    Phase.ANALYSIS: (Phase.FOLLOWING, "Het advies is er: ga volgen"),
    Phase.FOLLOWING: (Phase.ANALYSIS, "Terug naar analyse en plan"),
}


def overview_of(person: Person, case: Case, today: date) -> dict[str, Any]:
    """Everything the page shows."""
    turned_away = case.phase in NOT_COUNTED_PHASES
    return {
        "voices": voices_of(case),
        "sections": [] if turned_away else sections_for(person, case),
        "turned_away": turned_away,
        "actions": list(case.actions.filter(status=ActionStatus.OPEN).order_by("due_on", "pk")),
        "today": today,
        "consent": consent_of(case, today),
        "others": list(other_cases(person, case)),
        "undecided": case.phase in (Phase.TRIAGE, Phase.WAITING),
        "move": MOVES.get(Phase(case.phase)),
        "access": access_of(case),
    }


def voices_of(case: Case) -> list[dict[str, str]]:
    """The question in three voices; the names of who speaks, not their parts."""
    name, referral = case.young_person.first_name, case.referral
    who = {
        "jeugdige": name,
        "ouders": f"De ouders van {name}",
        "verwijzer": referral.referrer_name or "De aanmelder",
    }
    spoken = [{"domain": d, "who": who[d], "text": getattr(referral, f).strip()} for d, f in VOICES]
    return [voice for voice in spoken if voice["text"]]


def consent_of(case: Case, today: date) -> dict[str, Any]:
    """Who has to agree now, what may be done and what is missing, and when that changes next."""
    birth, name = case.young_person.birth_date, case.young_person.first_name
    asks = asks_of(case, today)
    return {
        "now": consent_in_words(asks.page.standing.age, name, asks.page.standing.around),
        "asks": asks,
        "next": next_change(birth, today, name),
    }


def other_cases(person: Person, case: Case) -> QuerySet[Case]:
    """Earlier and later cases of the same young person, as far as this person may see them."""
    same = Q(young_person=case.young_person_id) | Q(earlier_case=case) | Q(pk=case.earlier_case_id)
    others = Case.objects.visible_to(person).filter(same).exclude(pk=case.pk)
    return others.select_related("referral").order_by("-year", "-sequence")


def access_of(case: Case) -> dict[str, Any]:
    """To whom the case was given and who can still be given it: nobody by who may not, or when it was not taken up."""
    grants = list(CaseGrant.objects.filter(case=case, ended_at=None).select_related("user", "granted_by"))
    if "case.grant" not in case.rights or case.phase in NOT_COUNTED_PHASES:
        return {"grants": grants, "candidates": []}
    team = User.objects.filter(
        is_active=True, memberships__team=case.team_id, memberships__role__in=[Role.EXPERT, Role.CARE_ADVISOR]
    )
    given = {grant.user_id for grant in grants}
    return {"grants": grants, "candidates": [user for user in team.distinct() if user.pk not in given]}
