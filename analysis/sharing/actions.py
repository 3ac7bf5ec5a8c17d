"""Keeping what a party says of the analysis: written down by the team, or answered on their own page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from analysis.board.models import Analysis
from analysis.versions.models import FixedVersion
from cases.casefile.models import Case
from cases.consent.purposes import Purpose
from cases.consent.queries import ConsentMissing, Missing, missing_in, standing_of
from cases.consent.rules import YOUNG_PERSON
from cases.consent.situation import asked_of
from cases.people.models import Participant
from expertteam.access.person import Person
from expertteam.audit.actions import record

from .models import Endorsement, PartAnswer
from .queries import newest_put_before


@dataclass(frozen=True)
class PartData:
    """What is said of one part: a verdict, words, or both; with neither it is no answer."""

    verdict: str = ""
    words: str = ""


@dataclass(frozen=True)
class AnswerData:
    """An answer as given. `parts` is by part («kaartje-12»); `via` a code of `Via`; see `Endorsement`."""

    verdict: str
    words: str = ""
    answered_on: date | None = None
    statement: str = ""
    helper: str = ""
    via: str = ""
    parts: Mapping[str, PartData] = field(default_factory=dict)


@transaction.atomic
def record_answer(
    *,
    by: Person,
    analysis: Analysis,
    participant: Participant,
    verdict: str,
    words: str = "",
    answered_on: date | None = None,
    statement: str = "",
    helper: str = "",
    via: str = "",
    version: FixedVersion | None = None,
) -> Endorsement:
    """Write down the answer of a party, or correct it; the same answer again changes nothing.

    It is about `version`; without it about the newest that was put before anybody, if one was. ConsentMissing when
    nobody may share with this party: somebody may always speak for themselves who is asked for consent, another party
    only when sharing with them, or with the organisation they come from, was agreed.
    """
    version = version or newest_put_before(analysis)
    data = AnswerData(verdict, words, answered_on, statement, helper, via)
    return keep_answer(by, analysis, participant, version, data)[0]


def keep_answer(
    by: Person, analysis: Analysis, participant: Participant, version: FixedVersion | None, data: AnswerData
) -> tuple[Endorsement, bool]:
    """The answer as it stands now, and whether anything was new. To be called in a transaction.

    ConsentMissing as `record_answer` says. Parts that are not in `data` stay as they were said.
    """
    missing = missing_with(analysis.case, participant)
    if missing:
        raise ConsentMissing(Purpose.SHARE, missing)
    Analysis.objects.select_for_update(of=("self",)).get(pk=analysis.pk)
    about = {"analysis": analysis, "participant": participant, "version": version}
    answer = Endorsement.objects.filter(**about).first() or Endorsement(**about)
    new = keep_values(answer, data)
    changed = keep_parts(answer, data.parts)
    if new or changed:
        details = {"participant": participant.pk, "verdict": data.verdict}
        record(by, "analysis.answered", case_number=analysis.case.number, details=details)
    return answer, new or changed


def keep_values(answer: Endorsement, data: AnswerData) -> bool:
    """Keep what was said of the whole; whether anything was new."""
    values = {name: getattr(data, name) for name in VALUES}
    if answer.pk and all(getattr(answer, name) == value for name, value in values.items()):
        return False
    for name, value in values.items():
        setattr(answer, name, value)
    answer.seen_at = answer.seen_by = None
    answer.save()
    return True


VALUES = ("verdict", "words", "answered_on", "statement", "helper", "via")


def keep_parts(answer: Endorsement, parts: Mapping[str, PartData]) -> bool:
    """Keep what is said of parts; one without verdict and words is taken back. Whether anything was new."""
    known = {one.part: one for one in answer.parts.all()} if answer.pk else {}
    changed = False
    for part, data in parts.items():
        row = known.get(part)
        if not (data.verdict or data.words):
            if row is not None:
                row.delete()
                changed = True
            continue
        if row is None or (row.verdict, row.words) != (data.verdict, data.words):
            row = row or PartAnswer(endorsement=answer, part=part)
            row.verdict, row.words = data.verdict, data.words
            row.save()
            changed = True
    if changed and answer.seen_at:
        Endorsement.objects.filter(pk=answer.pk).update(seen_at=None, seen_by=None)
    return changed


def missing_with(case: Case, participant: Participant | None) -> list[Missing]:
    """What is missing to put the analysis before this person; nothing for who is asked for consent themselves."""
    return missing_for_each(case, [participant])[0]


def missing_for_each(case: Case, participants: list[Participant | None]) -> list[list[Missing]]:
    """The same for several people, in their order; as many queries as for one."""
    standing = standing_of(case)
    asked = {one.key for one in asked_of(standing.situation, standing.day)}
    free = [one is None or one.role == YOUNG_PERSON or str(one.person_key) in asked for one in participants]
    return [
        [] if may or one is None else missing_in(standing, Purpose.SHARE, [one.organisation, one.name])
        for may, one in zip(free, participants, strict=True)
    ]


@transaction.atomic
def withdraw_answer(*, by: Person, analysis: Analysis, participant: Participant) -> None:
    """Take back the last answer: it was not given, or given by mistake. The history keeps it."""
    answers = Endorsement.objects.filter(analysis=analysis, participant=participant)
    last = answers.order_by(F("version__number").desc(nulls_last=True)).first()
    if last is not None:
        last.delete()
        details = {"participant": participant.pk}
        record(by, "analysis.answer_withdrawn", case_number=analysis.case.number, details=details)


@transaction.atomic
def note_answer(*, by: Person, answer: Endorsement) -> bool:
    """Take note of an answer that came in by itself. False when somebody did so already."""
    row = (
        Endorsement.objects.select_for_update(of=("self",)).select_related("analysis__case").get(pk=answer.pk)
    )
    if row.seen_at:
        return False
    Endorsement.objects.filter(pk=row.pk).update(seen_at=timezone.now(), seen_by=by.user)
    record(by, "sharing.seen", case_number=row.analysis.case.number)
    return True


def young_person_among(case: Case) -> Participant:
    """The young person as one of the people of the case, so that their answer has a place."""
    name = str(case.young_person)
    return (
        case.participants.filter(role=YOUNG_PERSON).first()
        or Participant.objects.get_or_create(case=case, name=name, role=YOUNG_PERSON)[0]
    )
