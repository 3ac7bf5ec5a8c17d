"""The earlier case of who came back: which one, whether it may be used, and what it tells."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from cases.casefile.gate import rights_on
from cases.casefile.models import Case
from cases.casefile.overview import voices_of
from cases.choices.queries import label
from cases.followup.models import EarlierCaseUse
from cases.followup.queries import chosen
from expertteam.access.person import Person

from .telling import Told, told_of


@dataclass(frozen=True)
class Earlier:
    """The case before this one. `use` is what was said about using it; the story is only there when it may be."""

    case: Case
    use: EarlierCaseUse | None
    question: str
    voices: list[dict[str, str]]
    told: list[Told]
    outcome: list[Told]

    @property
    def may_be_used(self) -> bool:
        return self.use is not None and self.use.allowed


def earlier_case(person: Person, case: Case) -> Case | None:
    """The case this one is a heraanmelding of, else the last one before it of the same young person; one they may see.

    With `rights` of this person on it. Two queries at most.
    """
    before = Q(year__lt=case.year) | Q(year=case.year, sequence__lt=case.sequence)
    same = Q(young_person=case.young_person_id) & before
    linked = Q(pk=case.earlier_case_id)
    cases = Case.objects.visible_to(person).filter(same | linked if case.earlier_case_id else same)
    found = sorted(cases.exclude(pk=case.pk).select_related("referral", "young_person", "closure", "team"),
                   key=lambda one: (one.pk == case.earlier_case_id, one.year, one.sequence))  # fmt: skip
    if not found:
        return None
    found[-1].rights = rights_on(person, found[-1])
    return found[-1]


def earlier_of(person: Person, case: Case) -> Earlier | None:
    """What can be told of the case before this one; None when there is none this person may see."""
    found = earlier_case(person, case)
    if found is None:
        return None
    use = EarlierCaseUse.objects.filter(case=case).first()
    if use is None or not use.allowed:
        return Earlier(found, use, "", [], [], [])
    return Earlier(
        found, use, found.referral.question_line, voices_of(found), told_of(person, found), outcome_of(found)
    )


def outcome_of(case: Case) -> list[Told]:
    """What came of it: the last follow-up, and what the closing says."""
    told = []
    last = case.followups.exclude(done_on=None).order_by("-due_on").first()
    if last:
        said = [
            f"Advies gevolgd: {label('advies_gevolgd', last.followed).lower()}",
            last.why_not,
            last.how_now,
        ]
        told.append(Told(f"{last.months} maanden na het advies", [text for text in said if text]))
    closure: Any = case.closure
    facts = [
        chosen("effecten", closure.effects),
        f"Jongere en ouders: {label('tevreden', closure.satisfaction_family).lower()}"
        if closure.satisfaction_family
        else "",
        f"Wat bijdroeg: {chosen('bijdrage', closure.contributions).lower()}" if closure.contributions else "",
    ]
    told.append(Told("Hoe het afliep", [fact for fact in facts if fact]))
    return [one for one in told if one.texts]
