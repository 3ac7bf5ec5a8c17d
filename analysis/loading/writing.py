"""Puts a case file in the database: all of it or nothing, and once however often it is loaded."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from analysis.board.arranging import in_order
from analysis.board.models import Advice, Analysis, Element, Explanation, Link
from analysis.sharing.models import Endorsement
from cases.casefile.actions import YoungPersonData, open_case
from cases.casefile.models import Case, Phase
from cases.casefile.text import folded
from cases.choices.queries import all_answers
from cases.intake.models import Decision
from cases.people.models import Participant
from cases.steering.models import Action
from cases.timeline.models import TimelineEvent
from expertteam.access.command_line import history_of
from expertteam.access.person import Person
from expertteam.accounts.models import Role
from expertteam.audit.actions import record

from .casefile import CaseFile
from .sheet import Answers


def known_answers() -> Answers:
    """The answers of the choice lists, by label, synonym and code; retired ones are not offered but still read."""
    codes: dict[str, dict[str, str]] = {}
    labels: dict[str, tuple[str, ...]] = {}
    for question, choices in all_answers().items():
        labels[question] = tuple(choice.label for choice in choices if choice.retired_on is None)
        words = [(word, one.code) for one in choices for word in (*one.synonyms, one.code)]
        words += [(one.label, one.code) for one in choices]
        codes[question] = {folded(word): code for word, code in words}
    return Answers(codes, labels)


def load_case(*, by: Person, file: CaseFile, source_key: str) -> Case:
    """The case of this file in the person's team; made when it was not loaded before."""
    known = Case.objects.filter(team=by.team, source_key=source_key)
    found = known.first()
    if found is not None:
        return found
    try:
        with transaction.atomic(), history_of(by):
            return _write(by, file, source_key)
    except IntegrityError:
        # Another was loading the same file and was first: theirs is the case.
        found = known.first()
        if found is None:
            raise
        return found


def _write(by: Person, file: CaseFile, source_key: str) -> Case:
    person = file.young_person
    case = open_case(
        by=by,
        young_person=YoungPersonData(person.first_name, person.last_name, person.birth_date, person.gender),
        referral=_referral(by, file),
        event="case.loaded",
        source_key=source_key,
        phase=Phase.FOLLOWING if file.advices else Phase.ANALYSIS,
        owner=by.user if by.has(Role.PROCESS_DIRECTOR) else None,
        **file.case,
    )
    people = [Participant.objects.create(case=case, **vars(one)) for one in file.participants]
    for event in file.timeline:
        TimelineEvent.objects.create(case=case, **_event(event))
    for action in file.actions:
        Action.objects.create(case=case, **vars(action))
    _write_analysis(by, case, file, people)
    return case


def _referral(by: Person, file: CaseFile) -> dict[str, Any]:
    day = file.referral["referred_on"] or timezone.localdate()
    accepted = {"decision": Decision.ACCEPTED, "decided_on": day, "decided_by": by.user}
    return {**file.referral, "referred_on": day, **accepted}


def _event(event: Any) -> dict[str, Any]:
    return {
        "kind": event.kind,
        "starts_on": event.starts.date,
        "starts_precision": event.starts.precision,
        "ends_on": event.ends.date if event.ends else None,
        "ends_precision": event.ends.precision if event.ends else "",
        "text": event.text,
        "provider": event.provider,
        "result": event.result,
        "mark": event.mark,
    }


def _write_analysis(by: Person, case: Case, file: CaseFile, people: list[Participant]) -> None:
    filled = bool(file.elements or file.explanations or file.advices or any(file.care.values()))
    now = timezone.now() if filled else None
    analysis = Analysis.objects.create(case=case, version=int(filled), changed_at=now, **file.care)
    elements = _write_elements(analysis, file)
    _write_links(analysis, file, elements)
    for place, explanation in enumerate(file.explanations):
        Explanation.objects.create(analysis=analysis, position=place, **vars(explanation))
    for place, advice in enumerate(file.advices):
        values = {"text": advice.text, "life_area": advice.life_area, "owner_name": advice.owner_name}
        made = Advice.objects.create(analysis=analysis, position=place, variant=advice.variant, **values)
        made.elements.set([elements[key] for key in advice.elements])
    for verdict in file.verdicts:
        words = {"verdict": verdict.verdict, "words": verdict.words, "answered_on": verdict.answered_on}
        Endorsement.objects.create(analysis=analysis, participant=people[verdict.participant], **words)
    if filled:
        counts = {"elements": len(elements), "links": len(file.links), "advices": len(file.advices)}
        record(
            by,
            "analysis.changed",
            case_number=case.number,
            details={"what": "geladen uit een bestand", **counts},
        )


def _write_links(analysis: Analysis, file: CaseFile, elements: dict[str, Element]) -> None:
    for place, link in enumerate(file.links):
        ends = {"source": elements[link.source], "target": elements[link.target]}
        Link.objects.create(analysis=analysis, kind=link.kind, position=place, **ends)
    if file.links:
        Analysis.objects.filter(pk=analysis.pk).update(arranged=in_order(analysis))


def _write_elements(analysis: Analysis, file: CaseFile) -> dict[str, Element]:
    """The elements by the key they have in the file."""
    made = {}
    for place, one in enumerate(file.elements):
        values = {name: value for name, value in vars(one).items() if name != "key"}
        made[one.key] = Element.objects.create(analysis=analysis, position=place, **values)
    return made
