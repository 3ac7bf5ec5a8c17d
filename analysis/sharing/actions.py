"""Writing down what a party says of the analysis."""

from datetime import date

from django.db import transaction

from analysis.board.models import Analysis
from cases.casefile.models import Case
from cases.consent.purposes import Purpose
from cases.consent.queries import ConsentMissing, Missing, missing_in, standing_of
from cases.consent.rules import YOUNG_PERSON
from cases.consent.situation import asked_of
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import Endorsement


@transaction.atomic
def record_answer(
    *,
    by: Person,
    analysis: Analysis,
    participant: Participant,
    verdict: str,
    words: str = "",
    answered_on: date | None = None,
) -> Endorsement:
    """Write down the answer of a party, or correct it; the same answer again changes nothing.

    ConsentMissing when nobody may share with this party: somebody may always speak for themselves who is asked for
    consent, another party only when sharing with them, or with the organisation they come from, was agreed.
    """
    missing = missing_with(analysis.case, participant)
    if missing:
        raise ConsentMissing(Purpose.SHARE, missing)
    values = {"verdict": verdict, "words": words, "answered_on": answered_on}
    rows = Endorsement.objects.select_for_update()
    found = rows.filter(analysis=analysis, participant=participant).first()
    if found is not None and all(getattr(found, name) == value for name, value in values.items()):
        return found
    answer, _ = rows.update_or_create(analysis=analysis, participant=participant, defaults=values)
    details = {"participant": participant.pk, "verdict": verdict}
    record(by, "analysis.answered", case_number=analysis.case.number, details=details)
    return answer


def missing_with(case: Case, participant: Participant | None) -> list[Missing]:
    """What is missing to put the analysis before this person; nothing for who is asked for consent themselves."""
    standing = standing_of(case)
    asked = {one.key for one in asked_of(standing.situation, standing.day)}
    if participant is None or participant.role == YOUNG_PERSON or str(participant.person_key) in asked:
        return []
    return missing_in(standing, Purpose.SHARE, [participant.organisation, participant.name])


@transaction.atomic
def withdraw_answer(*, by: Person, analysis: Analysis, participant: Participant) -> None:
    """Take an answer back: it was not given, or given by mistake. The history keeps it."""
    for answer in Endorsement.objects.filter(analysis=analysis, participant=participant):
        answer.delete()
        details = {"participant": participant.pk}
        record(by, "analysis.answer_withdrawn", case_number=analysis.case.number, details=details)


def young_person_among(case: Case) -> Participant:
    """The young person as one of the people of the case, so that their answer has a place."""
    name = str(case.young_person)
    return (
        case.participants.filter(role=YOUNG_PERSON).first()
        or Participant.objects.get_or_create(case=case, name=name, role=YOUNG_PERSON)[0]
    )
